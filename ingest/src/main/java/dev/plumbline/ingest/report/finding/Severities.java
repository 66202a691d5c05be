package dev.plumbline.ingest.report.finding;

import dev.plumbline.model.evidence.Severity;
import java.util.Locale;

/// The tools' own words on our scale:
///
/// | ours | words of tools | CVSS score |
/// |---|---|---|
/// | CRITICAL | critical, blocker | from 9.0 |
/// | HIGH | error, high, fatal, major | from 7.0 |
/// | MEDIUM | warning, medium, moderate | from 4.0 |
/// | LOW | note, low, minor, convention, refactor | above 0 |
/// | INFO | none, info, information, informational, style, hint | 0 |
/// | UNSTATED | anything else, and nothing | |
public final class Severities {
    private Severities() {}

    public static Severity ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "blocker" -> Severity.CRITICAL;
            case "error", "high", "fatal", "major" -> Severity.HIGH;
            case "warning", "medium", "moderate" -> Severity.MEDIUM;
            case "note", "low", "minor", "convention", "refactor" -> Severity.LOW;
            case "none", "info", "information", "informational", "style", "hint" -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
    }

    /// @param score from 0 to 10, as CVSS has it
    public static Severity ofScore(double score) {
        if (score >= 9) {
            return Severity.CRITICAL;
        }
        if (score >= 7) {
            return Severity.HIGH;
        }
        if (score >= 4) {
            return Severity.MEDIUM;
        }
        return score > 0 ? Severity.LOW : Severity.INFO;
    }
}
