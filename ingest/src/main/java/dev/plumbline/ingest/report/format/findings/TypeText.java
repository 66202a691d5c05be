package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What the newer type checkers of Python, and Refurb, write for people.
final class TypeText {
    private static final String PYTHON = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:pyi?|ipynb))";

    private TypeText() {}

    static List<TextDialect> all() {
        return List.of(ty(), pyrefly(), pytype(), refurb(), pyre(), svelte());
    }

    /// ty's diagnostics, full and concise: a rule in brackets behind the level, as nobody else has it for
    /// Python.
    private static TextDialect ty() {
        return TextDialect.of("ty-text", Tool.types("ty"))
                .hints("error[", "warning[", "info[", "fatal[", " diagnostic")
                .form(
                        "(?<level>error|warning|info|fatal)\\[(?<rule>[a-z][a-z0-9-]{1,80})\\]:? (?<message>.{0,1000}?) --> "
                                + PYTHON + ":(?<line>\\d+):\\d+")
                .form(
                        PYTHON
                                + ":(?<line>\\d+):\\d+: (?<level>error|warning|info|fatal)\\[(?<rule>[a-z][a-z0-9-]{1,80})\\] (?<message>.*)")
                .own("^Found \\d+ diagnostics?$")
                .summary("^Found (?<findings>\\d+) diagnostics?$")
                .side("^(?:info|help|note): ")
                .page("ty check --output-format full, concise", "https://docs.astral.sh/ty/reference/cli/");
    }

    /// Pyrefly's error/error.rs: the place below the message, or before it.
    private static TextDialect pyrefly() {
        return TextDialect.of("pyrefly-text", Tool.types("pyrefly"))
                .hints("ERROR ", "WARN ", "INFO ")
                .form("(?<level>ERROR|WARN|INFO) (?<message>.{0,1000}?) \\[(?<rule>[a-z][a-z-]{1,80})\\] --> " + PYTHON
                        + ":(?<line>\\d+):\\d+")
                .form("\\s?(?<level>ERROR|WARN|INFO) " + PYTHON
                        + ":(?<line>\\d+):\\d+(?:-(?:\\d+:)?\\d+)?: (?<message>.*) \\[(?<rule>[a-z][a-z-]{1,80})\\]")
                .own("^ INFO \\d+ errors?(?: \\(|$)|^ INFO (?:Checking|Errors? shown)")
                .summary("^ INFO (?:errors shown: )?(?<errors>\\d+) errors?(?: \\(|$)")
                .change(entry -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.MEDIUM) : entry)
                .page("pyrefly check --output-format full-text, min-text", "https://pyrefly.org/en/docs/");
    }

    /// pytype's errors.py, up to 2023 and since.
    private static TextDialect pytype() {
        return TextDialect.of("pytype-text", Tool.types("pytype"))
                .hints("File \"", "pytype/errors.html")
                .form(
                        "File \"(?<path>[^\"]{1,1000}\\.pyi?)\", line (?<line>\\d+), in [^:]{1,300}: (?<message>.*) \\[(?<rule>[a-z][a-z-]{1,80})\\]")
                .form(
                        PYTHON
                                + ":(?<line>\\d+):\\d+: (?:\\S+ )?(?<level>error|warning): in [^:]{1,300}: (?<message>.*) \\[(?<rule>[a-z][a-z-]{1,80})\\]")
                .side(
                        "^(?:For more details, see |ninja: |Computing dependencies|Analyzing \\d+ sources|FAILED: |/\\S+python|\\[\\d+/\\d+\\])")
                .change(entry -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.HIGH) : entry)
                .page("pytype", "https://google.github.io/pytype/errors.html");
    }

    /// Refurb's error.py. It knows no levels.
    private static TextDialect refurb() {
        return TextDialect.of("refurb-text", Tool.findings("refurb"))
                .hints(" [FURB")
                .form(PATH + ":(?<line>\\d+):\\d+ \\[(?<rule>FURB\\d{3})\\]: (?<message>.*)")
                .side("^Run `refurb --explain ERR`")
                .always(Severity.MEDIUM)
                .page("refurb", "https://github.com/dosisod/refurb#readme");
    }

    /// Pyre's error.py: an error's number stands in brackets behind its name.
    private static TextDialect pyre() {
        return TextDialect.of("pyre-text", Tool.types("pyre"))
                .hints("]: ")
                .form(PYTHON + ":(?<line>\\d+):\\d+ (?<rule>[A-Z][A-Za-z ]{2,60} \\[\\d{1,3}\\]): (?<message>.*)")
                .side("^ƒ |^ ƒ |^Found \\d+ type errors?!")
                .always(Severity.HIGH)
                .page("pyre check", "https://pyre-check.org/docs/errors/");
    }

    /// svelte-check's `--output machine`, and its `human`, whose messages stand below their place.
    private static TextDialect svelte() {
        return TextDialect.of("svelte-check-text", Tool.types("svelte-check"))
                .hints(" COMPLETED ", " ERROR \"", " WARNING \"", "svelte-check found ")
                .form(
                        "\\d{10,16} (?<level>ERROR|WARNING) \"(?<path>[^\"]{1,1000})\" (?<line>\\d+):\\d+ \"(?<message>.*)\"")
                .form("(?<path>\\S.{0,1000}?):(?<line>\\d+):\\d+ >> (?<level>Error|Warn|Hint): (?<message>.*)")
                .own("^\\d{10,16} COMPLETED \\d+ FILES |^svelte-check found \\d+ errors? and \\d+ warnings?")
                .failed("^\\d{10,16} FAILURE ")
                .side("^\\d{10,16} (?:START|FAILURE) |^Loading svelte-check in |^Getting Svelte diagnostics|^=+$")
                .summary("^(?:\\d{10,16} COMPLETED \\d+ FILES |svelte-check found )(?<errors>\\d+) (?:ERRORS|errors?) ")
                .change(entry -> entry.rule("unnamed"))
                .page(
                        "svelte-check --output machine, human",
                        "https://github.com/sveltejs/language-tools/tree/master/packages/svelte-check");
    }
}
