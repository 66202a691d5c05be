package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;
import static dev.plumbline.ingest.report.format.findings.TextDialects.FILE;
import static dev.plumbline.ingest.report.format.findings.TextDialects.HEADING;

/// What linters for the web write for people: the name of a file, and its entries below.
final class WebText {
    private WebText() {}

    /// ESLint's formatter `stylish`. A file that could not be parsed has no rule.
    static TextDialect eslint() {
        return TextDialect.of("eslint-text", Tool.findings("eslint"))
                .hints("error", "warning", "[Error", "[Warning", ", Error - ", ", Warning - ", "\u2716", "\u00d7")
                .form(HEADING + "(?<level>error|warning)\\s+(?<message>.*?)\\s{2,}(?<rule>[a-z@][\\w@./-]{0,100})")
                .form(HEADING + "(?<level>error)\\s+(?<message>Parsing error: .*)")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<message>.*) "
                        + "\\[(?<level>Error|Warning)(?:/(?<rule>[a-z@][\\w@./-]{0,100}(?: > @[\\w@./-]{1,100})?))?\\]")
                .form(PATH + ": line (?<line>\\d+), col \\d+, (?<level>Error|Warning) - (?<message>.*?)"
                        + "(?: \\((?<rule>[a-z@][\\w@./-]{0,100})\\))?")
                .form(
                        "(?<path>\\S[^(]{0,1000})\\((?<line>\\d+)(?:,\\d+)?\\): (?<level>error|warning) (?<rule>[a-z@][\\w@./-]{0,100})?\\s?: (?<message>.*)")
                .side(FILE + "|^\\s*\\d+ errors? and \\d+ warnings? potentially fixable|^\\d+ problems?$")
                .own("^[\\x{2716}\\x{D7}] \\d+ problems? \\(\\d+ errors?, \\d+ warnings?\\)$")
                .summary(
                        "^(?:[\\x{2716}\\x{D7}] )?(?<findings>\\d+) problems?(?: \\((?<errors>\\d+) errors?, \\d+ warnings?\\))?$")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("fatal") : entry)
                .page(
                        "ESLint -f stylish, -f unix, -f compact, -f visualstudio",
                        "https://eslint.org/docs/latest/use/formatters/#stylish");
    }

    /// stylelint's formatters/stringFormatter.mjs.
    static TextDialect stylelint() {
        return TextDialect.of("stylelint-text", Tool.findings("stylelint"))
                .hints(
                        "\u2716",
                        "\u00d7",
                        "\u26a0",
                        "\u203c",
                        "\u2139",
                        " [error]",
                        " [warning]",
                        ", error - ",
                        ", warning - ")
                .form(HEADING + "(?<level>[\\x{2716}\\x{D7}\\x{26A0}\\x{203C}\\x{2139}])\\x{FE0F}?\\s+(?<message>.*?)"
                        + "(?:\\s{2,}(?<rule>[a-z@][\\w@./-]{0,100}))?")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<message>.*?) "
                        + "\\((?<rule>[a-z@][\\w@./-]{0,100})\\) \\[(?<level>error|warning)\\]")
                .form(PATH + ": line (?<line>\\d+), col \\d+, (?<level>error|warning) - (?<message>.*?)"
                        + " \\((?<rule>[a-z@][\\w@./-]{0,100})\\)")
                .side(FILE + "|^(?:[\\x{2716}\\x{D7}\\x{26A0}\\x{203C}] )?\\d+ problems? ")
                .summary("^(?:[\\x{2716}\\x{D7}\\x{26A0}\\x{203C}] )?(?<findings>\\d+) problems? ")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page(
                        "stylelint --formatter string, unix, compact",
                        "https://stylelint.io/user-guide/options/#formatter");
    }

    /// oxlint's `-f unix` (apps/oxlint/src/output_formatter/unix.rs). Rules have the name of their plugin
    /// before them; what could not be parsed has no rule.
    static TextDialect oxlint() {
        return TextDialect.of("oxlint-text", Tool.findings("oxlint"))
                .hints("[Error", "[Warning", "0 problems")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<message>(?!Parsing error: ).*) "
                        + "\\[(?<level>Error|Warning)(?:/(?<rule>[a-z][a-z0-9-]{0,60}\\([\\w@./-]{1,100}\\)))?\\]")
                .own("^0 problems$")
                .side("^\\d+ problems?$")
                .summary("^(?<findings>\\d+) problems?$")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("syntax") : entry)
                .page("oxlint -f unix", "https://oxc.rs/docs/guide/usage/linter/output-formats.html");
    }

    /// Spectral's formatters stylish and text (packages/formatters). The path inside of the document stands
    /// behind the message.
    static TextDialect spectral() {
        return TextDialect.of("spectral-text", Tool.findings("spectral"))
                .hints("warning", "error", "information", "hint", "No results with a severity of")
                .form(HEADING + "(?<level>error|warning|information|hint)\\s+(?<rule>[a-z][A-Za-z0-9-]{1,80})\\s{2,}"
                        + "(?<message>\\S.*?)(?:\\s{2,}\\S+)?")
                .form(PATH + ":(?<line>\\d+):\\d+ (?<level>error|warning|information|hint) "
                        + "(?<rule>[a-z][A-Za-z0-9-]{1,80}) \"(?<message>.*)\"")
                .own(
                        "^[\\x{2716}\\x{D7}] \\d+ problems? \\(.{1,60}, \\d+ infos?, \\d+ hints?\\)$|^No results with a severity of '")
                .side(FILE)
                .summary(
                        "^[\\x{2716}\\x{D7}] (?<findings>\\d+) problems? \\((?<errors>\\d+) errors?, .{1,60} hints?\\)$")
                .page(
                        "spectral lint --format stylish, text",
                        "https://docs.stoplight.io/docs/spectral/9ffa04e052cc1-spectral-cli#formatters");
    }

    /// HTMLHint's formatter `unix` (src/cli/formatters/unix.ts).
    static TextDialect htmlHint() {
        return TextDialect.of("htmlhint-text", Tool.findings("htmlhint"))
                .hints("[error/", "[warning/", "[info/")
                .form(
                        PATH
                                + ":(?<line>\\d+):\\d+: (?<message>.*) \\[(?<level>error|warning|info)/(?<rule>[a-z][a-z0-9-]{1,60})\\]")
                .side("^\\d+ problems?$")
                .summary("^(?<findings>\\d+) problems?$")
                .page("htmlhint --format unix", "https://htmlhint.com/docs/user-guide/usage/cli/");
    }
}
