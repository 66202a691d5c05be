package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.Locale;

/// The words of tools that abbreviate theirs, or have more of them than {@link Severities} knows.
///
/// | ours | words |
/// |---|---|
/// | HIGH | err, fail, danger |
/// | MEDIUM | warn |
/// | LOW | advice, weak_warning |
/// | INFO | suggestion, trace |
final class Levels {
    private Levels() {}

    static Severity of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "err", "fail", "danger" -> Severity.HIGH;
            case "warn" -> Severity.MEDIUM;
            case "advice", "weak_warning" -> Severity.LOW;
            case "suggestion", "trace" -> Severity.INFO;
            default -> Severities.ofWord(word);
        };
    }
}
