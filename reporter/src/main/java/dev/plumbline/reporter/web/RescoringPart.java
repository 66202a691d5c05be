package dev.plumbline.reporter.web;

import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RescoringRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One re-scoring as a page tells it.
///
/// @param state in words
public record RescoringPart(String standard, String text, String state, When when) {
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final int MOST = 5;

    /// {@return those of the last days, the newest first; not those that are done and touched nothing}
    static List<RescoringPart> recent(Pictures pictures, ReadModel model) {
        var now = pictures.instant();
        return model.rescorings().stream()
                .filter(run -> run.at().isAfter(now.minus(SHOWN)))
                .filter(run ->
                        run.counts().rescored() > 0 || run.state(pictures.partitions(), now) != RescoringRun.State.DONE)
                .limit(MOST)
                .map(run -> of(run, pictures.partitions(), now))
                .toList();
    }

    private static RescoringPart of(RescoringRun run, int partitions, Instant now) {
        var state = switch (run.state(partitions, now)) {
            case RUNNING ->
                "running, %d of %d partitions done".formatted(run.done().size(), partitions);
            case DONE -> "done";
            case INCOMPLETE ->
                "incomplete, %d of %d partitions done".formatted(run.done().size(), partitions);
        };
        return new RescoringPart(
                run.standard() + " " + run.version(), text(run.counts()), state, When.of(run.at(), now));
    }

    private static String text(Counts counts) {
        return "%,d components: %,d better, %,d worse, %,d unchanged, %,d for the first time, %,d no longer"
                .formatted(
                        counts.rescored(),
                        counts.better(),
                        counts.worse(),
                        counts.unchanged(),
                        counts.begun(),
                        counts.ended());
    }
}
