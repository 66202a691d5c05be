package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports of linters and type checkers for Python.
final class PythonJson {
    private PythonJson() {}

    static List<JsonDialect> dialects() {
        return List.of(bandit(), pylint(), pylint2(), pyright(), mypy(), ruffLines(), flake8());
    }

    /// bandit's formatters/json.py. What `# nosec` hides is counted by the tool, and not listed.
    private static JsonDialect bandit() {
        return JsonDialect.of("bandit-json", Tool.findings("bandit"))
                .object("errors", "metrics", "results|generated_at")
                .findings("/results/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("test_id|test_name", "issue_text", "filename", "line_number", "issue_severity")
                .errors(FindingsSheet.Errors.OWN)
                .declares("metrics/_totals/nosec", "suppressed")
                .facts(
                        (row, sheet) -> {
                            String ended = row.find("generated_at");
                            if (ended != null) {
                                sheet.finished(ended);
                            }
                        },
                        "generated_at")
                .page(
                        "bandit",
                        "findings with rule, severity, place; the tool's errors; how many lines `# nosec` hides",
                        "https://github.com/PyCQA/bandit/blob/main/bandit/formatters/json.py");
    }

    /// pylint's reporters/json_reporter.py, JSONReporter.
    private static JsonDialect pylint() {
        return JsonDialect.of("pylint-json", Tool.findings("pylint"))
                .list("type", "path", "symbol", "message", "message-id")
                .findings("/*")
                .columns("message-id|symbol", "message", "path", "line", "type")
                .page(
                        "pylint --output-format=json",
                        "findings with message id, type as severity, place",
                        "https://pylint.readthedocs.io/en/stable/user_guide/usage/output.html");
    }

    /// The same, JSON2Reporter: with the counts that the tool itself makes.
    private static JsonDialect pylint2() {
        return JsonDialect.of("pylint-json2", Tool.findings("pylint"))
                .object("messages")
                .only(JsonDialect.has("statistics", "messageId"))
                .findings("/messages/*")
                .columns("messageId|symbol", "message", "path|absolutePath", "line", "type")
                .declares("statistics/messageTypeCount/fatal", "errors")
                .declares("statistics/messageTypeCount/error", "errors")
                .declares("statistics/messageTypeCount/warning", "warnings")
                .declares("statistics/modulesLinted", "files")
                .page(
                        "pylint --output-format=json2",
                        "findings with message id, type as severity, place; the tool's own counts",
                        "https://pylint.readthedocs.io/en/stable/user_guide/usage/output.html");
    }

    /// pyright's documentation of `--outputjson`. Lines begin at 0 there.
    private static JsonDialect pyright() {
        return JsonDialect.of("pyright-json", Tool.types("pyright"))
                .object("version", "generalDiagnostics")
                .findings("/generalDiagnostics/*")
                .columns("rule", "message", "file|uri", "range/start/line", "severity")
                .adjust((row, entry) -> row.find("range/start/line") == null ? entry : entry.line(entry.line() + 1))
                .version("version")
                .declares("summary/errorCount", "errors")
                .declares("summary/warningCount", "warnings")
                .declares("summary/filesAnalyzed", "files")
                .page(
                        "pyright, basedpyright",
                        "diagnostics with rule, severity, place; version; the tool's own counts",
                        "https://github.com/microsoft/pyright/blob/main/docs/command-line.md#json-output");
    }

    /// mypy's error_formatter.py, JSONFormatter: a line for each error. Notes explain errors and are not
    /// findings.
    private static JsonDialect mypy() {
        return JsonDialect.of("mypy-json", Tool.types("mypy"))
                .sequence("file", "line", "message", "hint", "code", "severity")
                .silence(JsonDialect.Silence.IN_THIS_FORMAT)
                .columns("code", "message", "file", "line", "severity")
                .adjust((row, entry) -> row.text("severity").equals("note") ? entry.state(State.INFORMATIONAL) : entry)
                .page(
                        "mypy --output=json",
                        "errors with code, place; notes apart",
                        "https://github.com/python/mypy/blob/master/mypy/error_formatter.py");
    }

    /// Ruff's message/json_lines.rs: the entries of its JSON list, a line each.
    private static JsonDialect ruffLines() {
        return JsonDialect.of("ruff-json-lines", Tool.findings("ruff"))
                .sequence("code", "filename", "location", "message", "noqa_row")
                .silence(JsonDialect.Silence.IN_THIS_FORMAT)
                .columns("code", "message", "filename", "location/row", "severity")
                .level(word -> word.isEmpty() ? Severity.HIGH : Severities.ofWord(word))
                .change(entry -> entry.rule().isEmpty() ? entry.rule("invalid-syntax") : entry)
                .page(
                        "ruff check --output-format json-lines",
                        "findings with rule, severity, place",
                        "https://docs.astral.sh/ruff/settings/#output-format");
    }

    /// flake8-json's formatters.py: files with what was found in them. Levels are those of flake8's text.
    private static JsonDialect flake8() {
        return JsonDialect.of("flake8-json", Tool.findings("flake8"))
                .object()
                .only(JsonDialect.has("line_number")
                        .and(JsonDialect.has("column_number"))
                        .and(JsonDialect.has("physical_line")))
                .at("/{}", JsonLayout.Role.GROUP)
                .findings("/{}/*")
                .columns("code", "text", "filename|" + JsonLayout.FIELD_NAME, "line_number", "")
                .errors(FindingsSheet.Errors.NONE)
                .change(PythonText::ofFlake8)
                .page(
                        "flake8 --format=json with flake8-json",
                        "findings with rule and place",
                        "https://github.com/PyCQA/flake8-json#readme");
    }
}
