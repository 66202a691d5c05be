package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.model.evidence.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What PHPStan, Psalm, gosec, Biome, CodeChecker and the Eclipse compiler write for people.
final class CheckerText {
    private CheckerText() {}

    static List<TextDialect> all() {
        return List.of(biome(), phpstan(), psalm(), gosec(), codeChecker(), ecj());
    }

    /// Biome's reporter for the console: a line with the place and the rule above each diagnostic, whose
    /// level stands further below. Its totals are sums by level.
    private static TextDialect biome() {
        return TextDialect.of("biome-text", Tool.findings("biome"))
                .hints("\u2501\u2501\u2501", ". No fixes applied.", ". Fixed ")
                .form(
                        "(?<path>\\S.{0,1000}?):(?<line>\\d+):\\d+ (?<rule>[a-z][A-Za-z]{1,30}(?:/[A-Za-z0-9]{1,60}){0,3})"
                                + "(?: +(?:FIXABLE|DEPRECATED|VERBOSE|INTERNAL))* +\u2501{3,}")
                .form("(?<path>\\S.{0,1000}?) (?<rule>[a-z][A-Za-z]{1,30}(?:/[A-Za-z0-9]{1,60}){0,3})"
                        + "(?: +(?:FIXABLE|DEPRECATED|VERBOSE|INTERNAL))* +\u2501{3,}")
                .own(
                        "^Checked \\d+ files? in \\d[\\d.]*(?:ns|\u00b5s|ms|s|m)\\. (?:No fixes applied|Fixed \\d+ files?)\\.$")
                .side(
                        "^Found \\d+ (?:error|warning|info)s?\\.$|^reporter/|^(?:lint|check|format|ci) \u2501|^[i\u00d7!\u2139\u26a0] ")
                .summary("^Found (?<findings>\\d+) (?:error|warning|info)s?\\.$")
                .change(CheckerText::ofAFile)
                .errors(Errors.NONE)
                .page("biome lint, check, ci, and with --reporter=json", "https://biomejs.dev/reference/reporters/");
    }

    /// What Biome says of its own run, and of its summary's parts, has no file.
    private static @Nullable Entry ofAFile(Entry entry) {
        return entry.path().startsWith("reporter/") || entry.path().indexOf('\u2501') >= 0 ? null : entry;
    }

