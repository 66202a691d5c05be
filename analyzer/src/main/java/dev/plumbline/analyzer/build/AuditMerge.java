package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.Comparator;
import java.util.List;

/// Audits of several sets of dependencies: a vulnerability of one version of a package counts once, whatever names the
/// tools give it, at its worst; the audit is as old as the oldest. A dependency that two sets name counts in each.
final class AuditMerge {
    private AuditMerge() {}

    static AuditEvidence merge(List<AuditEvidence> all) {
        List<Vulnerability> listed =
                all.stream().flatMap(one -> one.vulnerabilities().stream()).toList();
        List<Vulnerability> distinct = Aliases.united(listed);
        int open = all.stream().mapToInt(AuditEvidence::open).sum() - (listed.size() - distinct.size());
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
                distinct.stream().limit(AuditEvidence.LISTED_LIMIT).toList(),
                open);
    }
}
