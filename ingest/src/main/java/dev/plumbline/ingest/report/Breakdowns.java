package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.Strays.Stray;
import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What stands in a file in place of a report when the tool, or a server that it asked, failed: the words
/// with which they say so.
final class Breakdowns {
    private static final int SHOWN = 200;
    private static final String AGAIN =
            "The tool itself failed: mend what it complains of, run it again and send what it writes then.";

    private static final List<Stray> TEXTS = List.of(
            new Stray("error: INTERNAL ERROR -- ", "what mypy writes when it breaks", AGAIN),
            new Stray("^Oops! Something went wrong! :\\(", "what ESLint writes when it breaks", AGAIN),
            new Stray("\\A\\s*ruff failed$", "what ruff writes when it cannot begin", AGAIN),
            new Stray("\\A\\s*error: Ruff crashed\\b", "what ruff writes when it breaks", AGAIN),
            new Stray(
                    "^Traceback \\(most recent call last\\):$",
                    "the traceback of a program in Python that broke",
                    AGAIN),
            new Stray(
                    "\\A\\s*node:internal/|^[ \\t]{1,40}at .{1,300} \\(node:internal/",
                    "what Node.js writes when a program breaks",
                    AGAIN),
            new Stray(
                    "^Exception in thread \"|\\A\\s*(?:[a-z]\\w{0,40}\\.){1,10}[A-Z]\\w{0,80}(?:Exception|Error)\\b",
                    "what Java writes when a program breaks",
                    AGAIN),
            new Stray(
                    "^(?:panic|fatal error): [\\s\\S]{0,4000}^goroutine \\d+ \\[",
                    "what a program in Go writes when it breaks",
                    AGAIN),
            new Stray(
                    "\\A\\s*\\S[^\\n]{0,200}: (?:command )?not found\\s*\\z"
                            + "|\\A\\s*[^\\n]{0,200}: No such file or directory\\s*\\z"
                            + "|is not recognized as an internal or external command",
                    "what a shell writes when it does not find the tool",
                    "Install the tool before it is called, and send the report that it writes."),
            new Stray(
                    "\\A(?:TN:[^\\n]{0,1000}\\s+|end_of_record\\s+)++\\z",
                    "LCOV that lists no file",
                    "Nothing was measured: check that the tests ran, and over the sources that count."));

    /// Fields of an answer in place of what was asked for, as GitHub, GitLab, RFC 9457 and others have them.
    private static final Set<String> ANSWER = Set.of(
            "message",
            "error",
            "error_description",
            "errors",
            "code",
            "status",
            "statusCode",
            "detail",
            "title",
            "type",
            "instance",
            "documentation_url",
            "path",
            "timestamp",
            "request_id",
            "requestId");

    private static final List<String> WORDS = List.of("message", "error_description", "detail", "error", "title");

    private Breakdowns() {}

    /// {@return what broke; null where nothing says so}
    static @Nullable Stray of(String text) {
        return TEXTS.stream()
                .filter(stray -> stray.sign().matcher(text).find())
                .findFirst()
                .orElse(null);
    }

    /// {@return what an answer says that is no report; null where the object is none}
    static @Nullable Stray of(Shape.JsonObject object) {
        Map<String, String> texts = object.texts();
        String said = WORDS.stream()
                .map(word -> texts.getOrDefault(word, ""))
                .filter(word -> !word.isBlank())
                .findFirst()
                .orElse("");
        return said.isEmpty() || !ANSWER.containsAll(object.fields())
                ? null
                : new Stray(
                        "",
                        "an error in place of a report: «" + Texts.firstLine(said, SHOWN) + "»",
                        "Mend what it complains of, run the tool again and send what it writes then.");
    }
}
