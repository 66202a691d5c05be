package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;

/// What the oldest linters of Python write for people.
final class PythonText {
    private static final String MYPY_PLACE =
            "(?<path>(?:[A-Za-z]:)?[^:]{1,1000}(?:\\.pyi?|\\.ipynb|<string>)):(?:(?<line>\\d+):(?:\\d+:){0,3})? "
                    + "(?<level>error|warning|note): ";

    private PythonText() {}

    /// pylint's reporters/text.py: parseable, its older forms with and without module and object, the default, and
    /// the default before pylint 2, whose lines name no file. The letter of the message id is the level: F,
    /// E; W; C, R; I.
    static TextDialect pylint() {
        return TextDialect.of("pylint-text", Tool.findings("pylint"))
                .form(
                        PATH
                                + "(?::[\\w.]{1,300})?:(?<line>\\d+): \\[(?:(?<rule>[A-Z]\\d{4})?(?:\\((?<rule3>[a-z][a-z0-9-]*)\\))?, ?[^\\]]*"
                                + "|(?<rule2>[CRWEFI]\\d{4}|[A-Z]))\\] (?<message>.*)",
                        PythonLines::pylintParseable)
                .form(PATH + ":(?<line>\\d+):\\d+: (?<rule>[CRWEFI]\\d{4}): (?<message>.*)", PythonLines::pylint)
                .form(
                        "(?<path>[^:(\\s][^:(]{0,1000})\\((?<line>\\d+)\\): "
                                + "\\[(?<rule>[CRWEFI]\\d{4})(?:\\([a-z][a-z0-9-]*\\))?[^\\]]*\\] (?<message>.*)",
                        PythonLines::pylintMsvs)
                .form(
                        "(?<level>[CRWEFI]):\\s{0,5}(?<line>\\d+),\\s{0,4}\\d+: (?<message>.*?)(?: \\((?<rule>[a-z][a-z0-9-]*)\\))?",
                        PythonLines::pylintOld)
                .own("^Your code has been rated at |^\\*{13} Module ")
                .side("^-{20,}$")
                .change(entry ->
                        entry.severity() == Severity.UNSTATED ? entry.severity(pylintLevel(entry.rule())) : entry)
                .page(
                        "pylint, text, parseable and msvs",
                        "https://pylint.readthedocs.io/en/stable/user_guide/usage/output.html");
    }

    private static Severity pylintLevel(String rule) {
        if (rule.isEmpty() || Character.isLowerCase(rule.charAt(0))) {
            return Severity.UNSTATED;
        }
        return switch (rule.charAt(0)) {
            case 'F', 'E' -> Severity.HIGH;
            case 'W' -> Severity.MEDIUM;
            case 'C', 'R' -> Severity.LOW;
            case 'I' -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
    }

    /// mypy's errors.py and util.py. Notes explain errors and are not findings.
    static TextDialect mypy() {
        return TextDialect.of("mypy-text", Tool.types("mypy"))
                .hints(": error: ", ": warning: ", ": note: ", "no issues found in", "Found ")
                .form(MYPY_PLACE + "(?<message>.*)  \\[(?<rule>[a-z][a-z0-9-]*)\\]", PythonLines::mypyRule)
                .form(MYPY_PLACE + "(?<message>.*)", PythonLines::mypy)
                .weight(Weight.HALF)
                .own("^Success: no issues found in \\d+ source files?|^Found \\d+ errors? in \\d+ files? \\(")
                .failed("\\(errors prevented further checking\\)|^mypy: (?:can't|error)|: INTERNAL ERROR")
                .summary("^Found (?<errors>\\d+) errors? in (?<files>\\d+) files? \\(")
                .change(entry -> entry.severity() == Severity.LOW ? entry.state(State.INFORMATIONAL) : entry)
                .page("mypy", "https://github.com/python/mypy/blob/master/mypy/errors.py");
    }

    /// flake8's formatting/default.py, its formats `default` and `pylint`; pycodestyle and pyflakes
    /// plug-ins write the same. No level is stated: syntax errors (E9) and pyflakes (F) are HIGH, all else
    /// is MEDIUM.
    static TextDialect flake8() {
        return TextDialect.of("flake8-text", Tool.findings("flake8"))
                .form(
                        PATH + ":(?<line>\\d+):(?:\\d+:)? (?<rule>[A-Z]{1,5}\\d{1,5}) (?<message>.*)",
                        PythonLines::flake8)
                .form(
                        PATH + ":(?<line>\\d+): \\[(?<rule>[A-Z]{1,5}\\d{2,5})\\] (?<message>.*)",
                        PythonLines::flake8Pylint)
                .weight(Weight.HALF)
                .side("^\\d+(?:\\s+[A-Z]{1,5}\\d+ .*)?$")
                .errors(Errors.NONE)
                .change(PythonText::ofFlake8)
                .silent()
                .page("flake8, pycodestyle", "https://flake8.pycqa.org/en/latest/internal/formatters.html");
    }

    static Entry ofFlake8(Entry entry) {
        boolean wrong = entry.rule().startsWith("E9") || pyflakes(entry.rule());
        return entry.severity(wrong ? Severity.HIGH : Severity.MEDIUM);
    }

    /// F and digits.
    private static boolean pyflakes(String rule) {
        return !rule.isEmpty() && rule.charAt(0) == 'F' && rule.length() > 1 && Character.isDigit(rule.charAt(1));
    }
}
