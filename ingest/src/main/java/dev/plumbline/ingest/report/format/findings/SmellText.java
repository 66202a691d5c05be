package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What Golint, KubeLinter, Reek and proselint write for people. None of them states a level.
final class SmellText {
    private SmellText() {}

    static List<TextDialect> all() {
        return List.of(kubeLinter(), reek(), proselint(), golint());
    }

    /// KubeLinter's pkg/command/lint: its default form, `plain`.
    private static TextDialect kubeLinter() {
        return TextDialect.of("kube-linter-text", Tool.findings("kube-linter"))
                .hints("(check: ", "No lint errors found!")
                .form("(?<path>\\S.{0,1000}?): \\(object: [^)]{1,500}\\) (?<message>.*) "
                        + "\\(check: (?<rule>[A-Za-z0-9-]{1,100}), remediation: .*\\)")
                .own("^Error: found \\d+ lint errors?$|^No lint errors found!$")
                .side("^KubeLinter ")
                .summary("^Error: found (?<findings>\\d+) lint errors?$")
                .always(Severity.MEDIUM)
                .errors(Errors.NONE)
                .page("kube-linter lint", "https://docs.kubelinter.io/#/using-kubelinter");
    }

    /// Reek's report/formatter: the name of a file, and its smells below, each with its lines.
    private static TextDialect reek() {
        return TextDialect.of("reek-text", Tool.findings("reek"))
                .hints(" total warning", "]:")
                .form("(?<path>\\S.{0,1000}) -- \\d+ warnings?: >> \\[(?<line>\\d+)(?:, \\d+){0,500}\\]:"
                        + "(?<rule>[A-Z][A-Za-z]{1,60}): (?<message>.*)")
                .own("^\\d+ total warnings?$")
                .side("^Inspecting \\d+ file|^[.S]+$|^\\S.{0,1000} -- \\d+ warnings?:$")
                .summary("^(?<findings>\\d+) total warnings?$")
                .always(Severity.MEDIUM)
                .errors(Errors.NONE)
                .page("reek", "https://github.com/troessner/reek/blob/master/docs/Command-Line-Options.md");
    }

    /// proselint's command_line.py: checks have dotted names.
    private static TextDialect proselint() {
        return TextDialect.of("proselint-text", Tool.findings("proselint"))
                .hints(".")
                .form(PATH + ":(?<line>\\d+):\\d+: (?:warning: |error: )?"
                        + "(?<rule>[a-z][a-z0-9_]{1,40}(?:\\.[a-z0-9_]{1,60}){1,4}):? (?<message>[A-Z'\"\\u201c].*)")
                .weight(Weight.HALF)
                .always(Severity.LOW)
                .silent()
                .errors(Errors.NONE)
                .page("proselint", "https://github.com/amperser/proselint#readme");
    }

    /// Golint's lint.go: its messages begin with few words, and name no rule.
    private static TextDialect golint() {
        return TextDialect.of("golint-text", Tool.findings("golint"))
                .hints(".go:")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.go):(?<line>\\d+):\\d+: (?<message>"
                        + "(?:exported |comment on exported |don't use |if block ends with a return|receiver name |package comment "
                        + "|should |error strings? should |error var |a blank import |interface method |method parameter "
                        + "|(?:func|var|const|type|struct field|range var|method|package) \\S{1,200} should be "
                        + "|context\\.Context should |func name will be |type name will be |name will be used ).*)")
                .weight(Weight.HALF)
                .change(entry -> entry.rule("unnamed").severity(Severity.MEDIUM))
                .silent()
                .errors(Errors.NONE)
                .page("golint", "https://github.com/golang/lint#readme");
    }
}
