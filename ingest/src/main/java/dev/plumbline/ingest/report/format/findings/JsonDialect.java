package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// One tool's JSON report, as a row of a table.
///
/// @param signs by which it is recognised
/// @param layout where its entries are
/// @param columns what their fields are called
/// @param meaning what the entries mean beyond that
record JsonDialect(
        String format, Tool tool, FormatPage page, Signs signs, JsonLayout layout, Columns columns, Meaning meaning) {

    /// What the root of a file is; the signs of a list are those of its first item.
    enum Root {
        OBJECT,
        LIST,
        /// an object, or a list of such
        EITHER,
        /// objects one after another, each an entry or holding some
        SEQUENCE
    }

    /// What a file without any bytes says.
    enum Silence {
        /// nothing: the tool always writes something
        NEVER,
        /// that there are no findings, where the sender declares this very format
        IN_THIS_FORMAT,
        /// that there are no findings, in whatever format of the tool
        ALWAYS
    }

    /// @param fields that are there, alternatives separated by `|`
    /// @param strange fields of look-alikes, that are not there
    /// @param other what else the beginning of a file must be
    /// @param talks whether the tool writes lines of text below its JSON
    record Signs(Root root, Set<String> fields, Set<String> strange, Predicate<Head> other, boolean talks) {
        Signs of(Root form, String... names) {
            return new Signs(form, Set.of(names), strange, other, talks);
        }
    }

    /// Paths inside an entry, alternatives separated by `|`.
    record Columns(String rule, String message, String path, String line, String level) {}

    /// Changes an entry, or leaves it out.
    @FunctionalInterface
    interface Adjustment {
        @Nullable
        Entry adjust(Row row, Entry entry);
    }

    /// @param errors what the figure `errors` counts
    /// @param level the tool's word as ours
    /// @param declared paths from the root, or from a file, to the names of figures
    /// @param version path from the root
    /// @param clean path from the root to a value that only a report without entries has
    /// @param nulls null stands for an empty list, as in Go
    /// @param facts takes what the root or an entry says of the run
    record Meaning(
            FindingsSheet.Errors errors,
            Function<String, Severity> level,
            Adjustment adjustment,
            Map<String, String> declared,
            @Nullable String version,
            @Nullable String clean,
            boolean nulls,
            Silence silence,
            BiConsumer<Row, FindingsSheet> facts) {}

    Entry entry(Row row) {
        return new Entry(
                row.text(columns.rule()),
                meaning.level().apply(row.text(columns.level())),
                row.text(columns.path()),
                row.number(columns.line()),
                row.text(columns.message()),
                State.OPEN);
    }

    /// One of these names is in quotes among the first characters of a file: for fields that stand behind a
    /// long list, past what is looked at, there is one that stands inside of it.
    static Predicate<Head> has(String... names) {
        String[] quoted = Arrays.stream(names).map(name -> '"' + name + '"').toArray(String[]::new);
        return head -> Looks.has(head, quoted);
    }

    static Builder of(String format, Tool tool) {
        return new Builder(format, tool);
    }

    /// Puts a row of the table together.
    static final class Builder {
        private final String format;
        private final Tool tool;
        private final Map<String, JsonLayout.Role> roles = new HashMap<>();
        private final List<String> values = new ArrayList<>();
        private final Map<String, String> declared = new HashMap<>();
        private Signs signs = new Signs(Root.OBJECT, Set.of(), Set.of(), _ -> true, false);
        private Columns columns = new Columns("", "", "", "", "");
        private FindingsSheet.Errors errors = FindingsSheet.Errors.LEVEL;
        private Function<String, Severity> level = Severities::ofWord;
        private Adjustment adjustment = (row, entry) -> entry;
        private BiConsumer<Row, FindingsSheet> facts = (row, sheet) -> {};
        private @Nullable String version;
        private @Nullable String clean;
        private boolean nulls;
        private Silence silence = Silence.NEVER;

        private Builder(String format, Tool tool) {
            this.format = format;
            this.tool = tool;
        }

        /// The root is an object with these fields.
        Builder object(String... fields) {
            signs = signs.of(Root.OBJECT, fields);
            return this;
        }

        /// The root is an object with these fields, or a list of such.
        Builder either(String... fields) {
            signs = signs.of(Root.EITHER, fields);
            return this;
        }

        /// The root is a list of objects with these fields.
        Builder list(String... fields) {
            signs = signs.of(Root.LIST, fields);
            return this;
        }

        /// The file holds objects with these fields one after another, a line each or not.
        Builder sequence(String... fields) {
            signs = signs.of(Root.SEQUENCE, fields);
            return at("", JsonLayout.Role.FINDING);
        }

        /// The file holds one or more objects whose entries lie deeper, one after another.
        Builder several(String... fields) {
            signs = signs.of(Root.SEQUENCE, fields);
            return this;
        }

        Builder without(String... fields) {
            signs = new Signs(signs.root(), signs.fields(), Set.of(fields), signs.other(), signs.talks());
            return this;
        }

        Builder only(Predicate<Head> other) {
            signs = new Signs(signs.root(), signs.fields(), signs.strange(), other, signs.talks());
            return this;
        }

        /// The tool writes lines of text below its JSON.
        Builder talks() {
            signs = new Signs(signs.root(), signs.fields(), signs.strange(), signs.other(), true);
            return this;
        }

        Builder at(String path, JsonLayout.Role role) {
            roles.put(path, role);
            return this;
        }

        Builder findings(String path) {
            return at(path, JsonLayout.Role.FINDING);
        }

        Builder columns(String rule, String message, String path, String line, String level) {
            columns = new Columns(rule, message, path, line, level);
            return values(rule, message, path, line, level);
        }

        /// Further values that are read.
        Builder values(String... paths) {
            for (String alternatives : paths) {
                for (String path : alternatives.split("\\|")) {
                    if (!path.isEmpty()) {
                        values.add(path);
                    }
                }
            }
            return this;
        }

        Builder errors(FindingsSheet.Errors counted) {
            errors = counted;
            return this;
        }

        Builder level(Function<String, Severity> ours) {
            level = ours;
            return this;
        }

        /// The tool states no level: all its entries are this bad.
        Builder always(Severity severity) {
            return level(_ -> severity);
        }

        Builder adjust(Adjustment change) {
            adjustment = change;
            return this;
        }

        Builder change(UnaryOperator<Entry> change) {
            return adjust((row, entry) -> change.apply(entry));
        }

        Builder declares(String path, String figure) {
            declared.put(path, figure);
            return values(path);
        }

        Builder version(String path) {
            version = path;
            return values(path);
        }

        Builder cleanWith(String path) {
            clean = path;
            return values(path);
        }

        Builder silence(Silence means) {
            silence = means;
            return this;
        }

        Builder nulls() {
            nulls = true;
            return this;
        }

        Builder facts(BiConsumer<Row, FindingsSheet> taken, String... paths) {
            facts = taken;
            return values(paths);
        }

        /// @param tools that write it
        /// @param taken from it, a phrase
        /// @param definition address
        JsonDialect page(String tools, String taken, String definition) {
            if (roles.containsValue(JsonLayout.Role.ERROR)) {
                values("message", "reason", "error", "text");
            }
            return new JsonDialect(
                    format,
                    tool,
                    new FormatPage(tools, "all", taken, "source excerpts, fixes, ends of ranges", definition),
                    signs,
                    new JsonLayout(roles, values),
                    columns,
                    new Meaning(
                            errors, level, adjustment, Map.copyOf(declared), version, clean, nulls, silence, facts));
        }
    }
}
