package dev.plumbline.analyzer.build;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/// The place of a build on its branch: when it started, its attempt, its id. The sender's clock counts only within the
/// day
/// before the first receipt, so that a clock that is wrong by years moves a build by a day at most.
public record BuildOrder(Instant startedAt, int attempt, BuildId id) implements Comparable<BuildOrder> {
    private static final Duration TRUSTED = Duration.ofHours(24);
    private static final Comparator<BuildOrder> ORDER = Comparator.comparing(BuildOrder::startedAt)
            .thenComparingInt(BuildOrder::attempt)
            .thenComparing(BuildOrder::id);

    public static BuildOrder of(Build build, Instant firstReceipt) {
        var stated = build.times().startedAt();
        var earliest = firstReceipt.minus(TRUSTED);
        Instant started = stated == null || stated.isAfter(firstReceipt) ? firstReceipt : stated;
        return new BuildOrder(
                started.isBefore(earliest) ? earliest : started, build.key().attempt(), build.id());
    }

    public boolean isAfter(BuildOrder other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(BuildOrder other) {
        return ORDER.compare(this, other);
    }
}
