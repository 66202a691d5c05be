package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports on pages, their accessibility, the parts of a JavaScript project, contracts and APIs.
final class PagesJson {
    private PagesJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                htmlhint(),
                nuHtmlChecker(),
                axe(),
                pa11y(),
                pa11yCi(),
                dependencyCruiser(),
                flow(),
                solhint(),
                redocly(),
                squawk(),
                protolint(),
                regal(),
                lighthouseAssertions(),
                pyrefly());
    }

    /// Lighthouse CI's assertion-results.json: by default only those that failed.
    private static JsonDialect lighthouseAssertions() {
        return JsonDialect.of("lighthouse-assertions-json", Tool.findings("lighthouse"))
                .list("auditId", "level", "passed", "actual|expected")
                .findings("/*")
                .columns("auditId", "auditTitle|message|name", "", "", "level")
                .values("passed", "auditProperty/*", "actual")
                .level(Levels::of)
                .adjust((row, entry) -> {
                    String property = row.text("auditProperty/*");
                    Entry named = property.isEmpty() ? entry : entry.rule(entry.rule() + "." + property);
                    return row.flag("passed") ? null : named;
                })
                .page(
                        "lhci assert: .lighthouseci/assertion-results.json",
                        "assertions that failed, with audit and level; passed ones are left out",
                        "https://github.com/GoogleChrome/lighthouse-ci/blob/main/docs/assertions.md");
    }

    /// Pyrefly's `--output-format json`.
    private static JsonDialect pyrefly() {
        return JsonDialect.of("pyrefly-json", Tool.types("pyrefly"))
                .object("errors")
                .only(JsonDialect.has("concise_description"))
                .findings("/errors/*")
                .columns("name", "concise_description|description", "path", "line", "severity")
                .level(Levels::of)
                .page(
                        "pyrefly check --output-format json",
                        "errors with name, severity and place",
                        "https://pyrefly.org/en/docs/");
    }

    /// HTMLHint's formatters/json.ts.
    private static JsonDialect htmlhint() {
        return JsonDialect.of("htmlhint-json", Tool.findings("htmlhint"))
                .list("file", "messages")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/messages/*")
                .columns("rule/id", "message", "file", "line", "type")
                .page(
                        "htmlhint --format json",
                        "messages with rule, type and place",
                        "https://htmlhint.com/usage/cli/");
    }

    /// The Nu Html Checker's [JSON](https://github.com/validator/validator/wiki/Output-%C2%BB-JSON): what is `info` is
    /// a
    /// warning where its subType says so.
    private static JsonDialect nuHtmlChecker() {
        return JsonDialect.of("vnu-json", Tool.findings("vnu"))
                .object("messages")
                .only(JsonDialect.has("lastLine", "hiliteStart", "subType"))
                .findings("/messages/*")
                .columns("type", "message", "url", "lastLine|firstLine", "type")
                .values("subType")
                .adjust((row, entry) -> switch (row.text("type")) {
                    case "non-document-error" -> entry.severity(Severity.HIGH);
                    case "info" ->
                        row.text("subType").equals("warning")
                                ? entry.rule("warning").severity(Severity.MEDIUM)
                                : entry;
                    default -> entry;
                })
                .page(
                        "vnu --format json, the W3C's checker of HTML",
                        "messages with type and place",
                        "https://github.com/validator/validator/wiki/Output-%C2%BB-JSON");
    }

    /// axe-core's results: a violation stands once, with the elements that have it. What could not be
    /// decided is incomplete and no finding.
    private static JsonDialect axe() {
        return JsonDialect.of("axe-json", Tool.findings("axe"))
                .either("violations", "passes", "incomplete")
                .at("/*", JsonLayout.Role.GROUP)
                .findings("/violations/*")
                .findings("/*/violations/*")
                .columns("id", "help|description", "url", "", "impact")
                .level(word -> switch (word) {
                    case "critical" -> Severity.CRITICAL;
                    case "serious" -> Severity.HIGH;
                    case "moderate" -> Severity.MEDIUM;
                    case "minor" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .change(entry -> entry.path(""))
                .version("testEngine/version")
                .page(
                        "axe --save, axe-core's results",
                        "violations with rule and impact; version",
                        "https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#results-object");
    }

    /// Pa11y's reporters/json.js.
    private static JsonDialect pa11y() {
        return JsonDialect.of("pa11y-json", Tool.findings("pa11y"))
                .list("code", "type", "typeCode", "message", "selector")
                .findings("/*")
                .columns("code", "message", "", "", "type")
                .level(word -> word.equals("notice") ? Severity.INFO : Severities.ofWord(word))
                .page("pa11y --reporter json", "issues with code and type", "https://github.com/pa11y/pa11y#readme");
    }

    /// Pa11y CI's `--json`: issues by address.
    private static JsonDialect pa11yCi() {
        return JsonDialect.of("pa11y-ci-json", Tool.findings("pa11y"))
                .object("total", "passes", "errors", "results")
                .findings("/results/{}/*")
                .columns("code", "message", "", "", "type")
                .level(word -> word.equals("notice")
                        ? Severity.INFO
                        : word.isEmpty() ? Severity.HIGH : Severities.ofWord(word))
                .change(entry -> entry.rule().isEmpty() ? entry.rule("page") : entry)
                .page("pa11y-ci --json", "issues with code and type", "https://github.com/pa11y/pa11y-ci#readme");
    }

    /// dependency-cruiser's cruise-result.schema.json: violations of its rules.
    private static JsonDialect dependencyCruiser() {
        return JsonDialect.of("dependency-cruiser-json", Tool.findings("dependency-cruiser"))
                .object("modules", "summary")
                .findings("/summary/violations/*")
                .columns("rule/name", "to", "from", "", "rule/severity")
                .adjust((row, entry) -> entry.message(row.text("from") + " → " + row.text("to"))
                        .suppressed(row.text("rule/severity").equals("ignore")))
                .level(Levels::of)
                .declares("summary/error", "errors")
                .declares("summary/warn", "warnings")
                .declares("summary/totalCruised", "files")
                .page(
                        "depcruise --output-type json",
                        "violations with rule, severity and module; the tool's own counts",
                        "https://github.com/sverweij/dependency-cruiser/blob/main/doc/cli.md#json");
    }

    /// Flow's `check --json`: the first part of an error's message names its place.
    private static JsonDialect flow() {
        return JsonDialect.of("flow-json", Tool.types("flow"))
                .object("flowVersion", "errors")
                .findings("/errors/*")
                .columns(
                        "error_codes/*|kind",
                        "message/*/descr",
                        "message/*/loc/source|message/*/path",
                        "message/*/loc/start/line|message/*/line",
                        "level")
                .version("flowVersion")
                .page(
                        "flow check --json",
                        "errors and warnings with code and place; version",
                        "https://flow.org/en/docs/cli/");
    }

    /// solhint's formatters/json.js: entries, and a conclusion as the last of them.
    private static JsonDialect solhint() {
        return JsonDialect.of("solhint-json", Tool.findings("solhint"))
                .list("filePath", "ruleId", "severity", "message")
                .without("messages")
                .findings("/*")
                .values("conclusion")
                .columns("ruleId", "message", "filePath", "line", "severity")
                .adjust((row, entry) -> row.find("conclusion") != null && row.find("ruleId") == null ? null : entry)
                .page(
                        "solhint --formatter json",
                        "findings with rule, severity and place",
                        "https://protofire.github.io/solhint/");
    }

    /// Redocly's format.ts, `json`.
    private static JsonDialect redocly() {
        return JsonDialect.of("redocly-json", Tool.findings("redocly"))
                .object("totals", "problems")
                .findings("/problems/*")
                .columns("ruleId", "message", "location/*/source/ref", "location/*/start/line", "severity")
                .values("ignored")
                .level(Levels::of)
                .adjust((row, entry) -> entry.suppressed(row.flag("ignored")))
                .version("version")
                .declares("totals/errors", "errors")
                .declares("totals/warnings", "warnings")
                .page(
                        "redocly lint --format=json",
                        "problems with rule, severity and place; version; the tool's own counts",
                        "https://redocly.com/docs/cli/commands/lint");
    }

    /// Squawk's reporter.rs, `--reporter=json`.
    private static JsonDialect squawk() {
        return JsonDialect.of("squawk-json", Tool.findings("squawk"))
                .list("file", "line", "level", "rule_name")
                .findings("/*")
                .columns("rule_name", "message|messages/*/Note|messages/*/note", "file", "line", "level")
                .page("squawk --reporter=json", "violations with rule, level and place", "https://squawkhq.com/docs/");
    }

    /// protolint's reporters/jsonReporter.go.
    private static JsonDialect protolint() {
        return JsonDialect.of("protolint-json", Tool.findings("protolint"))
                .object("lints")
                .findings("/lints/*")
                .columns("rule", "message", "filename", "line", "severity")
                .nulls()
                .page(
                        "protolint -reporter json",
                        "lints with rule, severity and place",
                        "https://github.com/yoheimuta/protolint#readme");
    }

    /// Regal's report.go.
    private static JsonDialect regal() {
        return JsonDialect.of("regal-json", Tool.findings("regal"))
                .object("violations", "summary")
                .only(JsonDialect.has("files_scanned").or(JsonDialect.has("rules_skipped")))
                .findings("/violations/*")
                .columns("title", "description", "location/file", "location/row", "level")
                .nulls()
                .declares("summary/num_violations", "findings")
                .declares("summary/files_scanned", "files")
                .page(
                        "regal lint --format json",
                        "violations with rule, level and place; the tool's own counts",
                        "https://www.openpolicyagent.org/projects/regal/output-formats");
    }
}
