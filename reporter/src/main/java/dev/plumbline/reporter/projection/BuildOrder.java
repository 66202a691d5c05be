package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.BuildScored;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The order of builds on a branch: when they started, then attempt, then build id. Log order does not count, since an
/// older build may arrive late.
///
/// @param startedAt the sender's clock, clamped to the 24 hours before the evidence arrived
public record BuildOrder(Instant startedAt, int attempt, BuildId build) implements Comparable<BuildOrder> {
    private static final Duration TRUST = Duration.ofHours(24);
    private static final Comparator<BuildOrder> ORDER = Comparator.comparing(BuildOrder::startedAt)
            .thenComparingInt(BuildOrder::attempt)
            .thenComparing(BuildOrder::build);

    /// @param scored the first revision seen of the build: a later one may be re-scored long after, which moves no
    /// build
    static BuildOrder of(BuildScored scored) {
        return new BuildOrder(
                clamped(scored.build().times().startedAt(), scored.provenance().asOf()),
                scored.build().key().attempt(),
                scored.build().id());
    }

    private static Instant clamped(@Nullable Instant startedAt, Instant asOf) {
        if (startedAt == null || startedAt.isAfter(asOf)) {
            return asOf;
        }
        Instant earliest = asOf.minus(TRUST);
        return startedAt.isBefore(earliest) ? earliest : startedAt;
    }

    @Override
    public int compareTo(BuildOrder other) {
        return ORDER.compare(this, other);
    }
}
