package dev.plumbline.ingest.report.format.findings;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a line with a finding is written. Of the groups `path`, `line`, `rule`, `level`, `message` the first
/// that is there is taken, with a 2 or a 3 behind its name or without; where they are is looked up once and
/// not for each line.
final class LineForm {
    static final int LINE_DIGITS = 9;
    private static final int[] NONE = {};

    private final Pattern pattern;
    private final @Nullable Parser parser;
    private final int[] path;
    private final int[] line;
    private final int[] rule;
    private final int[] level;
    private final int[] message;

    private LineForm(Pattern pattern, @Nullable Parser parser) {
        this.pattern = pattern;
        this.parser = parser;
        Map<String, Integer> groups = pattern.namedGroups();
        path = numbers(groups, "path");
        line = numbers(groups, "line");
        rule = numbers(groups, "rule");
        level = numbers(groups, "level");
        message = numbers(groups, "message");
    }

    static LineForm of(String pattern) {
        return new LineForm(Pattern.compile(pattern), null);
    }

    /// @param parser which finds the same as the pattern, in less time
    static LineForm of(String pattern, Parser parser) {
        return new LineForm(Pattern.compile(pattern), parser);
    }

    /// Reads a line without a pattern.
    @FunctionalInterface
    interface Parser {
        @Nullable
        Parts parts(String line);
    }

    /// @param line 0 where none is named
    record Parts(String path, int line, String rule, String level, String message) {}

    boolean handWritten() {
        return parser != null;
    }

    /// {@return what the line says; null where it is not written so}
    @Nullable
    Parts parts(String text) {
        return parser == null ? byPattern(text) : parser.parts(text);
    }

    /// The same as the pattern has it.
    @Nullable
    Parts byPattern(String text) {
        Matcher match = pattern.matcher(text);
        return match.matches()
                ? new Parts(
                        group(match, path),
                        number(group(match, line)),
                        group(match, rule),
                        group(match, level),
                        group(match, message))
                : null;
    }

    private static int number(String text) {
        return text.isEmpty() || text.length() > LINE_DIGITS ? 0 : Integer.parseInt(text);
    }

    private static int[] numbers(Map<String, Integer> groups, String name) {
        int[] numbers = NONE;
        for (String alternative : new String[] {name, name + "2", name + "3"}) {
            Integer number = groups.get(alternative);
            if (number != null) {
                int[] more = Arrays.copyOf(numbers, numbers.length + 1);
                more[numbers.length] = number;
                numbers = more;
            }
        }
        return numbers;
    }

    private static String group(Matcher match, int[] numbers) {
        for (int number : numbers) {
            String value = match.group(number);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
