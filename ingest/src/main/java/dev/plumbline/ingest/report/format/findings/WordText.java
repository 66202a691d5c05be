package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.TextDialect.PATH;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.format.findings.FindingsSheet.Errors;
import dev.plumbline.ingest.report.format.findings.TextDialect.Weight;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// What checkers of spelling and Markdown, Coccinelle, Scalastyle and the sanitizers of C and C++ write for people.
final class WordText {
    private WordText() {}

    static List<TextDialect> all() {
        return List.of(typos(), misspell(), remark(), coccinelle(), scalastyle(), sanitizers());
    }

    /// typos-cli's report.rs: long, with the place below, and brief.
    private static TextDialect typos() {
        return TextDialect.of("typos-text", Tool.findings("typos"))
                .hints("` should be `", "` -> `", "` is disallowed")
                .form("error: (?<message>`[^`]{1,300}` (?:should be `|is disallowed).*?) (?:-->|\\x{256D}\\x{25B8}) "
                        + "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):\\d+")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<message>`[^`]{1,300}` -> `.*)")
                .weight(Weight.HALF)
                .silent()
                .side("^\\d+ *[|\\x{2502}]")
                .change(entry -> entry.rule("typo").severity(Severity.MEDIUM))
                .page("typos --format long, brief", "https://github.com/crate-ci/typos#readme");
    }

    /// misspell's cmd/misspell/main.go, its default template.
    private static TextDialect misspell() {
        return TextDialect.of("misspell-text", Tool.findings("misspell"))
                .hints(" is a misspelling of ")
                .form(PATH + ":(?<line>\\d+):\\d+: (?<message>\"[^\"]{1,200}\" is a misspelling of \"[^\"]{1,200}\")")
                .silent()
                .change(entry -> entry.rule("misspelling").severity(Severity.MEDIUM))
                .errors(Errors.NONE)
                .page("misspell", "https://github.com/golangci/misspell#readme");
    }

    /// remark's reporter, vfile-reporter: the rule and the plug-in stand behind the message.
    private static TextDialect remark() {
        return TextDialect.of("remark-lint-text", Tool.findings("remark-lint"))
                .hints("  remark-", "  retext-")
                .form("(?<path>\\S.{0,1000}?) >> (?<line>\\d+):\\d+(?:-\\d+:\\d+)?\\s+(?<level>warning|error|info)\\s+"
                        + "(?<message>\\S.*?)\\s{2,}(?<rule>[a-z][a-z0-9-]{1,80})\\s{2,}(?:remark|retext)-[a-z-]{1,60}")
                .side("^\\S.{0,1000}\\.(?:md|markdown|mdx)(?::.*)?$|^\\d+ messages? "
                        + "|^[\\x{26A0}\\x{2716}\\x{D7}\\x{203C}] \\d+ (?:warning|error)")
                .summary("^[\\x{26A0}\\x{203C}] (?<findings>\\d+) warnings?$")
                .page("remark --use remark-preset-lint…", "https://github.com/remarkjs/remark-lint#readme");
    }

    /// Coccinelle's reports of semantic patches in the kernel's form.
    private static TextDialect coccinelle() {
        return TextDialect.of("coccinelle-text", Tool.findings("coccinelle"))
                .hints(": WARNING", ": ERROR")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.[chSs]):(?<line>\\d+):\\d+-\\d+: "
                        + "(?<level>WARNING|ERROR):? (?<message>.*)")
                .side("^(?:Processing |with option|Note: |Please check |When using |coccicheck )")
                .change(entry -> entry.rule("unnamed"))
                .page("spatch, make coccicheck MODE=report", "https://docs.kernel.org/dev-tools/coccinelle.html");
    }

    /// Scalastyle's plug-in for sbt, and its command line. What sbt says besides is the compiler's own.
    private static TextDialect scalastyle() {
        return TextDialect.of("scalastyle-text", Tool.findings("scalastyle"))
                .hints("scalastyle", "Processed ")
                .form("\\[(?<level>warn|error|info)\\] (?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}\\.scala)"
                        + "(?::(?<line>\\d+)(?::\\d+)?)?: (?<message>.*)")
                .form("(?<level>warning|error|info) file=(?<path>.{1,1000}?) message=(?<message>.*?)"
                        + "(?: line=(?<line>\\d+)(?: column=\\d+)?)?")
                .weight(Weight.WITH_SIGN)
                .own("^(?:\\[info\\] )?(?:scalastyle using config |Processed \\d+ file\\(s\\)$)")
                .side("^(?:\\[(?:info|success|error|warn)\\]|Found \\d+ |Finished in |Starting scalastyle|java\\.lang)")
                .change(entry -> (entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                        .severity(entry.severity() == Severity.UNSTATED ? Severity.MEDIUM : entry.severity()))
                .page("sbt scalastyle, scalastyle", "https://github.com/scalastyle/scalastyle/wiki");
    }

    /// LLVM's compiler-rt: a summary for each fault that ended a program, and each of undefined behaviour as
    /// it happened.
    private static TextDialect sanitizers() {
        return TextDialect.of("sanitizer-text", Tool.findings("sanitizer"))
                .hints("SUMMARY: ", ": runtime error: ")
                .form(
                        "SUMMARY: (?<rule>(?:Address|Leak|Memory|Thread|HWAddress)Sanitizer): "
                                + "(?<message>[a-z0-9][^/]{0,200}?) (?<path>(?:[A-Za-z]:)?[^:\\s]{1,1000}):(?<line>\\d+)(?::\\d+)?(?: in .*)?")
                .form("SUMMARY: (?<rule>(?:Address|Leak|Memory|Thread|HWAddress)Sanitizer): (?<message>.*)")
                .form("(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000}):(?<line>\\d+):\\d+: runtime error: (?<message>.*)")
                .side(
                        "^(?:=|\\d|0x|SUMMARY: Undef|READ |WRITE |Shadow |freed by|previously|Direct leak|Indirect leak|allocated by)")
                .change(entry -> new Entry(
                        entry.rule().isEmpty() ? "UndefinedBehaviorSanitizer" : entry.rule(),
                        Severity.HIGH,
                        entry.path(),
                        entry.line(),
                        entry.message(),
                        State.OPEN))
                .page(
                        "programs built with -fsanitize=address, leak, memory, thread, undefined",
                        "https://clang.llvm.org/docs/AddressSanitizer.html");
    }
}
