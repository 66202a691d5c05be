package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/// Which of several reports of one kind is worst for the repository: one whose tool did not do its work,
/// for it proves nothing; then by the figures that most rules ask for; of reports that are alike in them,
/// the one with the smallest digest, so that the order in which they came does not matter.
enum WorstFirst implements Comparator<Evidence> {
    ORDER;

    @Override
    public int compare(Evidence one, Evidence other) {
        boolean failed = one.source().tool().failed();
        if (failed != other.source().tool().failed()) {
            return failed ? -1 : 1;
        }
        int byFigures = Arrays.compare(badness(other), badness(one));
        return byFigures != 0
                ? byFigures
                : one.source().report().compareTo(other.source().report());
    }

    /// {@return figures, of which the first that differs decides; larger is worse}
    private static double[] badness(Evidence evidence) {
        return switch (evidence) {
            case CoverageEvidence coverage -> new double[] {-coverage.counted().lineRatio()};
            case MutationsEvidence mutations ->
                new double[] {-mutations.totals().score()};
            case TestsEvidence tests ->
                new double[] {
                    tests.counted().failures() + (double) tests.counted().errors(),
                    -tests.counted().tests()
                };
            case FindingsEvidence findings -> open(bySeverity(findings), findings.open());
            case AuditEvidence audit -> open(bySeverity(audit), audit.open());
            case ApiEvidence _, FactsEvidence _, InventoryEvidence _, SettingsEvidence _ -> new double[0];
        };
    }

    private static double[] open(Map<Severity, Integer> bySeverity, int all) {
        return DoubleStream.concat(
                        Arrays.stream(Severity.values()).mapToDouble(severity -> bySeverity.getOrDefault(severity, 0)),
                        DoubleStream.of(all))
                .toArray();
    }

    /// In all areas.
    static Map<Severity, Integer> bySeverity(FindingsEvidence findings) {
        var open = new EnumMap<Severity, Integer>(Severity.class);
        findings.groups().stream()
                .filter(group -> group.open() > 0)
                .forEach(group -> open.merge(group.severity(), group.open(), Integer::sum));
        return open;
    }

    /// Of those that are listed: what is not is the least severe.
    static Map<Severity, Integer> bySeverity(AuditEvidence audit) {
        var open = new EnumMap<Severity, Integer>(Severity.class);
        for (Vulnerability one : audit.vulnerabilities()) {
            open.merge(one.severity(), 1, Integer::sum);
        }
        return open;
    }
}
