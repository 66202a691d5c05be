package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Course;
import java.time.Instant;

/// What a build is compared with, and why with that.
///
/// @param repeated the build is a further run of the baseline's commit: what got worse is told, but the
///     first run stands, and only what such a run opened is closed by one
/// @param restated the rules that the build is judged by otherwise than the baseline was
public record Reference(Baseline baseline, Course.Against against, boolean repeated, Restated restated) {
    Reference(Baseline baseline, Course.Against against, boolean repeated) {
        this(baseline, against, repeated, Restated.NOTHING);
    }

    public Reference with(Baseline other) {
        return new Reference(other, against, repeated, restated);
    }

    /// {@return what a comparison at a moment starts from, in words that name no other}
    String since(Instant at) {
        var build = baseline.build().value();
        return against == Course.Against.SAME_BUILD ? build + " " + at : build;
    }

    /// {@return the same build as it was judged before}
    public static Reference itself(Baseline baseline, Restated restated) {
        return new Reference(baseline, Course.Against.SAME_BUILD, false, restated);
    }

    Reference(Baseline baseline, Course.Against against) {
        this(baseline, against, false);
    }
}
