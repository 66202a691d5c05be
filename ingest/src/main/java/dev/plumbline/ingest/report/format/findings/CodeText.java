package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What linters of C, Lua, Puppet, Python and JavaScript write for people, whose lines are nobody else's.
final class CodeText {
    /// The messages of pyflakes' messages.py, by words that all of a kind have.
    private static final String PYFLAKES = "(?:.{1,500} (?:imported but unused|used; unable to detect undefined names"
            + "|is assigned to but never used|is annotated but never used|repeated with different values"
            + "|from line \\d+ shadowed by loop variable|may be undefined, or defined from star imports: .{0,500}"
            + "|in __all__|referenced before assignment|outside function|not properly in loop)"
            + "|(?:undefined name|redefinition of unused|redefinition of function|list comprehension redefines|undefined local)"
            + " .{1,500}|f-string is missing placeholders|use ==/!= to compare .{1,200}"
            + "|assertion is always true, perhaps remove parentheses\\?|syntax error in doctest|invalid syntax.{0,200}"
            + "|import \\* only allowed at module level|'\\.{3}'\\.format\\(\\.{3}\\) .{1,300}|'\\.{3}' % \\.{3} .{1,300}"
            + "|an 'except:' block as not the last exception handler|'if tuple literal' is always true.{0,100}"
            + "|raise NotImplemented should be 'raise NotImplementedError')";

    private CodeText() {}

    static List<TextDialect> first() {
        return List.of(
                cpplint(),
                flawfinder(),
                flawfinderCsv(),
                luacheck(),
                puppetLint(),
                interrogate(),
                jshint(),
                standard());
    }

    /// Rows whose lines those of others look like.
    static List<TextDialect> last() {
        return List.of(pyflakes(), javac(), kotlin());
    }

    /// cpplint's `Error`: a confidence from 1 to 5.
    private static TextDialect cpplint() {
        return TextDialect.of("cpplint-text", Tool.findings("cpplint"))
                .hints("] [", "Total errors found: ", "Done processing ")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s(][^:(]{0,1000})(?::(?<line>\\d+):|\\((?<line2>\\d+)\\): (?:error|warning)"
                                + " cpplint: \\[[^\\]]{1,80}\\])  ?(?<message>.*?)  ?\\[(?<rule>[a-z0-9_]{1,40}(?:/[a-z0-9_+]{1,40})?)\\]"
                                + " \\[(?<level>[1-5])\\]")
                .own("^Total errors found: \\d+$|^Done processing \\S")
                .summary("^Total errors found: (?<findings>\\d+)$")
                .side("^Category '|^Ignoring ")
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page("cpplint", "https://github.com/cpplint/cpplint#readme");
    }

    /// flawfinder's hits, whose risk is from 0 to 5; a hit's text may go on below it.
    private static TextDialect flawfinder() {
        return TextDialect.of("flawfinder-text", Tool.findings("flawfinder"))
                .hints(":  [", "Flawfinder version ")
                .form(PATH + ":(?<line>\\d+):(?:\\d+:)?  \\[(?<level>[0-5])\\] \\((?<message2>[a-z0-9/_-]{1,30})\\) "
                        + "(?<rule>[A-Za-z_][\\w:.+-]{0,80}?):(?<message>.*)")
                .own("^Flawfinder version \\d|^Hits = \\d+$")
                .summary("^Hits = (?<findings>\\d+)$")
                .side("^\\s+\\S|^Number of rules|^Examining |^FINAL RESULTS|^ANALYSIS SUMMARY|^Lines analyzed"
                        + "|^Physical Source|^Hits@level|^Hits/KSLOC|^Minimum risk|^Not every hit|^There may be"
                        + "|^See 'Secure|^\\(https?://|^No hits found|^Dot directories|^Suppressed hits")
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page("flawfinder", "https://dwheeler.com/flawfinder/flawfinder.pdf");
    }