    /// PHPStan's TableErrorFormatter, whose rows stand below the name of their file, and RawErrorFormatter.
    /// An error without a line has a question mark, or no row that can be told from the end of the one
    /// before: then its own count says so.
    private static TextDialect phpstan() {
        return TextDialect.of("phpstan-text", Tool.findings("phpstan"))
                .hints("[ERROR] Found ", "[OK] No errors", "[WARNING] Found ", ".php:")
                .form(
                        "Line {2,}(?<path>\\S.{0,1000}?)(?: \\(in context of .{1,500}\\))?\\s* >> (?<line>\\d+)\\s+(?<message>\\S.*)")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:php|inc|phtml|module|install|theme)):"
                        + "(?:(?<line>\\d+)|\\?):(?<message>(?!\\d+:)\\S.*)")
                .weight(TextDialect.Weight.HALF)
                .own("^ \\[ERROR\\] Found \\d+ errors?\\s*$|^ \\[OK\\] No errors\\s*$")
                .side("^(?:-- |Note: |Instructions|Error: )")
                .summary("^ \\[ERROR\\] Found (?<findings>\\d+) errors?\\s*$")
                .change(entry -> entry.rule("unnamed").severity(Severity.HIGH))
                .errors(Errors.OWN)
                .page("phpstan analyse --error-format=table, raw", "https://phpstan.org/user-guide/output-format");
    }

    /// Psalm's Report/ConsoleReport.php and Report/EmacsReport.php.
    private static TextDialect psalm() {
        return TextDialect.of("psalm-text", Tool.findings("psalm"))
                .hints("ERROR: ", "INFO: ", ":error - ", ":warning - ", ":info - ")
                .form(TextDialect.PATH + ":(?<line>\\d+):\\d+:(?<level>error|warning|info) - "
                        + "(?<rule>[A-Z][A-Za-z]{2,80}): (?<message>.*)")
                .form(
                        "(?<level>ERROR|INFO): (?<rule>[A-Z][A-Za-z]{2,80}) - (?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):\\d+ - (?<message>.*)")
                .side(
                        "^(?:-{20,}$|\\d+ errors? found|\\d+ other issues found|Psalm |Checks took |Scanning files|Analyzing files"
                                + "|You can display them with|Target PHP version|JIT )")
                .summary("^(?<errors>\\d+) errors? found$")
                .page(
                        "psalm --output-format=console, emacs",
                        "https://psalm.dev/docs/running_psalm/command_line_usage/");
    }

    /// gosec's report/golint and report/text: a line with place, rule and severity above each excerpt. Packages that
    /// the Go
    /// tool chain could not read were not looked at.
    private static TextDialect gosec() {
        return TextDialect.of("gosec-text", Tool.findings("gosec"))
                .hints("Gosec", ", Severity: ", "(Rule:G")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+)(?:-\\d+)?:\\d+: (?:\\[CWE-\\d+\\] )?"
                                + "(?<message>.{0,1000}?) \\(Rule:(?<rule>G\\d{3}), Severity:(?<level>LOW|MEDIUM|HIGH), Confidence:\\w+\\)")
                .form(
                        "\\[(?<path>(?:[A-Za-z]:)?[^:\\]]{1,1000}):(?<line>\\d+)(?:-\\d+)?\\] - (?<rule>G\\d{3})(?: \\(CWE-\\d+\\))?: "
                                + "(?<message>.{0,1000}?) \\(Confidence: \\w+, Severity: (?<level>LOW|MEDIUM|HIGH)\\)")
                .own("^  Gosec\\s+: ")
                .failed("^Golang errors in file: ")
                .side("^(?:Results:|Summary:|Autofix:|Golang errors in file: |\\[gosec\\] )")
                .summary("^  Issues\\s+: (?<findings>\\d+)$")
                .errors(Errors.OWN)
                .page("gosec -fmt=text, golint", "https://github.com/securego/gosec#output-formats");
    }

    /// CodeChecker's output/plaintext.py: the checker behind the message, and tables with its own counts.
    private static TextDialect codeChecker() {
        return TextDialect.of("codechecker-text", Tool.findings("codechecker"))
                .hints("Found no defects in ", " defect(s) in ", "Total number of reports: ")
                .form("\\[(?<level>CRITICAL|HIGH|MEDIUM|LOW|STYLE|UNSPECIFIED)\\] " + TextDialect.PATH
                        + ":(?<line>\\d+):\\d+: (?<message>.*) \\[(?<rule>[\\w.-]{1,120})\\](?: \\[.*\\])?")
                .own(
                        "^Found no defects in |^Found \\d+ defect\\(s\\) in |^Total number of (?:analyzer )?reports: \\d+$")
                .side("^-{3,}|^\\S.{0,300}\\| +(?:Report count|\\d+)$|^\\d+\\) ")
                .summary("^Total number of (?:analyzer )?reports: (?<findings>\\d+)$")
                .page("CodeChecker parse", "https://codechecker.readthedocs.io/en/latest/analyzer/user_guide/");
    }

    /// The Eclipse compiler's Logger.java: the message stands below the source that it is about, the place
    /// above.
    private static TextDialect ecj() {
        return TextDialect.of("ecj-text", Tool.findings("ecj"))
                .hints(" (at line ", "Eclipse Compiler for Java")
                .form(
                        "\\d+\\. (?<level>ERROR|WARNING|INFO) in (?<path>\\S.{0,1000}?)(?<message>) \\(at line (?<line>\\d+)\\)")
                .own("^# Eclipse Compiler for Java\\(TM\\) |^\\d+ problems? \\(\\d+ (?:error|warning|info)s?\\b")
                .side("^\\s|^-{10}$|^# |^[A-Z].*")
                .summary("^(?<findings>\\d+) problems? \\(\\d+ (?:error|warning|info)s?\\b")
                .change(entry -> entry.rule("unnamed").message("a problem of the Eclipse compiler"))
                .page(
                        "ecj",
                        "https://help.eclipse.org/latest/topic/org.eclipse.jdt.doc.user/tasks/task-using_batch_compiler.htm");
    }
}
