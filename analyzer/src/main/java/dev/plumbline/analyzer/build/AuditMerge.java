package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Audits of several sets of dependencies: a vulnerability of one version of a package counts once, at its worst; the
/// audit is as old as the oldest. A dependency that two sets name counts in each.
final class AuditMerge {
    private static final Comparator<Vulnerability> WORST_FIRST = Comparator.comparing(
                    (Vulnerability one) -> one.severity() == Severity.UNSTATED ? Severity.HIGH : one.severity())
            .thenComparing(Vulnerability::id)
            .thenComparing(Vulnerability::packageName)
            .thenComparing(Vulnerability::version)
            .thenComparing(one -> String.join(",", one.fixVersions()));

    private AuditMerge() {}

    static AuditEvidence merge(List<AuditEvidence> all) {
        var distinct = new TreeMap<String, Vulnerability>();
        all.stream()
                .flatMap(one -> one.vulnerabilities().stream())
                .sorted(WORST_FIRST)
                .forEach(one -> distinct.putIfAbsent(one.id() + "\n" + one.packageName() + "\n" + one.version(), one));
        int listed = all.stream().mapToInt(one -> one.vulnerabilities().size()).sum();
        int open = all.stream().mapToInt(AuditEvidence::open).sum() - (listed - distinct.size());
        Stream<Vulnerability> worst = distinct.values().stream().sorted(WORST_FIRST);
        return new AuditEvidence(
                all.getFirst().kind(),
                SourceMerge.merge(all),
                all.stream()
                        .map(AuditEvidence::auditedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                all.stream().mapToInt(AuditEvidence::dependencies).sum(),
                all.stream()
                        .flatMap(one -> one.skipped().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                worst.limit(AuditEvidence.LISTED_LIMIT).toList(),
                open);
    }
}
