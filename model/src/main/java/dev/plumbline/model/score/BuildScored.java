package dev.plumbline.model.score;

import dev.plumbline.model.build.Build;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One revision of a build's scorecards.
///
/// @param build the build, merged from all of its uploads
/// @param revision from 1
/// @param recordedAt when the analyzer wrote it; no part of the content
/// @param notes what a reader of the scorecard should know: differences within reports, truncated sets, carried
///     evidence; why there are no scorecards
/// @param moves why scores differ from the build that was compared with; one for each standard whose score moved
/// @param backfilled history stated by an administrator: notified to nobody
public record BuildScored(
        Build build,
        int revision,
        BuildState state,
        Instant recordedAt,
        List<Scorecard> scorecards,
        Gate gate,
        Provenance provenance,
        List<String> notes,
        List<ScoreMove> moves,
        boolean backfilled) {
    public BuildScored {
        scorecards = List.copyOf(scorecards);
        notes = List.copyOf(notes);
        moves = List.copyOf(moves);
    }

    /// Compared with nothing.
    public BuildScored(
            Build build,
            int revision,
            BuildState state,
            Instant recordedAt,
            List<Scorecard> scorecards,
            Gate gate,
            Provenance provenance,
            List<String> notes,
            boolean backfilled) {
        this(build, revision, state, recordedAt, scorecards, gate, provenance, notes, List.of(), backfilled);
    }

    /// {@return the same after a comparison: with further notes and with how scores moved}
    public BuildScored compared(List<String> more, List<ScoreMove> moved) {
        return more.isEmpty() && moved.isEmpty()
                ? this
                : new BuildScored(
                        build,
                        revision,
                        state,
                        recordedAt,
                        scorecards,
                        gate,
                        provenance,
                        Stream.concat(notes.stream(), more.stream()).toList(),
                        moved,
                        backfilled);
    }
}
