package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What linters of templates, Ruby, Protocol Buffers and environment files write for people.
final class TemplateText {
    private static final String START = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.";

    private TemplateText() {}

    static List<TextDialect> all() {
        return List.of(
                templates("haml-lint", "haml", "https://github.com/sds/haml-lint#readme"),
                templates("slim-lint", "slim", "https://github.com/sds/slim-lint#readme"),
                erbLint(),
                fasterer(),
                buf(),
                protolint(),
                dotenv());
    }

    /// haml-lint's and slim-lint's reporter/default_reporter.rb. A file that cannot be parsed has no rule.
    private static TextDialect templates(String tool, String extension, String definition) {
        return TextDialect.of(tool + "-text", Tool.findings(tool))
                .hints("." + extension + ":", " lints detected", " lint detected")
                .form(START + extension + "):(?<line>\\d+) \\[(?<level>[WEF])\\] "
                        + "(?:(?<rule>[A-Z][A-Za-z]{2,60}): )?(?<message>.*)")
                .own("^\\d+ files? inspected, (?:no|0) lints? detected$")
                .side("^Inspecting |^\\d+ files? inspected, ")
                .summary("^\\d+ files? inspected, (?<findings>\\d+) lints? detected$")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page(tool + ", with its default reporter", definition);
    }

    /// erb_lint's reporters: `multiline`, whose place stands below the message, and `compact`. Neither names
    /// the linter.
    private static TextDialect erbLint() {
        return TextDialect.of("erb-lint-text", Tool.findings("erb-lint"))
                .hints(".erb:", " in ERB files", "In file: ")
                .form("(?<message>\\S.{0,1000}) >> In file: (?<path>[^:\\s][^:]{0,1000}):(?<line>\\d+)")
                .form(START + "erb):(?<line>\\d+):\\d+: (?<message>.*)")
                .weight(Weight.HALF)
                .own("^No errors were found in ERB files$")
                .side("^Linting \\d+ files? with |^\\d+ error\\(s\\) |^Linting and autocorrecting ")
                .summary("^(?<findings>\\d+) error\\(s\\) were found in ERB files$")
                .change(entry -> entry.rule("unnamed").severity(Severity.MEDIUM))
                .errors(Errors.NONE)
                .page("erb_lint --format compact, multiline", "https://github.com/Shopify/erb_lint#readme");
    }

    /// Fasterer's offense.rb, whose explanations say what is slower than what.
    private static TextDialect fasterer() {
        return TextDialect.of("fasterer-text", Tool.findings("fasterer"))
                .hints(" slower than ", " faster than ", "Don't rescue NoMethodError")
                .form(START + "rb):(?<line>\\d+) (?<message>.{0,300} is (?:slower|faster) than .*"
                        + "|Don't rescue NoMethodError.*)")
                .side("^\\d+ files? inspected, ")
                .summary("^\\d+ files? inspected, (?<findings>\\d+) offenses? detected$")
                .change(entry -> entry.rule("unnamed").severity(Severity.LOW))
                .errors(Errors.NONE)
                .page("fasterer", "https://github.com/DamirSvrtan/fasterer#readme");
    }

    /// Buf's bufanalysis, its format `text`: no rule, and no space before the message.
    private static TextDialect buf() {
        return TextDialect.of("buf-text", Tool.findings("buf"))
                .hints(".proto:")
                .form(START + "proto):(?<line>\\d+):\\d+:(?<message>\\S.*)")
                .weight(Weight.HALF)
                .silent()
                .change(entry -> entry.rule("unnamed").severity(Severity.HIGH))
                .errors(Errors.NONE)
                .page("buf lint, buf breaking", "https://buf.build/docs/reference/cli/buf/lint/");
    }

    /// protolint's reporters/plainReporter.go: the place in brackets.
    private static TextDialect protolint() {
        return TextDialect.of("protolint-text", Tool.findings("protolint"))
                .hints(".proto:")
                .form("\\[(?<path>[^\\]\\s][^\\]]{0,1000}\\.proto):(?<line>\\d+):\\d+\\] (?<message>.*)")
                .silent()
                .change(entry -> entry.rule("unnamed").severity(Severity.MEDIUM))
                .errors(Errors.NONE)
                .page("protolint lint", "https://github.com/yoheimuta/protolint#reporters");
    }

    /// dotenv-linter's warning.rs: without the check's name before version 2.1.
    private static TextDialect dotenv() {
        return TextDialect.of("dotenv-linter-text", Tool.findings("dotenv-linter"))
                .hints(".env")
                .form("(?<path>(?:[^:\\s][^:]{0,500})?\\.env[\\w.-]{0,100}):(?<line>\\d+) "
                        + "(?:(?<rule>[A-Z][A-Za-z]{2,60}): )?(?<message>(?:The |[A-Z][a-z]+ ).*)")
                .side("^(?:Checking |Nothing to check|No problems found|Found \\d+ problem)")
                .summary("^Found (?<findings>\\d+) problems?$")
                .change(entry -> (entry.rule().isEmpty() ? entry.rule("unnamed") : entry).severity(Severity.MEDIUM))
                .errors(Errors.NONE)
                .page("dotenv-linter", "https://dotenv-linter.github.io/");
    }
}
