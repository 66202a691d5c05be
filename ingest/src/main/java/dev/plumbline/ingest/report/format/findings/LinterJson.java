package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports of linters for scripts, prose, SQL, Swift, PHP, Dart, Haskell, Elixir and Clojure.
final class LinterJson {
    private LinterJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                biome(),
                oxlint(),
                deno(),
                dartAnalyze(),
                tslint(),
                swiftlint(),
                markdownlint(),
                vale(),
                sqlfluff(),
                spectral(),
                revive(),
                credo(),
                phpcs(),
                phpmd(),
                deptry(),
                cljKondo(),
                hlint(),
                reek(),
                rustfmt(),
                jscpd());
    }

    /// Biome's crates/biome_cli/src/reporter/json.rs: places were byte offsets before version 2.4, lines
    /// since.
    private static JsonDialect biome() {
        return JsonDialect.of("biome-json", Tool.findings("biome"))
                .object("summary", "diagnostics")
                .only(JsonDialect.has("suggestedFixesSkipped", "diagnosticsNotPrinted"))
                .findings("/diagnostics/*")
                .columns(
                        "category",
                        "description|message|message/*/content",
                        "location/path|location/path/file",
                        "location/start/line",
                        "severity")
                .declares("summary/errors", "errors")
                .declares("summary/warnings", "warnings")
                .page(
                        "biome lint, check, ci --reporter=json",
                        "diagnostics with category, severity, place; the tool's own counts",
                        "https://biomejs.dev/reference/reporters/#json");
    }

    /// Oxlint's documentation of `--format=json`.
    private static JsonDialect oxlint() {
        return JsonDialect.of("oxlint-json", Tool.findings("oxlint"))
                .object("diagnostics", "number_of_files")
                .findings("/diagnostics/*")
                .columns("code", "message", "filename", "labels/*/span/line", "severity")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("syntax") : entry)
                .declares("number_of_files", "files")
                .declares("number_of_rules", "rules")
                .page(
                        "oxlint --format=json",
                        "diagnostics with rule, severity, place; how many files and rules there were",
                        "https://oxc.rs/docs/guide/usage/linter/output-formats.html");
    }

    /// Deno's cli/tools/lint/reporters.rs. It knows errors only; files that could not be parsed are its
    /// own.
    private static JsonDialect deno() {
        return JsonDialect.of("deno-lint-json", Tool.findings("deno"))
                .object("diagnostics", "errors")
                .without("number_of_files", "summary", "command")
                .findings("/diagnostics/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("code", "message", "filename", "range/start/line", "")
                .always(Severity.HIGH)
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "deno lint --json",
                        "diagnostics with rule and place; files that could not be read",
                        "https://docs.deno.com/runtime/reference/cli/lint/");
    }

    /// Dart's pkg/dartdev/lib/src/commands/analyze.dart.
    private static JsonDialect dartAnalyze() {
        return JsonDialect.of("dart-analyze-json", Tool.findings("dart-analyze"))
                .object("version", "diagnostics")
                .only(JsonDialect.has("problemMessage"))
                .findings("/diagnostics/*")
                .columns("code", "problemMessage", "location/file", "location/range/start/line", "severity")
                .page(
                        "dart analyze --format=json, flutter analyze",
                        "diagnostics with code, severity, place",
                        "https://dart.dev/tools/dart-analyze");
    }

    /// TSLint's formatters/jsonFormatter.ts. Lines begin at 0 there.
    private static JsonDialect tslint() {
        return JsonDialect.of("tslint-json", Tool.findings("tslint"))
                .list("failure", "name", "ruleName", "startPosition")
                .findings("/*")
                .columns("ruleName", "failure", "name", "startPosition/line", "ruleSeverity")
                .adjust((row, entry) -> row.find("startPosition/line") == null ? entry : entry.line(entry.line() + 1))
                .page(
                        "tslint --format json",
                        "failures with rule, severity, place",
                        "https://palantir.github.io/tslint/formatters/json/");
    }

    /// SwiftLint's JSONReporter.swift.
    private static JsonDialect swiftlint() {
        return JsonDialect.of("swiftlint-json", Tool.findings("swiftlint"))
                .list("file", "reason", "rule_id", "severity")
                .findings("/*")
                .columns("rule_id", "reason", "file", "line", "severity")
                .page(
                        "swiftlint --reporter json",
                        "violations with rule, severity, place",
                        "https://realm.github.io/SwiftLint/JSONReporter.html");
    }

    /// markdownlint-cli's `--json`: the objects of the library. They have no severity before 0.39.
    private static JsonDialect markdownlint() {
        return JsonDialect.of("markdownlint-json", Tool.findings("markdownlint"))
                .list("fileName", "lineNumber", "ruleNames")
                .findings("/*")
                .columns("ruleNames/*", "errorDetail|ruleDescription", "fileName", "lineNumber", "severity")
                .level(word -> word.equals("error") ? Severity.HIGH : Severity.MEDIUM)
                .page(
                        "markdownlint-cli --json, markdownlint-cli2's JSON formatter",
                        "findings with rule and place; without a stated severity they are warnings",
                        "https://github.com/DavidAnson/markdownlint#result");
    }

    /// Vale's cmd/vale/json.go: alerts by file.
    private static JsonDialect vale() {
        return JsonDialect.of("vale-json", Tool.findings("vale"))
                .object()
                .only(head -> List.of("\"Check\"", "\"Match\"", "\"Span\"", "\"Severity\"").stream()
                        .allMatch(head::has))
                .at("/{}", JsonLayout.Role.FILE)
                .findings("/{}/*")
                .columns("Check", "Message", JsonLayout.FIELD_NAME, "Line", "Severity")
                .level(word -> word.equals("suggestion") ? Severity.INFO : Levels.of(word))
                .page(
                        "vale --output=JSON",
                        "alerts with check, severity (suggestions as INFO), place",
                        "https://vale.sh/docs/topics/output/");
    }

    /// SQLFluff's documentation of `lint --format json`. Since 3 places have a start. It states no levels,
    /// but which violations are warnings.
    private static JsonDialect sqlfluff() {
        return JsonDialect.of("sqlfluff-json", Tool.findings("sqlfluff"))
                .list("filepath", "violations")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/violations/*")
                .columns("code", "description", "filepath", "start_line_no|line_no", "warning")
                .level(warning -> warning.equals("true") ? Severity.MEDIUM : Severity.HIGH)
                .page(
                        "sqlfluff lint --format json",
                        "violations with code and place; those that are warnings as such",
                        "https://docs.sqlfluff.com/en/stable/production/cli_use.html");
    }

    /// Spectral's packages/cli/src/formatters/json.ts: severities 0 to 3 are error, warning, information,
    /// hint; lines begin at 0.
    private static JsonDialect spectral() {
        return JsonDialect.of("spectral-json", Tool.findings("spectral"))
                .list("code", "path", "message", "severity", "range")
                .findings("/*")
                .columns("code", "message", "source", "range/start/line", "severity")
                .level(number -> switch (number) {
                    case "0" -> Severity.HIGH;
                    case "1" -> Severity.MEDIUM;
                    case "2" -> Severity.LOW;
                    case "3" -> Severity.INFO;
                    default -> Severity.UNSTATED;
                })
                .adjust((row, entry) -> row.find("range/start/line") == null ? entry : entry.line(entry.line() + 1))
                .page(
                        "spectral lint --format json",
                        "results with code, severity, place",
                        "https://docs.stoplight.io/docs/spectral/9ffa04e052cc1-spectral-cli");
    }

    /// revive's formatter/json.go and lint/failure.go.
    private static JsonDialect revive() {
        return JsonDialect.of("revive-json", Tool.findings("revive"))
                .list("Severity", "Failure", "RuleName", "Position")
                .findings("/*")
                .columns("RuleName", "Failure", "Position/Start/Filename", "Position/Start/Line", "Severity")
                .page(
                        "revive -formatter json",
                        "failures with rule, severity, place",
                        "https://github.com/mgechev/revive#formatters");
    }

    /// Credo's lib/credo/cli/output/formatter/json.ex. A priority from 20 is «higher», from 10 «high», from
    /// 0 «normal».
    private static JsonDialect credo() {
        return JsonDialect.of("credo-json", Tool.findings("credo"))
                .object("issues")
                .only(JsonDialect.has("line_no", "column_end"))
                .findings("/issues/*")
                .columns("check", "message", "filename", "line_no", "priority")
                .level(LinterJson::priority)
                .page(
                        "mix credo --format json",
                        "issues with check, priority as severity, place",
                        "https://hexdocs.pm/credo/mix_tasks.html");
    }

    private static Severity priority(String number) {
        if (number.startsWith("-") || number.isEmpty()) {
            return Severity.LOW;
        }
        return number.length() == 1 ? Severity.LOW : number.startsWith("1") ? Severity.MEDIUM : Severity.HIGH;
    }

    /// PHP_CodeSniffer's Reports/Json.php: the types ERROR and WARNING; its numbered severity says how sure
    /// it is.
    private static JsonDialect phpcs() {
        return JsonDialect.of("phpcs-json", Tool.findings("phpcs"))
                .object("totals", "files")
                .only(JsonDialect.has("fixable"))
                .at("/files/{}", JsonLayout.Role.FILE)
                .findings("/files/{}/messages/*")
                .columns("source", "message", JsonLayout.FIELD_NAME, "line", "type")
                .declares("totals/errors", "errors")
                .declares("totals/warnings", "warnings")
                .page(
                        "phpcs --report=json",
                        "messages with sniff, type, place; the tool's own counts",
                        "https://github.com/PHPCSStandards/PHP_CodeSniffer/wiki/Reporting");
    }

    /// PHPMD's Renderer/JSONRenderer.php: priorities 1 to 5, as PMD's.
    private static JsonDialect phpmd() {
        return JsonDialect.of("phpmd-json", Tool.findings("phpmd"))
                .object("package", "files")
                .only(JsonDialect.has("phpmd"))
                .at("/files/*", JsonLayout.Role.FILE)
                .findings("/files/*/violations/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("rule", "description", "file", "beginLine", "priority")
                .level(priority -> switch (priority) {
                    case "1" -> Severity.CRITICAL;
                    case "2" -> Severity.HIGH;
                    case "3" -> Severity.MEDIUM;
                    case "4" -> Severity.LOW;
                    case "5" -> Severity.INFO;
                    default -> Severity.UNSTATED;
                })
                .version("version")
                .page(
                        "phpmd … json",
                        "violations with rule, priority as severity, place; version",
                        "https://phpmd.org/documentation/index.html");
    }

    /// deptry's reporters/json.py. All it reports makes it fail.
    private static JsonDialect deptry() {
        return JsonDialect.of("deptry-json", Tool.findings("deptry"))
                .list("error", "module", "location")
                .findings("/*")
                .columns("error/code", "error/message", "location/file", "location/line", "")
                .always(Severity.HIGH)
                .page(
                        "deptry --json-output",
                        "violations with code and place",
                        "https://deptry.com/usage/#json-output");
    }

    /// clj-kondo's documentation of `{:output {:format :json}}`.
    private static JsonDialect cljKondo() {
        return JsonDialect.of("clj-kondo-json", Tool.findings("clj-kondo"))
                .object("findings", "summary")
                .findings("/findings/*")
                .columns("type", "message", "filename", "row", "level")
                .declares("summary/error", "errors")
                .declares("summary/warning", "warnings")
                .page(
                        "clj-kondo with the output format json",
                        "findings with type, level, place; the tool's own counts",
                        "https://github.com/clj-kondo/clj-kondo/blob/master/doc/config.md#print-results-in-json-format");
    }

    /// HLint's `--json`: severities Error, Warning, Suggestion.
    private static JsonDialect hlint() {
        return JsonDialect.of("hlint-json", Tool.findings("hlint"))
                .list("hint", "file", "startLine", "severity")
                .findings("/*")
                .columns("hint", "note/*|hint", "file", "startLine", "severity")
                .level(word -> word.equals("Suggestion") ? Severity.INFO : Levels.of(word))
                .adjust((row, entry) -> entry.suppressed(row.text("severity").equals("Ignore")))
                .page(
                        "hlint --json",
                        "hints with severity and place; ignored ones as suppressed",
                        "https://github.com/ndmitchell/hlint#readme");
    }

    /// Reek's report/json_report.rb. It states no levels.
    private static JsonDialect reek() {
        return JsonDialect.of("reek-json", Tool.findings("reek"))
                .list("context", "lines", "message", "smell_type", "source")
                .findings("/*")
                .columns("smell_type", "message", "source", "lines/*", "")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "reek --format json",
                        "smells with type and first place",
                        "https://github.com/troessner/reek/blob/master/docs/Command-Line-Options.md");
    }

    /// rustfmt's emitter/json.rs: places in a file that it would write otherwise.
    private static JsonDialect rustfmt() {
        return JsonDialect.of("rustfmt-json", Tool.format("rustfmt"))
                .list("name", "mismatches")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/mismatches/*")
                .columns("", "original", "name", "original_begin_line", "")
                .adjust((row, entry) -> entry.rule("would-reformat")
                        .message("would be written otherwise")
                        .severity(Severity.MEDIUM))
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "rustfmt --check --emit json",
                        "places that would be written otherwise",
                        "https://github.com/rust-lang/rustfmt/blob/main/src/emitter/json.rs");
    }

    /// jscpd's documentation of its reporter `json`: a clone is a finding at its first place.
    private static JsonDialect jscpd() {
        return JsonDialect.of("jscpd-json", Tool.findings("jscpd"))
                .object("duplicates", "statistics|duplicates")
                .only(JsonDialect.has("firstFile", "detectionDate"))
                .findings("/duplicates/*")
                .columns("format", "lines", "firstFile/name", "firstFile/start", "")
                .values("secondFile/name")
                .adjust((row, entry) -> entry.rule("duplicate")
                        .message(row.text("lines") + " lines as in " + row.text("secondFile/name")))
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "jscpd --reporters json",
                        "clones with their first place and the name of the second",
                        "https://github.com/kucherenko/jscpd/tree/master/packages/jscpd#json-reporter");
    }
}