    /// flawfinder's `--csv`.
    private static TextDialect flawfinderCsv() {
        return TextDialect.of("flawfinder-csv", Tool.findings("flawfinder"))
                .hints("File,Line,Column,")
                .form("(?<path>[^,\"]{1,1000}),(?<line>\\d+),\\d+,(?:[0-5],)?(?<level>[0-5]),[a-z0-9/_-]{1,30},"
                        + "(?<rule>[^,]{1,100}),(?<message>\"(?:[^\"]|\"\"){0,1000}\"|[^,]{0,1000}),.*")
                .table()
                .own("^File,Line,Column,(?:DefaultLevel,)?Level,Category,Name,Warning")
                .weight(Weight.TOGETHER)
                .change(entry -> entry.severity(Severity.MEDIUM))
                .page("flawfinder --csv", "https://dwheeler.com/flawfinder/flawfinder.pdf");
    }

    /// Luacheck's formatters `default` and `plain`; codes with E are errors.
    private static TextDialect luacheck() {
        return TextDialect.of("luacheck-text", Tool.findings("luacheck"))
                .hints(".lua:", ".rockspec:", "Total: ")
                .form(
                        "(?:not ok \\d+ |\\s*)(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:lua|rockspec)):(?<line>\\d+):\\d+(?:-\\d+)?: "
                                + "(?:\\((?<rule>[EW]\\d{3})\\) )?(?<message>(?!error|warning).*)")
                .own("^Total: \\d+ warnings? / \\d+ errors? in \\d+ files?")
                .side("^Checking \\S|^1\\.\\.\\d+$|^ok \\d+ ")
                .change(entry -> entry.rule().startsWith("E") || entry.message().startsWith("expected ")
                        ? entry.rule(entry.rule().isEmpty() ? "syntax" : entry.rule())
                                .severity(Severity.HIGH)
                        : entry.rule(entry.rule().isEmpty() ? "luacheck" : entry.rule())
                                .severity(Severity.MEDIUM))
                .page("luacheck, --formatter plain", "https://luacheck.readthedocs.io/en/stable/cli.html");
    }

    /// puppet-lint's default, with the name of the check.
    private static TextDialect puppetLint() {
        return TextDialect.of("puppet-lint-text", Tool.findings("puppet-lint"))
                .hints(" (check: ", " on line ")
                .form("(?<path>[^:\\s][^:]{0,1000}\\.pp) - (?<level>ERROR|WARNING): (?<message>.{1,500}) on line "
                        + "(?<line>\\d+)(?: col \\d+)?")
                .form("(?:(?<path>[^:\\s][^:]{0,1000}\\.pp) - )?(?<level>ERROR|WARNING): (?<message>.{1,500}) on line "
                        + "(?<line>\\d+)(?: col \\d+)? \\(check: (?<rule>[a-z0-9_]{1,80})\\)")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page("puppet-lint", "https://github.com/puppetlabs/puppet-lint#readme");
    }

    /// interrogate's coverage.py: whether the share of docstrings is what was asked for.
    private static TextDialect interrogate() {
        return TextDialect.of("interrogate-text", Tool.findings("interrogate"))
                .hints("RESULT: ")
                .form("-*\\s*RESULT: FAILED \\((?<message>minimum: [\\d.]{1,8}%, actual: [\\d.]{1,8}%)\\)\\s*-*")
                .own("RESULT: (?:PASSED|FAILED) \\(minimum: ")
                .side("^[|=+-]|^\\s*$|Coverage for |^Summary|^Detailed")
                .errors(Errors.OWN)
                .change(entry -> entry.rule("docstring-coverage").severity(Severity.MEDIUM))
                .page("interrogate", "https://interrogate.readthedocs.io/en/latest/");
    }

    /// pyflakes' reporter.py.
    private static TextDialect pyflakes() {
        return TextDialect.of("pyflakes-text", Tool.findings("pyflakes"))
                .hints(".py:", ".pyi:", "<stdin>:")
                .form(PATH + ":(?<line>\\d+):(?:\\d+:?)? (?<message>(?![A-Z]{1,5}\\d{1,4} )" + PYFLAKES + ")")
                .side("^\\s")
                .change(entry -> entry.message().startsWith("invalid syntax")
                        ? entry.rule("syntax").severity(Severity.HIGH)
                        : entry.rule("pyflakes").severity(Severity.MEDIUM))
                .silent()
                .page("pyflakes", "https://github.com/PyCQA/pyflakes#readme");
    }

