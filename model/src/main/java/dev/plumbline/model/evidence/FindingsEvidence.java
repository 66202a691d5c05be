package dev.plumbline.model.evidence;

import java.util.List;

/// What a linter or scanner found, in groups.
///
/// @param groups one per (rule, area, severity), sorted
/// @param fingerprints hashes of the findings that are not suppressed
/// @param enabledRules the rules that the report itself says were run; empty where it does not say
public record FindingsEvidence(
        Kind kind, Source source, List<FindingGroup> groups, Fingerprints fingerprints, List<String> enabledRules)
        implements Evidence {
    public FindingsEvidence {
        groups = InOrder.all(groups);
        enabledRules = InOrder.of(enabledRules);
    }

    public int open() {
        return groups.stream().mapToInt(FindingGroup::open).sum();
    }

    public int suppressed() {
        return groups.stream().mapToInt(FindingGroup::suppressed).sum();
    }
}
