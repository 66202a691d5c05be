package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What linters of prose, packages, playbooks, Swift, Dart, Perl, .NET and Rust write for people.
final class LinterText {
    private static final String C_FILE = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[A-Za-z+]{1,5})";

    private LinterText() {}

    /// Rows whose lines others would take for theirs.
    static List<TextDialect> first() {
        return List.of(clangFormat(), deptry(), swiftlint(), markdownlint(), isort(), ansibleLint());
    }

    static List<TextDialect> last() {
        return List.of(
                rustc(),
                codespell(),
                vulture(),
                pydocstyle(),
                perlcritic(),
                dartAnalyze(),
                msbuild(),
                goVet(),
                gofmt(),
                rustfmt(),
                importLinter(),
                xenon());
    }

    /// rustfmt's `--check`, before version 1.5.2 with the line in words.
    private static TextDialect rustfmt() {
        return TextDialect.of("rustfmt-text", Tool.format("rustfmt"))
                .hints("Diff in ")
                .form("Diff in (?<path>\\S.{0,1000}?)(?: at line |:)(?<line>\\d+):")
                .side("^[+-]")
                .errors(Errors.OWN)
                .change(entry -> entry.rule("would-reformat")
                        .message("would be written otherwise")
                        .severity(Severity.MEDIUM))
                .page("cargo fmt --check, rustfmt --check", "https://github.com/rust-lang/rustfmt#readme");
    }

    /// clang-format's `--dry-run`, which warns with one message.
    private static TextDialect clangFormat() {
        return TextDialect.of("clang-format-text", Tool.format("clang-format"))
                .hints("clang-format-violations")
                .form(C_FILE
                        + ":(?<line>\\d+):\\d+: (?<level>warning|error): (?<message>code should be clang-formatted) "
                        + "\\[-Wclang-format-violations\\]")
                .errors(Errors.OWN)
                .change(entry -> entry.rule("would-reformat").severity(Severity.MEDIUM))
                .page("clang-format --dry-run", "https://clang.llvm.org/docs/ClangFormat.html");
    }

    /// isort's main.py, `--check-only`.
    private static TextDialect isort() {
        return TextDialect.of("isort-text", Tool.format("isort"))
                .hints("Imports are incorrectly")
                .form("ERROR: (?<path>\\S.{0,1000}?) (?<message>Imports are incorrectly sorted and/or formatted\\.)")
                .errors(Errors.OWN)
                .change(entry -> entry.rule("would-reformat").severity(Severity.MEDIUM))
                .side("^(?:Skipped \\d+ files?|Fixing )")
                .page("isort --check-only", "https://pycqa.github.io/isort/docs/configuration/options.html#check");
    }

    /// deptry's reporters/text.py.
    private static TextDialect deptry() {
        return TextDialect.of("deptry-text", Tool.findings("deptry"))
                .hints("DEP", "dependency issue")
                .form(PATH + ":(?:(?<line>\\d+):\\d+:)? (?<rule>DEP\\d{3}) (?<message>.*)")
                .own("^Success! No dependency issues found\\.$|^Found \\d+ dependency issues?\\.$")
                .summary("^Found (?<findings>\\d+) dependency issues?\\.$")
                .side("^(?:Scanning \\d+ files?|For more information)|^Assuming ")
                .always(Severity.HIGH)
                .page("deptry", "https://deptry.com/usage/");
    }

    /// SwiftLint's XcodeReporter.swift, its default.
    private static TextDialect swiftlint() {
        return TextDialect.of("swiftlint-text", Tool.findings("swiftlint"))
                .hints(".swift:", "Done linting!")
                .form("(?<path>/?[^:\\s][^:]{0,1000}\\.swift):(?<line>\\d+):(?:\\d+:)? (?<level>warning|error): "
                        + "(?<message>.* Violation: .*) \\((?<rule>[a-z][a-z_0-9]{1,80})\\)")
                .own("^Done linting! Found \\d+ violations?, \\d+ serious in \\d+ files?\\.")
                .summary(
                        "^Done linting! Found (?<findings>\\d+) violations?, (?<errors>\\d+) serious in (?<files>\\d+) files?")
                .side("^Linting (?:Swift files|'|\")")
                .page("swiftlint", "https://realm.github.io/SwiftLint/XcodeReporter.html");
    }

    /// markdownlint-cli and markdownlint-cli2, their default.
    private static TextDialect markdownlint() {
        return TextDialect.of("markdownlint-text", Tool.findings("markdownlint"))
                .hints("MD0", "error(s)")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+)(?::\\d+)? (?:(?<level>error|warning) )?"
                        + "(?<rule>MD\\d{3})(?:/[a-z0-9-]{1,60}){0,5} (?<message>.*)")
                .own("^Summary: \\d+ error\\(s\\)$")
                .summary("^Summary: (?<findings>\\d+) error\\(s\\)$")
                .side("^(?:markdownlint-cli2 v|Finding: |Linting: )")
                .change(entry -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.MEDIUM) : entry)
                .silent()
                .page("markdownlint-cli, markdownlint-cli2", "https://github.com/DavidAnson/markdownlint-cli2#readme");
    }

    /// ansible-lint's `--format pep8`, before version 6 without a colon behind the rule, before version 5 with
    /// its number in brackets.
    private static TextDialect ansibleLint() {
        return TextDialect.of("ansible-lint-text", Tool.findings("ansible-lint"))
                .hints(".yml", ".yaml")
                .form("(?<rule>[a-z][a-z-]{1,40}(?:\\[[a-z0-9-]{1,60}\\])?): (?<message>.{0,1000}?)"
                        + " --> (?<path>[^:\\s][^:]{0,1000}\\.ya?ml):(?<line>\\d+)(?:[: ].*)?")
                .form("(?<path>[^:\\s][^:]{0,1000}\\.ya?ml):(?<line>\\d+)(?::\\d+)?: "
                        + "(?:(?<rule>[a-z][a-z-]{1,40}(?:\\[[a-z0-9-]{1,60}\\])?): "
                        + "|(?<rule2>[a-z]{1,40}(?:-[a-z]{1,40}){1,6}) (?=[A-Z])|\\[(?<rule3>E(?:ANSIBLE)?\\d{3,4})\\] )"
                        + "(?<message>.*)")
                .side("^(?:WARNING|Passed|Failed): |^# |^Read documentation|^Rule Violation Summary|^\\s*\\d+ [a-z]")
                .always(Severity.MEDIUM)
                .page("ansible-lint --format pep8, full, brief", "https://ansible.readthedocs.io/projects/lint/usage/");
    }

    /// codespell's _codespell.py. What it finds may be meant; it is a warning.
    private static TextDialect codespell() {
        return TextDialect.of("codespell-text", Tool.findings("codespell"))
                .hints(" ==> ")
                .form("(?<path>(?:\\./)?[^:\\s][^:]{0,1000}):(?<line>\\d+): (?<message>\\S{1,100} ==> .*)")
                .side("^WARNING: ")
                .change(entry -> entry.rule("misspelling").severity(Severity.MEDIUM))
                .silent()
                .page("codespell", "https://github.com/codespell-project/codespell#usage");
    }

    /// vulture's core.py: a confidence of 100 % is sure, 60 % is not.
    private static TextDialect vulture() {
        return TextDialect.of("vulture-text", Tool.findings("vulture"))
                .hints("% confidence")
                .form(PATH + ":(?<line>\\d+): (?<message>(?:unused|unreachable|unsatisfiable|redundant).{0,500}? "
                        + "\\(\\d{1,3}% confidence(?:, \\d+ lines?)?\\))")
                .change(entry -> entry.rule(entry.message()
                                .replaceFirst("(?s)( code)? ['\"(].*", "")
                                .replace(' ', '-'))
                        .severity(entry.message().contains("(100% ") ? Severity.MEDIUM : Severity.LOW))
                .silent()
                .page("vulture", "https://github.com/jendrikseipp/vulture#readme");
    }

    /// pydocstyle's violations.py: a place, and the error below it.
    private static TextDialect pydocstyle() {
        return TextDialect.of("pydocstyle-text", Tool.findings("pydocstyle"))
                .hints("        D")
                .form(PATH + ":(?<line>\\d+) (?:at|in) .{1,300}: (?<rule>D\\d{3}): (?<message>.*)")
                .always(Severity.LOW)
                .silent()
                .page("pydocstyle", "https://www.pydocstyle.org/en/stable/usage.html");
    }

    /// Perl::Critic's default, with the file (`--verbose 1` and others name it first). Severities 5 to 1
    /// are gentle to brutal.
    private static TextDialect perlcritic() {
        return TextDialect.of("perlcritic-text", Tool.findings("perlcritic"))
                .hints("(Severity: ", " source OK")
                .form("(?:(?<path>[^:\\s][^:]{0,1000}):(?: )?)?(?:(?<line2>\\d+):\\d+:)?(?<message>.{1,400}?)"
                        + "(?: at line (?<line>\\d+), column \\d+)?\\. {1,2}.{0,300}?\\(Severity: (?<level>[1-5])\\)")
                .own(" source OK$")
                .change(entry -> entry.rule("policy").severity(Severity.MEDIUM))
                .page("perlcritic", "https://metacpan.org/dist/Perl-Critic/view/bin/perlcritic");
    }

    /// Dart's analyze.dart and Flutter's: for machines, and for people with bullets or hyphens.
    private static TextDialect dartAnalyze() {
        return TextDialect.of("dart-analyze-text", Tool.findings("dart-analyze"))
                .hints("|", ".dart:", "No issues found!", " found.")
                .form(
                        "(?<level>ERROR|WARNING|INFO)\\|[A-Z_]{1,40}\\|(?<rule>[A-Z][A-Z_0-9]{1,80})\\|(?<path>[^|]{1,1000})"
                                + "\\|(?<line>\\d+)\\|\\d+\\|\\d+\\|(?<message>.*)")
                .form(
                        "\\s*(?<level>error|warning|info) (?:[\\x{2022}-]) (?<path>[^:]{1,1000}\\.dart):(?<line>\\d+):\\d+ "
                                + "(?:[\\x{2022}-]) (?<message>.*) (?:[\\x{2022}-]) (?<rule>[a-z][a-z_0-9]{1,80})")
                .form(
                        "\\s*(?<level>error|warning|info) \\x{2022} (?<message>.*) \\x{2022} (?<path>[^:]{1,1000}\\.dart):"
                                + "(?<line>\\d+):\\d+ \\x{2022} (?<rule>[a-z][a-z_0-9]{1,80})")
                .own("^No issues found!|^\\d+ issues? found\\.")
                .weight(Weight.HALF)
                .summary("^(?<findings>\\d+) issues? found\\.")
                .side("^Analyzing ")
                .page("dart analyze, flutter analyze", "https://dart.dev/tools/dart-analyze");
    }

    /// MSBuild's canonical form of the C# compiler and its analyzers, as `dotnet build` and `msbuild` write
    /// it.
    private static TextDialect msbuild() {
        return TextDialect.of("msbuild-text", Tool.findings("roslyn"))
                .hints(
                        "Build ",
                        "proj]",
                        "proj::",
                        "MSBuild version",
                        "Build Engine",
                        "warning C",
                        "error C",
                        "warning LNK",
                        "error LNK",
                        "warning MSB",
                        "error MSB")
                .form(
                        "\\s*(?:\\d+>)?(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}?)\\((?<line>\\d+)(?:[,-]\\d+){0,3}\\) ?: "
                                + "(?:fatal )?(?<level>error|warning|info) (?<rule>[A-Z]{1,8}\\d{2,6}) ?: (?<message>.*?)"
                                + "(?: \\[[^\\]]{1,1000}proj(?:::[^\\]]{0,200})?\\])?")
                .form("\\s*(?:\\d+>)?(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}?) ?: "
                        + "(?<level>error|warning) (?<rule>[A-Z]{1,8}\\d{2,6}) ?: (?<message>.*?)"
                        + "(?: \\[[^\\]]{1,1000}(?:proj|\\.slnx?)(?:::[^\\]]{0,200})?\\])?")
                .weight(Weight.WITH_SIGN)
                .own(
                        "^Build (?:succeeded|FAILED)\\.$|\\) ?: (?:fatal )?(?:error|warning) (?:C|CA|CS|LNK|MSB)\\d{4}: |\\[[^\\]]{1,1000}\\.(?:cs|fs|vb)proj(?:::[^\\]]{0,200})?\\]$|^MSBuild version |^Microsoft \\(R\\) Build Engine")
                .failed("^Build FAILED\\.$")
                .change(entry -> entry.path().indexOf('.') < 0 ? entry.path("") : entry)
                .side("^Time Elapsed|^\\d+ (?:Warning|Error)\\(s\\)|^Determining projects| -> ")
                .page(
                        "dotnet build, msbuild, with Roslyn's analyzers",
                        "https://learn.microsoft.com/en-us/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks");
    }

    /// `go vet`: the package after a hash, and its problems. Without a code that compiles it did not do its
    /// work.
    private static TextDialect goVet() {
        return TextDialect.of("go-vet-text", Tool.findings("go-vet"))
                .hints("# ", "vet: ")
                .without("=== RUN ", "--- PASS: ", "--- FAIL: ", "\nok  \t", "\nFAIL\t", "?   \t")
                .form("(?:vet: )?(?<path>(?:[A-Za-z]:)?[^:\\s#][^:]{0,1000}\\.go):(?<line>\\d+):\\d+: (?<message>.*)")
                .weight(Weight.TOGETHER)
                .own("^# \\S+(?: \\[\\S+\\])?$|^vet: ")
                .failed("^vet: ")
                .change(entry -> entry.rule("vet").severity(Severity.HIGH))
                .silent()
                .page("go vet", "https://pkg.go.dev/cmd/vet");
    }

    /// rustc's emitter.rs: the place stands below the diagnostic. Lints are named in the notes further
    /// below, if at all.
    private static TextDialect rustc() {
        return TextDialect.of("rustc-text", Tool.findings("clippy"))
                .hints("-->", ".rs:")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.rs):(?<line>\\d+):\\d+: (?<level>warning|error)"
                        + "(?:\\[(?<rule>E\\d{4})\\])?: (?<message>.*)")
                .form("(?<level>warning|error)(?:\\[(?<rule>E\\d{4})\\])?: (?<message>.{0,1000}?) --> "
                        + "(?<path>\\S[^:]{0,1000}\\.rs):(?<line>\\d+):\\d+")
                .side("^\\s*\\d+ +[|~+-]|^\\s*(?:help|note): |^(?:warning|error): .* (?:generated|aborting|emitted)\\b"
                        + "|^error: could not compile|^(?:warning|error): \\d+ warnings? emitted")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("clippy") : entry)
                .page("cargo clippy, cargo check, rustc", "https://doc.rust-lang.org/rustc/json.html");
    }

    /// gofmt's `-d`, and `-l`, whose list of files is gofmt's only where the sender says so. It writes
    /// nothing when nothing would change.
    private static TextDialect gofmt() {
        return TextDialect.of("gofmt-text", Tool.findings("gofmt"))
                .hints(".go.orig")
                .form("diff (?:-u )?\\S{1,1000}\\.go\\.orig (?<path>\\S{1,1000}\\.go)")
                .form("(?<path>[^:\\s+-][^:\\s]{0,1000}\\.go)")
                .own("^diff (?:-u )?\\S+\\.go\\.orig \\S+\\.go$")
                .side("^(?:--- |\\+\\+\\+ |@@ |\\+|-)")
                .weight(Weight.TOGETHER)
                .change(entry -> entry.rule("gofmt").severity(Severity.MEDIUM).message("gofmt would change this file"))
                .silent()
                .page("gofmt -d, gofmt -l", "https://pkg.go.dev/cmd/gofmt");
    }

    /// import-linter's application/rendering.py: contracts, and how many were kept.
    private static TextDialect importLinter() {
        return TextDialect.of("import-linter-text", Tool.findings("import-linter"))
                .hints("Contracts: ")
                .form("(?<message>\\S.{0,300}?) BROKEN(?: .{0,100})?")
                .own("^Contracts: \\d+ kept, \\d+ broken\\.$")
                .summary("^Contracts: \\d+ kept, (?<findings>\\d+) broken\\.$")
                .side(
                        "^(?:=+|-+)$|KEPT|^Import Linter$|^Contracts$|^Analyzed \\d+ files|^Broken contracts$| is not allowed to import ")
                .weight(Weight.WITH_SIGN)
                .change(entry -> entry.rule("broken-contract").severity(Severity.HIGH))
                .page("lint-imports", "https://import-linter.readthedocs.io/en/stable/usage.html");
    }

    /// xenon's core.py: blocks, modules and averages whose rank is past its threshold.
    private static TextDialect xenon() {
        return TextDialect.of("xenon-text", Tool.findings("xenon"))
                .hints("ERROR:xenon:")
                .form(
                        "ERROR:xenon:(?<rule>block|module) [\"'](?<path>(?:[A-Za-z]:)?[^:\"']{1,1000})(?::(?<line>\\d+) [^\"']{1,300})?[\"'] "
                                + "(?<message>has a rank of [A-F])")
                .form("ERROR:xenon:(?<rule>average) (?<message>complexity is ranked [A-F])")
                .always(Severity.HIGH)
                .silent()
                .page("xenon", "https://xenon.readthedocs.io/en/latest/");
    }
}
