package dev.plumbline.ingest.report.format.findings;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Joins lines that belong together: a diagnostic with the line below that says where, as rustc and Ruff
/// write them (`warning: unused` and ` --> src/main.rs:3:5`), and the name of a file with the entries below
/// it, as ESLint, stylelint and yamllint write them (`a.yml` and ` 1:4 error trailing spaces`), with ` >> `
/// between, the title of a file with all that stands below it, the head of PHPStan's table of a file with
/// its rows, a message with the place below it, as Ansible-lint writes them, and a place with the error
/// below it, as pydocstyle and svelte-check write them. All other lines come out as they are.
final class Arrows {
    private static final String ARROW = "--> ";
    private static final String BOW = "\u256d\u25b8 ";
    private static final int LINE_CHARS = 4_000;

    private static final Pattern ENTRY = Pattern.compile(
            "\\s{1,12}\\d{1,9}:\\d{1,9}(?:-\\d{1,9}:\\d{1,9})?\\s{1,20}(?:error|warning|information|hint|[\\x{2716}\\x{D7}\\x{26A0}\\x{203C}\\x{2139}\\x{FE0F}])\\s.*");

    /// Ruff's grouped output: the rule's code follows the place.
    private static final Pattern CODE = Pattern.compile(
            "\\s{1,8}\\d{1,9}:\\d{1,9}\\s{1,20}(?:[A-Z]{1,5}\\d{1,4}|invalid-syntax|SyntaxError):?\\s.*");

    /// ktlint's plain reporter with group_by_file: the rule stands behind the message.
    private static final Pattern KOTLIN =
            Pattern.compile("\\s{1,8}\\d{1,9}:\\d{1,9} .{1,1000} \\([a-z][a-z0-9:_-]{1,100}\\)");

    /// What stands above all entries of a file up to the next: of PHP_CodeSniffer, SQLFluff and RuboCop.
    private static final Pattern TITLE =
            Pattern.compile("FILE: \\S.{0,1000}|== .{1,1000} ==|== \\[.{1,1000}\\] (?:PASS|FAIL)");

    private static final Pattern TITLED = Pattern.compile(
            "\\s{0,8}\\d{1,9} {1,8}\\| (?:ERROR|WARNING|VIOLATION)\\s{1,4}\\| .*|[CRWEFI]:\\s{1,4}\\d{1,9}:\\s{1,4}\\d{1,9}: .*"
                    + "|L:\\s{1,5}\\d{1,9} \\| P:.*");

    /// The head of PHPStan's table of one file, and a row of it.
    private static final Pattern TABLE = Pattern.compile(" {2}Line {2,4}\\S.{0,1000}");

    private static final Pattern ROW = Pattern.compile(" {2}\\d{1,9} {2,8}\\S.*");

    private static final Pattern PLACE = Pattern.compile("\\S.{0,1000}:\\d{1,9}:\\d{1,9}\\s*");

    /// The place of a play, as Ansible-lint writes it below its message.
    private static final Pattern PLAY = Pattern.compile("[^:\\s][^:]{0,1000}\\.ya?ml:\\d{1,9}(?::\\d{1,9})?(?: .*)?");

    private static final Pattern RULE = Pattern.compile("[a-z][a-z-]{1,40}(?:\\[[a-z0-9-]{1,60}\\])?: .*");

    /// What Reek says of a file, with the lines in brackets.
    private static final Pattern SMELL =
            Pattern.compile("\\s{1,8}\\[\\d{1,9}(?:, \\d{1,9}){0,500}\\]:[A-Z][A-Za-z]{1,60}: .*");

    private final Consumer<String> lines;
    private @Nullable String held;
    private String heading = "";
    private String title = "";

    Arrows(Consumer<String> lines) {
        this.lines = lines;
    }

    void take(String line) {
        String before = held;
        if (before != null && !before.isBlank() && (arrow(line) || docstring(before, line))) {
            lines.accept(before.strip() + " " + line.strip());
            held = null;
            return;
        }
        if (before != null && play(before, line)) {
            lines.accept(before.strip() + " --> " + line.strip());
            held = null;
            return;
        }
        if (before != null && (svelte(before, line) || template(before, line))) {
            lines.accept(before.strip() + " >> " + line.strip());
            held = null;
            return;
        }
        end();
        if (titles(line)) {
            title = line.strip();
        }
        if (!title.isEmpty()
                && title.length() + line.length() < LINE_CHARS
                && (title.startsWith("Line ") ? ROW : TITLED).matcher(line).matches()) {
            held = title + " >> " + line.strip();
            return;
        }
        if (!line.isBlank() && !Character.isWhitespace(line.charAt(0))) {
            heading = line;
        }
        boolean entry = !heading.isEmpty()
                && !line.isEmpty()
                && Character.isWhitespace(line.charAt(0))
                && heading.length() + line.length() < LINE_CHARS
                && (ENTRY.matcher(line).matches()
                        || heading.endsWith(":") && CODE.matcher(line).matches()
                        || heading.contains(" -- ") && SMELL.matcher(line).matches()
                        || heading.contains(".kt") && KOTLIN.matcher(line).matches());
        held = entry ? heading + " >> " + line.strip() : line;
    }

    private static boolean titles(String line) {
        if (line.startsWith("  Line  ")) {
            return TABLE.matcher(line).matches();
        }
        return (line.startsWith("FILE: ") || line.startsWith("== "))
                && TITLE.matcher(line).matches();
    }

    void end() {
        if (held != null) {
            lines.accept(held);
            held = null;
        }
    }

    /// `a.py:1 at module level:` and `        D100: Missing docstring`.
    private static boolean docstring(String before, String line) {
        return line.startsWith("        D")
                && before.endsWith(":")
                && before.length() + line.length() < LINE_CHARS
                && (before.contains(" at ") || before.contains(" in "));
    }

    /// `/app/src/App.svelte:3:5` and `Error: Type 'string' is not assignable (ts)`.
    private static boolean svelte(String before, String line) {
        return (line.startsWith("Error: ") || line.startsWith("Warn: ") || line.startsWith("Hint: "))
                && before.length() + line.length() < LINE_CHARS
                && PLACE.matcher(before).matches();
    }

    /// `Remove the space before the tag` and `In file: app/views/a.html.erb:3`.
    private static boolean template(String before, String line) {
        return line.startsWith("In file: ") && !before.isBlank() && before.length() + line.length() < LINE_CHARS;
    }

    private static boolean play(String before, String line) {
        return line.indexOf(".y") > 0
                && before.length() + line.length() < LINE_CHARS
                && PLAY.matcher(line).matches()
                && RULE.matcher(before).matches();
    }

    private static boolean arrow(String line) {
        return line.length() < LINE_CHARS
                && line.startsWith(" ")
                && (line.stripLeading().startsWith(ARROW) || line.stripLeading().startsWith(BOW));
    }
}
