package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What PMD, Checkstyle and detekt write beside their XML.
final class JavaLint {
    private static final String SOURCE = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[A-Za-z]{1,10})";

    private JavaLint() {}

    static List<JsonDialect> objects() {
        return List.of(pmd());
    }

    static List<TextDialect> texts() {
        return List.of(pmdText(), pmdCsv(), checkstyle(), detekt());
    }

    /// PMD's renderers/JsonRenderer.java.
    private static JsonDialect pmd() {
        return JsonDialect.of("pmd-json", Tool.findings("pmd"))
                .object("pmdVersion", "files")
                .at("/files/*", JsonLayout.Role.FILE)
                .findings("/files/*/violations/*")
                .at("/suppressedViolations/*", JsonLayout.Role.GROUP)
                .at("/suppressedViolations/*/violations/*", JsonLayout.Role.SUPPRESSED)
                .at("/processingErrors/*", JsonLayout.Role.ERROR)
                .at("/configurationErrors/*", JsonLayout.Role.ERROR)
                .columns("rule", "description", "filename", "beginline", "priority")
                .level(JavaLint::priority)
                .errors(FindingsSheet.Errors.OWN)
                .version("pmdVersion")
                .page(
                        "PMD -f json",
                        "violations with rule, priority as severity, place; suppressed violations; errors of processing and configuration; version",
                        "https://docs.pmd-code.org/latest/pmd_userdocs_report_formats.html#json");
    }

    private static Severity priority(String priority) {
        return switch (priority) {
            case "1", "2" -> Severity.HIGH;
            case "3" -> Severity.MEDIUM;
            case "4", "5" -> Severity.LOW;
            default -> Severity.UNSTATED;
        };
    }

    /// PMD's renderers/TextRenderer.java, since version 6: tabs around the rule. Errors of processing stand
    /// below with a hyphen.
    private static TextDialect pmdText() {
        return TextDialect.of("pmd-text", Tool.findings("pmd"))
                .hints(":\t")
                .form(SOURCE + ":(?<line>\\d+):\\t(?<rule>[A-Z][A-Za-z0-9]{1,80}):\\t(?<message>.*)")
                .side("^\\S.{0,1000}\\t-\\t")
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page("PMD -f text", "https://docs.pmd-code.org/latest/pmd_userdocs_report_formats.html#text");
    }

    /// PMD's renderers/CSVRenderer.java, with all of its columns.
    private static TextDialect pmdCsv() {
        return TextDialect.of("pmd-csv", Tool.findings("pmd"))
                .hints("\"Problem\",\"Package\",\"File\"")
                .form("\"\\d{1,9}\",\"[^\"]{0,500}\",\"(?<path>[^\"]{1,1000})\",\"(?<level>[1-5])\",\"(?<line>\\d+)\","
                        + "\"(?<message>(?:[^\"]|\"\"){0,2000}+)\",\"[^\"]{0,200}\",\"(?<rule>[^\"]{1,200})\"")
                .weight(Weight.WITH_SIGN)
                .table()
                .own("^\"Problem\",\"Package\",\"File\",\"Priority\",\"Line\",")
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page("PMD -f csv", "https://docs.pmd-code.org/latest/pmd_userdocs_report_formats.html#csv");
    }

    /// Checkstyle's DefaultLogger.java, the form plain, since version 6.16.
    private static TextDialect checkstyle() {
        return TextDialect.of("checkstyle-text", Tool.findings("checkstyle"))
                .hints("Starting audit...", "Audit done.")
                .form("\\[(?<level>ERROR|WARN|INFO)\\] (?<path>(?:[A-Za-z]:)?[^:]{1,1000}):(?<line>\\d+)(?::\\d+)?: "
                        + "(?<message>.*?)(?: \\[(?<rule>[A-Za-z][\\w.-]{0,100})\\])?")
                .weight(Weight.WITH_SIGN)
                .own("^Starting audit\\.{3}$|^Audit done\\.$")
                .side("^Checkstyle ends with ")
                .change(entry -> (entry.severity() == Severity.UNSTATED ? entry.severity(Severity.MEDIUM) : entry)
                        .rule(entry.rule().isEmpty() ? "unnamed" : entry.rule()))
                .page("Checkstyle -f plain", "https://checkstyle.org/cmdline.html");
    }

    /// detekt's TxtOutputReport.kt, and FindingsReport.kt for the console since 1.23. It states no severity
    /// there.
    private static TextDialect detekt() {
        return TextDialect.of("detekt-text", Tool.findings("detekt"))
                .hints(".kt:", ".kts:")
                .form(
                        "(?<rule>[A-Z][A-Za-z0-9]{1,80}) - (?<message>.{1,1000}?) at (?<path>\\S.{0,1000}?\\.kts?):(?<line>\\d+):\\d+"
                                + "(?: - Signature=.*)?")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.kts?):(?<line>\\d+):\\d+: (?<message>.{1,2000}) "
                        + "\\[(?<rule>[A-Z][A-Za-z0-9]{1,80})\\]")
                .side("^Analysis failed with \\d+ weighted issues|^Run failed with ")
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page(
                        "detekt: its txt report, its console since 1.23",
                        "https://detekt.dev/docs/introduction/reporting/");
    }
}
