package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What tools write for people. Where two of them would take a file, the first does.
final class TextDialects {
    /// The rule of a file that a formatter could not read: an error of the tool itself.
    static final String UNREADABLE = "unreadable";

    static final TextDialect MYPY = PythonText.mypy();

    /// The name of a file and the place of an entry below it, joined.
    static final String HEADING = "(?<path>\\S.{0,1000}?) >> (?<line>\\d+):\\d+\\s+";
    /// The name of a file alone on a line.
    static final String FILE = "^\\S.{0,1000}\\.[A-Za-z0-9]{1,10}$";

    private static final String REFORMAT = "would-reformat";
    private static final String C_PATH =
            "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.(?:c|cc|cpp|cxx|c\\+\\+|h|hh|hpp|hxx|h\\+\\+|inl|ipp|tpp|m|mm|cu|cuh))";
    private static final String GO_PATH = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.go)";

    private TextDialects() {}

    static List<TextDialect> all() {
        return List.of(
                PythonText.pylint(),
                MYPY,
                pyright(),
                ruff(),
                PythonText.flake8(),
                ruffFormat(),
                black(),
                prettier(),
                errorProne(),
                tsc(),
                clangTidy(),
                cppcheck(),
                gcc(),
                shellcheck(),
                hadolint(),
                yamllint(),
                WebText.oxlint(),
                WebText.spectral(),
                WebText.eslint(),
                WebText.stylelint(),
                actionlint(),
                staticcheck(),
                golangci(),
                ktlint(),
                rubocop());
    }

    /// pyright's pyright.ts, the report for the console.
    private static TextDialect pyright() {
        return TextDialect.of("pyright-text", Tool.types("pyright"))
                .hints(" errors, ", " error, ")
                .form(
                        "\\s+(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):\\d+ - (?<level>error|warning|information): "
                                + "(?<message>.*?)(?: \\((?<rule>report\\w+)\\))?")
                .weight(Weight.WITH_SIGN)
                .own("^\\d+ errors?, \\d+ warnings?, \\d+ (?:informations?|notes?)")
                .side("^(?:/|[A-Za-z]:[\\\\/])\\S.{0,1000}\\.pyi?$")
                .summary("^(?<errors>\\d+) errors?, \\d+ warnings?, \\d+ (?:informations?|notes?)")
                .page("pyright, basedpyright", "https://github.com/microsoft/pyright/blob/main/docs/command-line.md");
    }

    /// Ruff's message/text.rs (concise, full). Its lines are like flake8's; what stands below them is not.
    private static TextDialect ruff() {
        return TextDialect.of("ruff-text", Tool.findings("ruff"))
                .hints("Found ", "All checks passed!", " fixable with ", "##vso[")
                .form(
                        PATH
                                + ":(?<line>\\d+):\\d+: (?<rule>[A-Z]{1,5}\\d{1,4}|invalid-syntax|SyntaxError):? (?:\\[\\*\\] )?(?<message>.*)")
                .form(
                        "(?<rule>[A-Z]{1,5}\\d{1,4}|invalid-syntax):? (?:\\[\\*\\] )?(?<message>.{0,1000}?) --> (?<path>\\S[^:]{0,1000}):(?<line>\\d+):\\d+")
                .form(
                        "(?<path>\\S[^:]{0,1000}): >> (?<line>\\d+):\\d+\\s+(?<rule>[A-Z]{1,5}\\d{1,4}|invalid-syntax|SyntaxError):? (?:\\[\\*\\] )?(?<message>.*)")
                .form(PATH + ":(?<line>\\d+): \\[(?<rule>[A-Z]{1,5}\\d{1,4}|invalid-syntax)\\] (?<message>.*)")
                .form(
                        "##vso\\[task\\.logissue type=error;sourcepath=(?<path>[^;]{1,1000});linenumber=(?<line>\\d+);"
                                + "columnnumber=\\d+;code=(?<rule>[A-Z]{1,5}\\d{1,4}|invalid-syntax|SyntaxError);\\](?<message>.*)")
                .weight(Weight.WITH_SIGN)
                .own(
                        "^Found \\d+ errors?(?: \\(\\d+ fixed, \\d+ remaining\\))?\\.$|^All checks passed!$|^\\[\\*\\] \\d+ fixable with "
                                + "|^##vso\\[task\\.logissue type=error;sourcepath=[^;]{1,1000};linenumber=\\d+;columnnumber=\\d+;code=(?:[A-Z]{1,5}\\d{1,4}|invalid-syntax|SyntaxError);\\]")
                .side("^(?:No fixes available|\\d+ hidden fix)|^\\S.{0,1000}:$")
                .summary("^Found (?<findings>\\d+) errors?\\.$")
                .change(entry -> entry.severity(Severity.HIGH)
                        .rule(entry.rule().equals("SyntaxError") ? "invalid-syntax" : entry.rule()))
                .page(
                        "ruff check --output-format concise, full, grouped, pylint or azure",
                        "https://docs.astral.sh/ruff/settings/#output-format");
    }

    /// black's report.py.
    private static TextDialect black() {
        return formatter("black-text", "black")
                .hints("would reformat ", "cannot format", "All done! ", "Oh no!", "would be ")
                .form("would reformat (?<path>\\S.*)")
                .form("error: cannot format (?<path>[^:]{1,1000}): (?<message>.*)")
                .own("^All done! |^Oh no!|^\\d+ files? would be (?:left|reformatted)")
                .side(
                        "^reformatted \\S|^\\d+ files? (?:left unchanged|reformatted|failed to reformat)|^[^\\x00-\\x7F ]+ [^\\x00-\\x7F ]+ [^\\x00-\\x7F ]+$")
                .summary("^(?<findings>\\d+) files? would be reformatted")
                .page("black --check", "https://github.com/psf/black/blob/main/src/black/report.py");
    }

    /// Ruff's commands/format.rs. Since 0.16 it writes diagnostics, a line with the place and an excerpt
    /// below each.
    private static TextDialect ruffFormat() {
        return formatter("ruff-format-text", "ruff")
                .hints("Would reformat:", "unformatted:", "Failed to ", "already formatted")
                .form("Would reformat: (?<path>\\S.*)")
                .form(
                        "unformatted: File would be reformatted(?: --> (?<path>\\S[^:]{0,1000}):(?<line>\\d{1,9}):\\d{1,9})?")
                .form("(?<path>[^:]{1,1000}):(?<line>\\d{1,9}):\\d{1,9}: unformatted: File would be reformatted")
                .form("error: Failed to (?:parse|format) (?<path>[^:]{1,1000}):(?<message>.*)")
                .own("\\b\\d+ files? already formatted$")
                .summary("^(?<findings>\\d+) files? would be reformatted")
                .page("ruff format --check", "https://docs.astral.sh/ruff/formatter/");
    }

    /// Prettier's cli/format.js.
    private static TextDialect prettier() {
        return formatter("prettier-text", "prettier")
                .hints("Checking formatting...", "Prettier", "Code style issues")
                .form("\\[warn] (?!Code style issues|Run )(?<path>\\S.*)")
                .form("\\[error] (?<path>[^:]{1,1000}): (?<message>.*)")
                .own(
                        "^Checking formatting\\.\\.\\.|^All matched files use Prettier code style!|Code style issues (?:found|fixed) in ")
                .weight(Weight.WITH_SIGN)
                .page("prettier --check", "https://prettier.io/docs/cli#--check");
    }

    private static TextDialect.Builder formatter(String format, String tool) {
        return TextDialect.of(format, Tool.format(tool))
                .errors(Errors.OWN)
                .change(entry -> entry.message().isEmpty()
                        ? entry.rule(REFORMAT).severity(Severity.MEDIUM).message("would be reformatted")
                        : entry.rule(UNREADABLE).severity(Severity.HIGH));
    }

    /// Error Prone's messages as javac and Maven write them, and javac's own beside them.
    private static TextDialect errorProne() {
        return TextDialect.of("error-prone-text", Tool.findings("error-prone"))
                .hints("errorprone.info", ".java:")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.java):(?<line>\\d+): (?<level>error|warning): "
                        + "(?:\\[(?<rule>[\\w.-]{1,100})\\] )?(?<message>.*)")
                .form(
                        "\\[(?<level>WARNING|ERROR)\\] (?<path>(?:/?[A-Za-z]:)?[^:\\[\\]]{1,1000}\\.java):\\[(?<line>\\d+),\\d+\\] "
                                + "(?:(?:error|warning): )?(?:\\[(?<rule>[\\w.-]{1,100})\\] )?(?<message>.*)")
                .weight(Weight.WITH_SIGN)
                .own(
                        "errorprone\\.info/bugpattern/|\\.java:[^ ]{1,20} (?:(?:warning|error): )?\\[[A-Z][a-z]+\\w*[a-z]\\w*\\] ")
                .side("^(?:\\d+ (?:errors?|warnings?)|Note: .*)$")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("javac") : entry)
                .page(
                        "Error Prone, NullAway, in the output of javac, Maven, Gradle",
                        "https://errorprone.info/docs/installation");
    }

    /// TypeScript's compiler, executeCommandLine.ts, plain and pretty. An error without a place is one of
    /// the configuration.
    private static TextDialect tsc() {
        return TextDialect.of("tsc-text", Tool.types("tsc"))
                .hints(" TS")
                .form(
                        "(?<path>\\S.{0,1000}?)\\((?<line>\\d+),\\d+\\): (?<level>error|warning|message) (?<rule>TS\\d{3,6}): (?<message>.*)")
                .form(PATH
                        + ":(?<line>\\d+):\\d+ - (?<level>error|warning|message) (?<rule>TS\\d{3,6}): (?<message>.*)")
                .form("(?<level>error) (?<rule>TS\\d{3,6}): (?<message>.*)")
                .side("^Found \\d+ errors?|^Errors  Files$")
                .failed("^error TS\\d{3,6}: ")
                .summary("^Found (?<errors>\\d+) errors?")
                .silent()
                .page("tsc", "https://www.typescriptlang.org/docs/handbook/compiler-options.html");
    }

    /// clang-tidy, ClangTidyDiagnosticConsumer.cpp. Notes explain what stands above them.
    private static TextDialect clangTidy() {
        return TextDialect.of("clang-tidy-text", Tool.findings("clang-tidy"))
                .hints(": warning: ", ": error: ", ": fatal error: ")
                .form(C_PATH + ":(?<line>\\d+):\\d+: (?<level>warning|error|fatal error): (?<message>.*) "
                        + "\\[(?<rule>[a-z][a-zA-Z0-9]*-[a-zA-Z0-9.-]+)[^\\]]*\\]")
                .side(
                        "^\\d+ (?:warnings?|errors?)[ ,]|^Suppressed \\d+|^Use -(?:header|system)|: note: |^\\[\\d+/\\d+\\]|^Error while processing")
                .silent()
                .page("clang-tidy", "https://clang.llvm.org/extra/clang-tidy/");
    }

    /// Cppcheck's template `gcc` and its default since 2.
    private static TextDialect cppcheck() {
        return TextDialect.of("cppcheck-text", Tool.findings("cppcheck"))
                .hints(
                        ": error: ",
                        ": warning: ",
                        ": style: ",
                        ": performance: ",
                        ": portability: ",
                        ": information: ",
                        "]: (")
                .form(C_PATH
                        + ":(?<line>\\d+):(?:\\d+:)? (?<level>error|warning|style|performance|portability|information): (?<message>.*) "
                        + "\\[(?<rule>[a-z][A-Za-z0-9_]*)\\]")
                .form("nofile:0:(?:0:)? (?<level>error|warning|style|performance|portability|information): "
                        + "(?<message>.*) \\[(?<rule>[a-z][A-Za-z0-9_]*)\\]")
                // before 1.84; of several places the last is where it went wrong, the first is shown
                .form(
                        "\\[(?<path>[^\\]\\s]{1,1000}):(?<line>\\d+)\\](?: -> \\[[^\\]]{1,1000}\\]){0,20}: "
                                + "\\((?<level>error|warning|style|performance|portability|information)(?:, inconclusive)?\\) (?<message>.*)")
                .side("^(?:Checking |\\d+/\\d+ files checked)|: note: ")
                .change(entry -> {
                    Entry named = entry.rule().isEmpty() ? entry.rule("unnamed") : entry;
                    return named.severity() == Severity.UNSTATED ? named.severity(Severity.LOW) : named;
                })
                .silent()
                .page("Cppcheck", "https://cppcheck.sourceforge.io/manual.html#reports");
    }

    /// Warnings of GCC and Clang, which name the option that switches them on.
    private static TextDialect gcc() {
        return TextDialect.of("gcc-text", Tool.findings("gcc"))
                .hints(": warning: ", ": error: ", ": fatal error: ")
                .form(
                        C_PATH
                                + ":(?<line>\\d+):(?:\\d+:)? (?<level>warning|error|fatal error): (?<message>.*) \\[(?<rule>-W[^\\]]{1,100})\\]")
                // what no option switches; a name in brackets is a check of clang-tidy
                .form(
                        C_PATH
                                + ":(?<line>\\d+):(?:\\d+:)? (?<level>warning|error|fatal error): (?!.* \\[[A-Za-z][\\w.,-]*\\]$)(?<message>.*)")
                .side(": note: |: In (?:member )?function |^In file included from |^compilation terminated\\.$")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("compiler") : entry)
                .page("GCC, Clang", "https://gcc.gnu.org/onlinedocs/gcc/Diagnostic-Message-Formatting-Options.html");
    }

    /// ShellCheck's Formatter/GCC.hs.
    private static TextDialect shellcheck() {
        return TextDialect.of("shellcheck-gcc", Tool.findings("shellcheck"))
                .hints(" [SC")
                .form(PATH
                        + ":(?<line>\\d+):\\d+: (?<level>error|warning|note): (?<message>.*) \\[(?<rule>SC\\d{4})\\]")
                .silent()
                .page(
                        "ShellCheck --format=gcc",
                        "https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#formats");
    }

    /// hadolint's Formatter/TTY.hs.
    private static TextDialect hadolint() {
        return TextDialect.of("hadolint-text", Tool.findings("hadolint"))
                .hints(" DL", " SC")
                .form(PATH
                        + ":(?<line>\\d+) (?<rule>(?:DL|SC)\\d{4}) (?<level>error|warning|info|style): (?<message>.*)")
                // before 1.17 no level is stated, and what is missing has no line
                .form(PATH + "(?::(?<line>\\d+))? (?<rule>(?:DL|SC)\\d{4}) (?<message>\\S.*)")
                .change(entry -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.MEDIUM) : entry)
                .silent()
                .page("hadolint", "https://github.com/hadolint/hadolint#cli");
    }

    /// yamllint's cli.py, formats `parsable` and `standard`.
    private static TextDialect yamllint() {
        return TextDialect.of("yamllint-text", Tool.findings("yamllint"))
                .hints("error", "warning")
                .form(
                        PATH
                                + ":(?<line>\\d+):\\d+: \\[(?<level>error|warning)\\] (?<message>.*?)(?: \\((?<rule>[a-z][a-z-]{1,60})\\))?")
                .form(HEADING + "(?<level>error|warning)\\s+(?<message>.*?)\\s{1,2}\\((?<rule>[a-z][a-z-]{1,60})\\)")
                .side(FILE)
                .change(entry -> entry.rule().isEmpty() ? entry.rule("syntax") : entry)
                .silent()
                .page(
                        "yamllint, -f parsable and standard",
                        "https://yamllint.readthedocs.io/en/stable/quickstart.html");
    }

    /// actionlint's documentation: errors only.
    private static TextDialect actionlint() {
        return TextDialect.of("actionlint-text", Tool.findings("actionlint"))
                .hints(".yml:", ".yaml:")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.ya?ml):(?<line>\\d+):\\d+: (?<message>.*) \\[(?<rule>[a-z][a-z-]{1,60})\\]")
                .side("^\\d+ \\|")
                .always(Severity.HIGH)
                .silent()
                .page("actionlint", "https://github.com/rhysd/actionlint/blob/main/docs/usage.md");
    }

    /// staticcheck's documentation of `-f text`. All it reports is an error to it.
    private static TextDialect staticcheck() {
        return TextDialect.of("staticcheck-text", Tool.findings("staticcheck"))
                .hints(".go:")
                .form(GO_PATH + ":(?<line>\\d+):\\d+: (?<message>.*) \\((?<rule>(?:SA|ST|S|QF|U)\\d{4}|compile)\\)")
                .always(Severity.HIGH)
                .silent()
                .page("staticcheck", "https://staticcheck.dev/docs/running-staticcheck/cli/formatters/");
    }

    /// golangci-lint's pkg/printers/text.go. No severity is stated.
    private static TextDialect golangci() {
        return TextDialect.of("golangci-lint-text", Tool.findings("golangci-lint"))
                .hints(".go:", " issue")
                .form(GO_PATH + ":(?<line>\\d+):(?:\\d+:)? (?<message>.*) \\((?<rule>[a-z][a-z0-9_-]{1,40})\\)")
                // its format `tab`
                .form(GO_PATH
                        + ":(?<line>\\d+)(?::\\d+)?\\s{2,40}(?<rule>[a-z][a-z0-9_-]{1,40})\\s{2,40}(?<message>\\S.*)")
                .weight(Weight.HALF)
                .own("^\\d+ issues?[:.]$")
                .side("^\\* [a-z][a-z0-9_-]*: \\d+$")
                .errors(Errors.NONE)
                .page("golangci-lint run", "https://golangci-lint.run/docs/configuration/file/#output-configuration");
    }

    /// ktlint's PlainReporter.kt: errors only.
    private static TextDialect ktlint() {
        return TextDialect.of("ktlint-text", Tool.findings("ktlint"))
                .hints(".kt", ".kts")
                .form(
                        "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.kts?):(?<line>\\d+):\\d+: (?<message>.*) \\((?<rule>[a-z][a-z0-9:_-]{1,100})\\)")
                .form(
                        "(?<path>\\S.{0,1000}?\\.kts?) >> (?<line>\\d+):\\d+ (?<message>.*) \\((?<rule>[a-z][a-z0-9:_-]{1,100})\\)")
                .side("^Summary error count|^\\d\\d:\\d\\d:|^\\S.{0,1000}\\.kts?$")
                .always(Severity.HIGH)
                .silent()
                .page("ktlint", "https://pinterest.github.io/ktlint/latest/install/cli/#reporting");
    }

    /// RuboCop's formatter/clang_style_formatter.rb, progress_formatter.rb and emacs_style_formatter.rb.
    /// Before 0.50 cops were not named. What it corrected is listed too.
    private static TextDialect rubocop() {
        return TextDialect.of("rubocop-text", Tool.findings("rubocop"))
                .hints(": C: ", ": R: ", ": W: ", ": E: ", ": F: ", ": I: ", "inspected, ", "== ")
                .form(PATH
                        + ":(?<line>\\d+):\\d+: (?<level>[CRWEFI]): (?:\\[(?:Correctable|Corrected|Todo)\\] )?"
                        + "(?:(?<rule>[A-Z]\\w{0,60}(?:/[A-Z]\\w{0,80}){1,4}): )?(?<message>.*)")
                .form("== (?<path>.{1,1000}) == >> (?<level>[CRWEFI]):\\s+(?<line>\\d+):\\s+\\d+: "
                        + "(?:\\[(?:Correctable|Corrected|Todo)\\] )?"
                        + "(?:(?<rule>[A-Z]\\w{0,60}(?:/[A-Z]\\w{0,80}){1,4}): )?(?<message>.*)")
                .weight(Weight.HALF)
                .own("^\\d+ files? inspected, (?:\\d+|no) offenses? detected")
                .side(
                        "^(?:Running RuboCop|Inspecting \\d+ files?|Offenses:$|[.CRWEFI]+$|\\^+|== .{1,1000} ==$|\\(Using Ruby )")
                .summary("^(?<files>\\d+) files? inspected, (?:(?<findings>\\d+) offenses?|no offenses) detected")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page(
                        "RuboCop, Standard, Cookstyle: progress, clang, simple, emacs",
                        "https://docs.rubocop.org/rubocop/formatters.html");
    }
}
