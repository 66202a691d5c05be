package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import org.jspecify.annotations.Nullable;

/// How bad a result is: the rule's CVSS score, else the result's level, else the rule's level, else `warning`
/// [3.27.10].
final class SarifLevels {
    private SarifLevels() {}

    static Severity severity(SarifResult result, @Nullable SarifRule rule) {
        if (rule != null && rule.security() != null) {
            return Severities.ofScore(rule.security());
        }
        return Severities.ofWord(level(result, rule));
    }

    /// A rule whose default level is `none` finds no fault, unless the result itself says otherwise.
    static Finding.State state(SarifResult result, @Nullable SarifRule rule) {
        boolean none =
                result.state() == Finding.State.OPEN && level(result, rule).equals("none");
        return none ? Finding.State.INFORMATIONAL : result.state();
    }

    private static String level(SarifResult result, @Nullable SarifRule rule) {
        if (result.level() != null) {
            return result.level();
        }
        return rule != null && rule.level() != null ? rule.level() : "warning";
    }
}
