package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Looks;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports of linters for JavaScript, style sheets, PHP, Ruby and Kotlin.
final class WebJson {
    private WebJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                eslint(), eslintWithMetadata(), stylelint(), rubocop(), brakeman(), phpstan(), psalm(), ktlint());
    }

    /// ESLint's formatter `json` (LintResult, LintMessage): severity 2 is an error, 1 a warning. A fatal
    /// message is a file that could not be parsed.
    private static JsonDialect eslint() {
        return eslint("eslint-json", "")
                .list("filePath", "messages")
                .page(
                        "ESLint -f json, oxlint, biome's ESLint formatter",
                        "findings with rule, severity, place; suppressed messages; the counts of each file",
                        "https://eslint.org/docs/latest/use/formatters/#json");
    }

    private static JsonDialect eslintWithMetadata() {
        return eslint("eslint-json-with-metadata", "/results")
                .object("results")
                .only(JsonDialect.has("rulesMeta", "errorCount"))
                .page(
                        "ESLint -f json-with-metadata",
                        "findings with rule, severity, place; suppressed messages; the counts of each file",
                        "https://eslint.org/docs/latest/use/formatters/#json-with-metadata");
    }

    private static JsonDialect.Builder eslint(String format, String root) {
        return JsonDialect.of(format, Tool.findings("eslint"))
                .at(root + "/*", JsonLayout.Role.FILE)
                .findings(root + "/*/messages/*")
                .at(root + "/*/suppressedMessages/*", JsonLayout.Role.SUPPRESSED)
                .columns("ruleId", "message", "filePath", "line", "severity")
                .values("fatal")
                .level(WebJson::eslintLevel)
                .adjust((row, entry) ->
                        entry.rule().isEmpty() ? entry.rule(row.flag("fatal") ? "fatal" : "unnamed") : entry)
                .declares("errorCount", "errors")
                .declares("warningCount", "warnings");
    }

    private static Severity eslintLevel(String level) {
        return switch (level) {
            case "2", "error" -> Severity.HIGH;
            case "1", "warn", "warning" -> Severity.MEDIUM;
            default -> Severity.UNSTATED;
        };
    }

    /// stylelint's LintResult.
    private static JsonDialect stylelint() {
        return JsonDialect.of("stylelint-json", Tool.findings("stylelint"))
                .list("source", "warnings")
                // plug-ins that write the results themselves leave fields out
                .only(JsonDialect.has("errored", "invalidOptionWarnings", "deprecations", "rule"))
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/warnings/*")
                .at("/*/invalidOptionWarnings/*", JsonLayout.Role.ERROR)
                .columns("rule", "text", "source", "line", "severity")
                .page(
                        "stylelint --formatter json",
                        "findings with rule, severity, place; wrong options of rules as notes",
                        "https://stylelint.io/user-guide/node-api/#the-returned-promise");
    }

    /// RuboCop's formatter/json_formatter.rb.
    private static JsonDialect rubocop() {
        return JsonDialect.of("rubocop-json", Tool.findings("rubocop"))
                .object("metadata", "files")
                .only(JsonDialect.has("rubocop_version"))
                .at("/files/*", JsonLayout.Role.FILE)
                .findings("/files/*/offenses/*")
                .columns("cop_name", "message", "path", "location/start_line|location/line", "severity")
                .version("metadata/rubocop_version")
                .declares("summary/offense_count", "findings")
                .declares("summary/inspected_file_count", "files")
                .page(
                        "RuboCop -f json, Standard",
                        "offenses with cop, severity, place; version; the tool's own counts",
                        "https://docs.rubocop.org/rubocop/formatters.html#json-formatter");
    }

    /// Brakeman's report/report_json.rb. Its confidence is the severity; checks that ran are named.
    private static JsonDialect brakeman() {
        return JsonDialect.of("brakeman-json", Tool.findings("brakeman"))
                .object("scan_info", "warnings")
                .findings("/warnings/*")
                .at("/ignored_warnings/*", JsonLayout.Role.SUPPRESSED)
                .at("/errors/*", JsonLayout.Role.ERROR)
                .at("/scan_info/checks_performed/*", JsonLayout.Role.RULE)
                .columns("check_name|warning_type", "message", "file", "line", "confidence")
                .level(WebJson::confidence)
                .errors(FindingsSheet.Errors.OWN)
                .version("scan_info/brakeman_version")
                .declares("scan_info/security_warnings", "findings")
                .page(
                        "Brakeman -f json",
                        "warnings with check, confidence as severity (high, medium, weak as low), place; ignored warnings; checks that ran",
                        "https://brakemanscanner.org/docs/jsonreport/");
    }

    private static Severity confidence(String word) {
        return switch (word) {
            case "High" -> Severity.HIGH;
            case "Medium" -> Severity.MEDIUM;
            case "Weak", "Low" -> Severity.LOW;
            default -> Severity.UNSTATED;
        };
    }

    /// PHPStan's ErrorFormatter/JsonErrorFormatter.php. It knows errors only; those without a file are its
    /// own.
    private static JsonDialect phpstan() {
        return JsonDialect.of("phpstan-json", Tool.findings("phpstan"))
                .object("totals", "files")
                .only(JsonDialect.has("file_errors"))
                .at("/files/{}", JsonLayout.Role.FILE)
                .findings("/files/{}/messages/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("identifier", "message", JsonLayout.FIELD_NAME, "line", "")
                .always(Severity.HIGH)
                .errors(FindingsSheet.Errors.OWN)
                .declares("totals/file_errors", "findings")
                .declares("totals/errors", "errors")
                .page(
                        "PHPStan --error-format=json",
                        "errors with identifier and place; errors without a file as the tool's own",
                        "https://phpstan.org/user-guide/output-format");
    }

    /// Psalm's Report/JsonReport.php: severities are error and info.
    private static JsonDialect psalm() {
        return JsonDialect.of("psalm-json", Tool.findings("psalm"))
                .either("issues|severity", "issues|line_from", "issues|file_name")
                .only(head -> Looks.has(head, "\"line_from\"") && Looks.has(head, "\"column_from\""))
                .findings("/*")
                .findings("/issues/*")
                .columns("type", "message", "file_name|file_path", "line_from", "severity")
                .page(
                        "Psalm --output-format=json",
                        "issues with type, severity, place",
                        "https://psalm.dev/docs/running_psalm/command_line_usage/");
    }

    /// ktlint's JsonReporter.kt: it knows errors only.
    private static JsonDialect ktlint() {
        return JsonDialect.of("ktlint-json", Tool.findings("ktlint"))
                .list("file", "errors")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/errors/*")
                .columns("rule", "message", "file", "line", "")
                .always(Severity.HIGH)
                .page(
                        "ktlint --reporter=json",
                        "errors with rule and place",
                        "https://pinterest.github.io/ktlint/latest/install/cli/#reporting");
    }
}
