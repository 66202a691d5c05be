package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RescoringRun;
import java.time.Instant;
import java.util.List;

/// The newest builds of a standard's repositories, judged again for one reason.
///
/// @param group as the changes that it brought about carry it
/// @param at when a version or binding came, began or was withdrawn
/// @param state `RUNNING`, `DONE`, or `INCOMPLETE` where partitions have not reported within an hour
/// @param reported how many partitions are done
/// @param counts what the partitions that are done have counted, of components
public record RescoringView(
        String group,
        String standard,
        String version,
        String at,
        String state,
        int reported,
        int partitions,
        Counts counts) {
    boolean of(StandardRef ref) {
        return standard.equals(ref.id().value()) && version.equals(ref.version().toString());
    }

    /// {@return the last ones of all standards, the newest first}
    public static List<RescoringView> all(Pictures pictures, ReadModel model) {
        return model.rescorings().stream()
                .map(run -> of(run, pictures.partitions(), pictures.instant()))
                .toList();
    }

    public static RescoringView of(RescoringRun rescored, int partitions, Instant now) {
        return new RescoringView(
                rescored.group().value(),
                rescored.standard().value(),
                rescored.version().toString(),
                rescored.at().toString(),
                rescored.state(partitions, now).name(),
                rescored.done().size(),
                partitions,
                rescored.counts());
    }
}
