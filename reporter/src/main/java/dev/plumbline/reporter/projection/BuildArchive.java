package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.BuildScored;
import java.util.Optional;

/// Whole builds of the past, which the read model knows only as points.
@FunctionalInterface
public interface BuildArchive {
    /// {@return the record at this place; empty where the log has forgotten it}
    Optional<BuildScored> at(LogPosition position);
}
