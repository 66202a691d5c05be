package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One tool's output for people, a line for each finding, as a row of a table.
///
/// @param forms of a line with a finding
/// @param signs of lines without findings
record TextDialect(String format, Tool tool, FormatPage page, List<LineForm> forms, Signs signs, Meaning meaning) {
    /// A path up to a colon, with or without a drive.
    static final String PATH = "(?<path>(?:[A-Za-z]:)?[^:\\s][^:]{0,1000})";

    /// Longer lines are no findings; matching takes time that grows with the square of the length.
    private static final int LINE_CHARS = 4_000;

    /// How sure a line with a finding makes of the tool.
    enum Weight {
        /// such a line is nobody else's
        ALONE,
        /// at least half of the lines must be such
        HALF,
        /// other tools write them too: a sign must be there
        WITH_SIGN,
        /// neither such lines nor the signs are this tool's alone: both must be there
        TOGETHER
    }

    /// @param own lines that this tool alone writes
    /// @param side lines that are known and say nothing more
    /// @param failed lines by which the tool says that it did not do its work
    /// @param summary with groups `findings`, `errors`, `files`: what the tool itself counted
    /// @param table whether the lines are rows below a head that names the columns
    /// @param strange words that this tool never writes, and look-alikes do
    /// @param hints words of which at least one is in whatever this tool writes; none where there are no
    ///     such words
    record Signs(
            Weight weight,
            LineSign own,
            LineSign side,
            LineSign failed,
            LineSign summary,
            boolean table,
            List<String> strange,
            List<String> hints) {

        /// Whether the tool may have written this.
        boolean hinted(Head head) {
            if (hints.isEmpty()) {
                return true;
            }
            for (String hint : hints) {
                if (head.shows(hint)) {
                    return true;
                }
            }
            return false;
        }

        /// Whether something else wrote this.
        boolean foreign(Head head) {
            return strange.stream().anyMatch(head::has);
        }
    }

    /// @param errors what the figure `errors` counts
    /// @param change says what an entry means beyond its line; null leaves it out
    record Meaning(FindingsSheet.Errors errors, Function<Entry, @Nullable Entry> change, boolean emptyIsClean) {}

    /// {@return the finding on a line; null where there is none}
    @Nullable
    Entry entry(String line) {
        if (line.length() > LINE_CHARS) {
            return null;
        }
        for (LineForm form : forms) {
            LineForm.Parts parts = form.parts(line);
            if (parts != null) {
                return meaning.change()
                        .apply(new Entry(
                                parts.rule(),
                                Severities.ofWord(word(parts.level())),
                                parts.path(),
                                parts.line(),
                                parts.message(),
                                State.OPEN));
            }
        }
        return null;
    }

    /// pylint and RuboCop abbreviate their levels to the same letters; stylelint draws them.
    private static String word(String level) {
        return switch (level) {
            case "fatal error", "F" -> "fatal";
            case "E", "e", "\u2716", "\u00d7" -> "error";
            case "W", "w", "Warn", "\u26a0", "\u203c" -> "warning";
            case "C" -> "convention";
            case "R" -> "refactor";
            case "I", "\u2139" -> "info";
            default -> level;
        };
    }

    static Builder of(String format, Tool tool) {
        return new Builder(format, tool);
    }

    /// Puts a row of the table together.
    static final class Builder {
        private final String format;
        private final Tool tool;
        private final List<LineForm> forms = new ArrayList<>();
        private Weight weight = Weight.ALONE;
        private LineSign own = LineSign.NEVER;
        private LineSign side = LineSign.NEVER;
        private LineSign failed = LineSign.NEVER;
        private LineSign summary = LineSign.NEVER;
        private FindingsSheet.Errors errors = FindingsSheet.Errors.LEVEL;
        private Function<Entry, @Nullable Entry> change = entry -> entry;
        private boolean emptyIsClean;
        private boolean table;
        private List<String> strange = List.of();
        private List<String> hints = List.of();

        private Builder(String format, Tool tool) {
            this.format = format;
            this.tool = tool;
        }

        Builder form(String pattern) {
            forms.add(LineForm.of(pattern));
            return this;
        }

        /// @param parser which finds the same as the pattern, in less time
        Builder form(String pattern, LineForm.Parser parser) {
            forms.add(LineForm.of(pattern, parser));
            return this;
        }

        /// Words of which at least one is in whatever makes this tool recognised.
        Builder hints(String... words) {
            hints = List.of(words);
            return this;
        }

        /// Words that this tool never writes, and look-alikes do.
        Builder without(String... words) {
            strange = List.of(words);
            return this;
        }

        /// Lines are rows below a head that names their columns, separated by commas.
        Builder table() {
            table = true;
            return this;
        }

        Builder weight(Weight how) {
            weight = how;
            return this;
        }

        Builder own(String pattern) {
            own = LineSign.of(pattern);
            return this;
        }

        Builder side(String pattern) {
            side = LineSign.of(pattern);
            return this;
        }

        Builder failed(String pattern) {
            failed = LineSign.of(pattern);
            return this;
        }

        Builder summary(String pattern) {
            summary = LineSign.of(pattern);
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
                    new Signs(weight, own, side, failed, summary, table, strange, hints),
                    new Meaning(errors, change, emptyIsClean));
        }
    }
}
