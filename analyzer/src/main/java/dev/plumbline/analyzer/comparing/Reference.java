package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Course;

/// What a build is compared with, and why with that.
///
/// @param repeated the build is a further run of the baseline's commit: what got worse is told, but the first run
///     stands, and only what such a run opened is closed by one
public record Reference(Baseline baseline, Course.Against against, boolean repeated) {
    Reference(Baseline baseline, Course.Against against) {
        this(baseline, against, false);
    }
}
