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
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report in its main figures, for people who ask why two of them disagree.
public final class Gist {
    private Gist() {}

    /// {@return `60 of 100 lines covered`}
    public static String of(Evidence evidence) {
        String figures = figures(evidence);
        return evidence.source().tool().failed() ? figures + ", its tool failed" : figures;
    }

    private static String figures(Evidence evidence) {
        return switch (evidence) {
            case CoverageEvidence it ->
                it.counted().linesCovered() + " of " + it.counted().linesTotal() + " lines covered";
            case MutationsEvidence it ->
                it.totals().detected() + " of " + it.totals().total() + " mutants detected";
            case TestsEvidence it ->
                (it.counted().failures() + it.counted().errors()) + " of "
                        + it.counted().tests() + " tests not passed";
            case FindingsEvidence it -> open(it.open(), WorstFirst.bySeverity(it));
            case AuditEvidence it ->
                open(it.open(), WorstFirst.bySeverity(it)) + ", made "
                        + it.auditedAt().truncatedTo(ChronoUnit.SECONDS);
            case InventoryEvidence it -> it.components() + " components";
            case ApiEvidence it -> it.totals().operations() + " operations";
            case SettingsEvidence it -> it.enabledRules().size() + " enabled rules";
            case FactsEvidence _ -> "facts";
        };
    }

    private static String open(int all, Map<Severity, Integer> bySeverity) {
        return all == 0
                ? "none open"
                : all + " open"
                        + bySeverity.entrySet().stream()
                                .map(entry -> entry.getValue() + " "
                                        + entry.getKey().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ", " (", ")"));
    }
}
