package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.Map;
import java.util.TreeMap;

/// The figures of a reading under the names of `expected.tsv`.
final class Figures {
    private Figures() {}

    static Map<String, Integer> of(Reading reading) {
        var figures = new TreeMap<String, Integer>();
        for (var evidence : reading.evidence()) {
            switch (evidence) {
                case CoverageEvidence coverage -> {
                    figures.put("files", coverage.counted().files());
                    lines(figures, "", coverage.counted());
                    if (coverage.declared() != null) {
                        lines(figures, "declared_", coverage.declared());
                    }
                }
                case TestsEvidence tests -> tests(figures, tests);
                case AuditEvidence audit -> {
                    figures.put("dependencies", audit.dependencies() + audit.skipped().size());
                    figures.put("skipped", audit.skipped().size());
                    figures.put("findings", audit.open());
                    figures.put("vulnerable_dependencies", (int)
                            audit.vulnerabilities().stream().map(v -> v.packageName()).distinct().count());
                }
                case FindingsEvidence findings -> {
                    figures.merge("suppressed", findings.suppressed(), Integer::sum);
                    figures.merge("runs", 1, Integer::sum);
                    figures.put("findings", reading.findings().size());
                    for (Finding finding : reading.findings()) {
                        figures.merge("rule_" + finding.rule(), 1, Integer::sum);
                    }
                }
                case SettingsEvidence settings -> figures.put("rules", settings.enabledRules().size());
            }
        }
        return figures;
    }

    private static void lines(Map<String, Integer> figures, String prefix, CoverageTotals totals) {
        figures.put(prefix + "lines_covered", totals.linesCovered());
        figures.put(prefix + "lines_total", totals.linesTotal());
        figures.put(prefix + "branches_covered", totals.branchesCovered());
        figures.put(prefix + "branches_total", totals.branchesTotal());
    }

    private static void tests(Map<String, Integer> figures, TestsEvidence tests) {
        figures.put("tests", tests.counted().tests());
        figures.put("failures", tests.counted().failures());
        figures.put("errors", tests.counted().errors());
        figures.put("skipped", tests.counted().skipped());
        figures.put("flaky", tests.counted().flaky());
        if (tests.declared() != null) {
            figures.put("declared_tests", tests.declared().tests());
            figures.put("declared_failures", tests.declared().failures());
        }
    }
}
