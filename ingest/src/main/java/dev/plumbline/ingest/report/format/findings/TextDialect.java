package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One tool's output for people, a line for each finding, as a row of a table.
///
/// @param forms of a line with a finding; the groups `path`, `line`, `rule`, `level`, `message` are taken
/// @param signs of lines without findings
record TextDialect(String format, Tool tool, FormatPage page, List<Pattern> forms, Signs signs, Meaning meaning) {
    /// A path up to a colon, with or without a drive.
    static final String PATH = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000})";

    /// Longer lines are no findings; matching takes time that grows with the square of the length.
    private static final int LINE_CHARS = 4_000;

    private static final Pattern NEVER = Pattern.compile("(?!)");

    /// How sure a line with a finding makes of the tool.
    enum Weight {
        /// such a line is nobody else's
        ALONE,
        /// at least half of the lines must be such
        HALF,
        /// other tools write them too: a sign must be there
        WITH_SIGN
    }

    /// @param own lines that this tool alone writes
    /// @param side lines that are known and say nothing more
    /// @param failed lines by which the tool says that it did not do its work
    /// @param summary with groups `findings`, `errors`, `files`: what the tool itself counted
    record Signs(Weight weight, Pattern own, Pattern side, Pattern failed, Pattern summary) {}

    /// @param errors what the figure `errors` counts
    /// @param change says what an entry means beyond its line; null leaves it out
    record Meaning(FindingsSheet.Errors errors, Function<Entry, @Nullable Entry> change, boolean emptyIsClean) {}

    /// {@return the finding on a line; null where there is none}
    @Nullable
    Entry entry(String line) {
        if (line.length() > LINE_CHARS) {
            return null;
        }
        for (Pattern form : forms) {
            Matcher match = form.matcher(line);
            if (match.matches()) {
                Map<String, Integer> groups = match.namedGroups();
                String number = group(match, groups, "line");
                return meaning.change()
                        .apply(new Entry(
                                group(match, groups, "rule"),
                                Severities.ofWord(word(group(match, groups, "level"))),
                                group(match, groups, "path"),
                                number.isEmpty() || number.length() > 9 ? 0 : Integer.parseInt(number),
                                group(match, groups, "message"),
                                State.OPEN));
            }
        }
        return null;
    }

    /// pylint and RuboCop abbreviate their levels to the same letters; stylelint draws them.
    private static String word(String level) {
        return switch (level) {
            case "fatal error", "F" -> "fatal";
            case "E", "\u2716", "\u00d7" -> "error";
            case "W", "\u26a0", "\u203c" -> "warning";
            case "C" -> "convention";
            case "R" -> "refactor";
            case "I", "\u2139" -> "info";
            default -> level;
        };
    }

    private static String group(Matcher match, Map<String, Integer> groups, String name) {
        for (String alternative : List.of(name, name + "2", name + "3")) {
            String value = groups.containsKey(alternative) ? match.group(alternative) : null;
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    static Builder of(String format, Tool tool) {
        return new Builder(format, tool);
    }

    /// Puts a row of the table together.
    static final class Builder {
        private final String format;
        private final Tool tool;
        private final List<Pattern> forms = new ArrayList<>();
        private Weight weight = Weight.ALONE;
        private Pattern own = NEVER;
        private Pattern side = NEVER;
        private Pattern failed = NEVER;
        private Pattern summary = NEVER;
        private FindingsSheet.Errors errors = FindingsSheet.Errors.LEVEL;
        private Function<Entry, @Nullable Entry> change = entry -> entry;
        private boolean emptyIsClean;

        private Builder(String format, Tool tool) {
            this.format = format;
            this.tool = tool;
        }

        Builder form(String pattern) {
            forms.add(Pattern.compile(pattern));
            return this;
        }

        Builder weight(Weight how) {
            weight = how;
            return this;
        }

        Builder own(String pattern) {
            own = Pattern.compile(pattern);
            return this;
        }

        Builder side(String pattern) {
            side = Pattern.compile(pattern);
            return this;
        }

        Builder failed(String pattern) {
            failed = Pattern.compile(pattern);
            return this;
        }

        Builder summary(String pattern) {
            summary = Pattern.compile(pattern);
            return this;
        }

        Builder errors(FindingsSheet.Errors counted) {
            errors = counted;
            return this;
        }

        Builder always(Severity severity) {
            return change(entry -> entry.severity(severity));
        }

        Builder change(Function<Entry, @Nullable Entry> meant) {
            change = meant;
            return this;
        }

        /// The tool writes nothing when it finds nothing.
        Builder silent() {
            emptyIsClean = true;
            return this;
        }

        /// @param tools that write it
        /// @param definition address
        TextDialect page(String tools, String definition) {
            return new TextDialect(
                    format,
                    tool,
                    new FormatPage(
                            tools,
                            "all",
                            "findings with rule, level, place and message, a line each; the summary's counts",
                            "source excerpts; lines of another form are counted in a note",
                            definition),
                    List.copyOf(forms),
                    new Signs(weight, own, side, failed, summary),
                    new Meaning(errors, change, emptyIsClean));
        }
    }
}
