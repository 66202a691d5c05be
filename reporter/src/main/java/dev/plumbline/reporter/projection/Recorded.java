package dev.plumbline.reporter.projection;

import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardPublished;

/// What a record of the log says, decoded.
public sealed interface Recorded {

    record Scored(BuildScored scored, LogPosition position) implements Recorded {}

    record Changed(Change change) implements Recorded {}

    record Rescored(RescoringFinished finished) implements Recorded {}

    record Catalogued(CatalogEntry entry) implements Recorded {}

    record Aliased(AliasRegistered alias) implements Recorded {}

    record Published(StandardPublished standard) implements Recorded {}

    record Bound(BindingPublished binding) implements Recorded {}

    /// @param key under which it was published
    record Withdrawn(String key) implements Recorded {}

    record Decided(Decision decision) implements Recorded {}
}
