package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.BuildScored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// What pages and API answer from.
///
/// @param model the newest picture; throws a problem while there is none that can be trusted
/// @param clock for what depends on the moment of asking
/// @param partitions of each topic: so many report on a re-scoring
/// @param darkAfter how long without a closed build makes a repository dark
public record Pictures(
        Supplier<ReadModel> model, BuildArchive archive, InstantSource clock, int partitions, Duration darkAfter) {

    public ReadModel now() {
        return model.get();
    }

    public Overview overview(ReadModel picture) {
        return Overview.of(picture, instant(), darkAfter);
    }

    public Overview.Row row(RepositoryState repository) {
        return Overview.row(repository, instant(), darkAfter);
    }

    public Instant instant() {
        return clock.instant();
    }

    /// {@return a whole build: from the picture if it is there, else from the log}
    public Optional<BuildScored> build(ReadModel picture, BuildId id) {
        return picture.locate(id).flatMap(located -> whole(located));
    }

    private Optional<BuildScored> whole(ReadModel.Located located) {
        Kept latest = located.component().latest();
        if (latest != null && latest.build().equals(located.point().build())) {
            return Optional.of(latest.whole());
        }
        return archive.at(located.point().position());
    }
}
