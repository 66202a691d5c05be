package dev.plumbline.model.evidence;

import java.util.Comparator;
import java.util.List;

/// Findings of one rule in one area with one severity.
///
/// @param samples at most {@link #SAMPLE_LIMIT} positions of open findings
public record FindingGroup(String rule, Area area, Severity severity, int open, int suppressed, List<Position> samples)
        implements Comparable<FindingGroup> {
    public static final int SAMPLE_LIMIT = 20;
    private static final Comparator<FindingGroup> ORDER = Comparator.comparing(FindingGroup::rule)
            .thenComparing(FindingGroup::area)
            .thenComparing(FindingGroup::severity);

    /// The part of a repository in which a finding lies; most rules look at `SOURCE` only.
    public enum Area {
        SOURCE,
        TEST,
        MIGRATION,
        GENERATED,
        VENDORED
    }

    public FindingGroup {
        if (open < 0 || suppressed < 0) {
            throw new IllegalArgumentException("counts of findings must not be negative: " + open + ", " + suppressed);
        }
        samples = InOrder.first(samples, SAMPLE_LIMIT);
    }

    @Override
    public int compareTo(FindingGroup other) {
        return ORDER.compare(this, other);
    }
}
