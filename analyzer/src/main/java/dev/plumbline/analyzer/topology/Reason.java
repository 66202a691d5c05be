package dev.plumbline.analyzer.topology;

import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;
import java.util.Optional;

/// Why a final build is judged again though no upload came.
sealed interface Reason {
    /// When; what rules see as `now`.
    Instant at();

    /// Time passed, or a decision began or ended: written where a verdict differs, or where the last word
    /// would soon be forgotten.
    record Moment(Instant at) implements Reason {}

    /// Somebody ordered it: written in any case.
    ///
    /// @param wide whether for many repositories; one that was judged since is then left alone
    record Order(Instant at, boolean wide) implements Reason {}

    /// Standards or bindings are others than before: written where other ones hold, or the same ones
    /// otherwise.
    ///
    /// @param came whether a record of the topic brought it; else its time came
    /// @param view of the standards from now on
    /// @param standard which one the counts are of
    record Standard(Instant at, boolean came, long view, StandardId standard, ChangeGroup group) implements Reason {}

    /// The catalog says something else: written where other standards hold, or a verdict differs.
    ///
    /// @param before what it said
    record Ownership(Instant at, Optional<CatalogEntry> before) implements Reason {}
}