    /// JSHint's reporters/default.js; codes only with `--verbose`.
    private static TextDialect jshint() {
        return TextDialect.of("jshint-text", Tool.findings("jshint"))
                .hints(": line ")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}): line (?<line>\\d+), col \\d+, "
                        + "(?!(?:[Ee]rror|[Ww]arning|[Ii]nfo) - )(?<message>.*?)(?: \\((?<rule>[EWI]\\d{3})\\))?")
                .weight(Weight.HALF)
                .own("^\\d+ errors?$")
                .summary("^(?<findings>\\d+) errors?$")
                .change(entry -> entry.rule().startsWith("E")
                        ? entry.severity(Severity.HIGH)
                        : entry.rule(entry.rule().isEmpty() ? "jshint" : entry.rule())
                                .severity(Severity.MEDIUM))
                .silent()
                .page("jshint", "https://jshint.com/docs/cli/");
    }

    /// standard-engine's bin/cmd.js: ESLint's rules, which are named when asked for, warnings marked.
    private static TextDialect standard() {
        return TextDialect.of("standard-text", Tool.findings("standard"))
                .hints(".js:", ".jsx:", ".ts:", ".tsx:", ".mjs:", ".cjs:", ".vue:")
                .form("  (?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):\\d+: (?<message>.{1,1000}?)"
                        + "(?: \\((?<rule>[@a-z][@a-z0-9/-]{1,80}|null)\\))?(?: \\((?<level>warning)\\))?")
                .weight(Weight.HALF)
                .own("^standard: |^semistandard: |^ts-standard: ")
                .change(entry -> (entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                        .severity(entry.severity() == Severity.UNSTATED ? Severity.HIGH : entry.severity()))
                .silent()
                .page("standard, ts-standard, semistandard", "https://standardjs.com/");
    }

    /// javac's AbstractLog: the category of a lint stands in brackets, in small letters.
    private static TextDialect javac() {
        return TextDialect.of("javac-text", Tool.findings("javac"))
                .hints(".java:")
                .form(
                        "\\[(?<level>WARNING|ERROR)\\] (?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.java):\\[(?<line>\\d+)(?:,\\d+)?\\] "
                                + "(?:\\[(?<rule>[a-z][a-z-]{1,30})\\] )?(?<message>(?!\\[[A-Z]).*)")
                .form(
                        "(?:\\[(?:WARNING|ERROR|javac)\\] )?(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.java):(?<line>\\d+): "
                                + "(?<level>warning|error): (?:\\[(?<rule>[a-z][a-z-]{1,30})\\] )?(?<message>(?!\\[[A-Z]).*)")
                .own("^\\d+ (?:error|warning)s?$")
                .side("^\\s|^Note: ")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("javac") : entry)
                .silent()
                .page("javac", "https://docs.oracle.com/en/java/javase/25/docs/specs/man/javac.html");
    }

    /// The Kotlin compiler's PlainTextMessageRenderer and that of Gradle's plugin.
    private static TextDialect kotlin() {
        return TextDialect.of("kotlin-text", Tool.findings("kotlin"))
                .hints(".kt:", ".kts:")
                .form(
                        "(?<level>[ew]): (?:file://)?(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.kts?):(?: \\((?<line2>\\d+), \\d+\\):"
                                + "|(?<line>\\d+):\\d+) (?<message>.*)")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.kts?):(?<line>\\d+):\\d+: (?<level>error|warning): (?<message>.*)")
                .side("^\\s")
                .change(entry -> entry.rule("kotlin")
                        .severity(entry.severity() == Severity.UNSTATED ? Severity.MEDIUM : entry.severity()))
                .page("kotlinc, the Kotlin plugin of Gradle", "https://kotlinlang.org/docs/command-line.html");
    }
}
