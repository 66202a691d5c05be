package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What checkers of PHP, SQL, Haskell, HTML and TypeScript print, and Bandit's table: lines that nobody
/// else writes.
final class PrintedText {
    /// A field of a table: in quotes, which are doubled or have a backslash inside, or without a comma.
    private static final String FIELD = "(?:\"(?:[^\"\\\\]|\\\\.|\"\")*+\"|[^,\"]*+)";

    private PrintedText() {}

    static List<TextDialect> all() {
        return List.of(phpcs(), phpmd(), sqlfluff(), hlint(), bandit(), WebText.htmlHint(), tslint());
    }

    /// PHP_CodeSniffer's src/Reports: Full.php, which names sniffs only when asked, Emacs.php, Csv.php.
    private static TextDialect phpcs() {
        return TextDialect.of("phpcs-text", Tool.findings("phpcs"))
                .hints("FILE: ", ": error - ", ": warning - ", "File,Line,Column,Type,Message,Source,Severity,Fixable")
                .form(
                        "FILE: (?<path>.{1,1000}) >> (?<line>\\d+)\\s+\\| (?<level>ERROR|WARNING)\\s+\\| (?:\\[[ x]\\] )?(?<message>.*)")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<level>error|warning) - (?<message>.*)")
                .form(
                        "\"(?<path>(?:[^\"\\\\]|\\\\.|\"\"){1,1000}+)\",(?<line>\\d+),\\d+,(?<level>error|warning),(?<message>"
                                + FIELD + "),(?<rule>[\\w.]{1,200}),\\d+,[01]")
                .own("^File,Line,Column,Type,Message,Source,Severity,Fixable$|^FOUND \\d+ (?:ERROR|WARNING)S? ")
                .side("^(?:FILE: |-{20,}$|PHPCBF CAN FIX |Time: |FOUND )")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page(
                        "phpcs --report=full, emacs, csv",
                        "https://github.com/PHPCSStandards/PHP_CodeSniffer/wiki/Reporting");
    }

    /// PHPMD's Renderer/TextRenderer.php and AnsiRenderer.php. It states no severity.
    private static TextDialect phpmd() {
        return TextDialect.of("phpmd-text", Tool.findings("phpmd"))
                .hints(".php:", "| VIOLATION |", ".inc:")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[A-Za-z0-9]{1,5}):(?<line>\\d+)\\s+(?<rule>[A-Z][A-Za-z]{2,60})\\s{2,}(?<message>\\S.*)")
                .form("FILE: (?<path>.{1,1000}) >> (?<line>\\d+)\\s+\\| VIOLATION \\| (?<message>.*)")
                .side("^(?:FILE: |-{3,}$|Found \\d+ violations? |No mess detected)")
                .change(entry ->
                        entry.severity(Severity.MEDIUM).rule(entry.rule().isEmpty() ? "unnamed" : entry.rule()))
                .page("phpmd … text, ansi", "https://phpmd.org/documentation/index.html#renderers");
    }

    /// SQLFluff's cli/formatters.py. A code of three letters is an error of the tool: it could not parse.
    private static TextDialect sqlfluff() {
        return TextDialect.of("sqlfluff-text", Tool.findings("sqlfluff"))
                .hints("== [")
                .form(
                        "== \\[(?<path>.{1,1000})\\] FAIL >> L:\\s+(?<line>\\d+) \\| P:\\s+\\d+ \\|\\s+(?<rule>[A-Z]{1,5}\\d{0,4}) \\| (?<message>.*)")
                .own("^== \\[.{1,1000}\\] (?:PASS|FAIL)$")
                .side("^All Finished")
                .change(entry -> entry.severity(Severity.HIGH))
                .page("sqlfluff lint", "https://docs.sqlfluff.com/en/stable/reference/cli.html");
    }

    /// HLint's Idea.hs: the words of its severities; what it is about is all that names a hint.
    private static TextDialect hlint() {
        return TextDialect.of("hlint-text", Tool.findings("hlint"))
                .hints(".hs:", ".lhs:", " hint", "No hints")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.l?hs):(?:\\((?<line2>\\d+),\\d+\\)-\\(\\d+,\\d+\\)|(?<line>\\d+):\\d+(?:-\\d+)?): "
                                + "(?<level>Error|Warning|Suggestion): (?<message>.*)")
                .weight(Weight.ALONE)
                .own("^No hints$|^\\d+ hints?(?: \\(and \\d+ ignored\\))?$")
                .side("^(?:Found|Perhaps|Why not|Note|Fix):")
                .summary("^(?<findings>\\d+) hints?(?: \\(and \\d+ ignored\\))?$")
                .change(entry -> entry.severity() == Severity.UNSTATED
                        ? entry.rule(entry.message()).severity(Severity.LOW)
                        : entry.rule(entry.message()))
                .page("hlint", "https://github.com/ndmitchell/hlint#readme");
    }

    /// Bandit's formatters/csv.py.
    private static TextDialect bandit() {
        return TextDialect.of("bandit-csv", Tool.findings("bandit"))
                .hints("filename,test_name,test_id,")
                .form("(?<path>" + FIELD
                        + "),[a-z0-9_]{1,80},(?<rule>[A-Z]{1,3}\\d{3}),(?<level>LOW|MEDIUM|HIGH|UNDEFINED),"
                        + "(?:LOW|MEDIUM|HIGH|UNDEFINED),(?<message>" + FIELD + "),(?:(?!\\d)" + FIELD
                        + ",)?(?<line>\\d+),.*")
                .weight(Weight.WITH_SIGN)
                .table()
                .own("^filename,test_name,test_id,issue_severity,")
                .errors(Errors.OWN)
                .page("bandit -f csv", "https://bandit.readthedocs.io/en/latest/formatters/csv.html");
    }

    /// TSLint's formatters prose, which stated no level before version 4, and verbose.
    private static TextDialect tslint() {
        return TextDialect.of("tslint-text", Tool.findings("tslint"))
                .hints("ERROR: ", "WARNING: ", ".ts[", ".tsx[", ".js[", ".jsx[")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s\\[][^:\\[]{0,1000}\\.[jt]sx?)\\[(?<line>\\d+), \\d+\\]: (?<message>.*)")
                .form(
                        "(?<level>ERROR|WARNING): \\((?<rule>[a-z][a-z0-9-]{1,80})\\) (?<path>[^\\[]{1,1000})\\[(?<line>\\d+), \\d+\\]: (?<message>.*)")
                .form(
                        "(?<level>ERROR|WARNING): (?<path>(?:[A-Za-z]:)?[^:\\s(][^:]{0,1000}\\.[jt]sx?):(?<line>\\d+):\\d+ - (?<message>.*)")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page("tslint --format prose, verbose", "https://palantir.github.io/tslint/formatters/");
    }
}
