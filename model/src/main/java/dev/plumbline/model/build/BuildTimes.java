package dev.plumbline.model.build;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When the CI run says it started and finished. The sender's clock: used to order builds, never to close them.
public record BuildTimes(
        @Nullable Instant startedAt, @Nullable Instant finishedAt) {
    public static final BuildTimes UNSTATED = new BuildTimes(null, null);

    public BuildTimes {
        if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("finishedAt " + finishedAt + " is before startedAt " + startedAt);
        }
    }
}
