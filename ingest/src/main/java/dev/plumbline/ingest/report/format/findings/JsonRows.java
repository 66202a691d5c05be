package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.JsonLayout.Node;
import dev.plumbline.ingest.report.format.findings.JsonLayout.Role;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Walks through a JSON report and gives out the objects that a layout names. Entries of a file come out
/// when the file's object ends, for its name may stand behind them.
public final class JsonRows {
    private static final String WHAT = "the report";
    private static final int BYTES_PER_VALUE = 100;

    private final JsonCursor json;
    private final JsonLayout layout;
    private final boolean nulls;
    private final Allowance allowance;
    private final BiConsumer<Role, Row> rows;
    private final @Nullable NextFields[] next;
    private boolean found;

    /// @param nulls null stands for an empty list, as in Go
    /// @param rows takes what a layout names; what lies in a file or a group, after it
    public JsonRows(
            JsonCursor json, JsonLayout layout, boolean nulls, Allowance allowance, BiConsumer<Role, Row> rows) {
        this.json = json;
        this.layout = layout;
        this.nulls = nulls;
        this.allowance = allowance;
        this.rows = rows;
        this.next = new @Nullable NextFields[layout.size()];
    }

    /// {@return whether a list of findings was there}
    public boolean whole() {
        value(layout.root(), "", null);
        json.end();
        return found;
    }

    /// The values of a file that holds one after another.
    public void sequence() {
        json.values("an entry", () -> {
            if (!json.isObject()) {
                throw json.wrong("An entry is not an object.");
            }
            value(layout.root(), "", null);
        });
    }

    private void value(Node node, String key, @Nullable Scope around) {
        Role role = node.role();
        Scope scope = role == null && around != null ? around : new Scope(role, around);
        if (role != null && !key.isEmpty()) {
            scope.row.put(JsonLayout.FIELD_NAME, key);
        }
        contents(node, scope);
        if (role != null) {
            close(role, scope);
        }
    }

    private void contents(Node node, Scope scope) {
        if (json.isObject()) {
            found |= node.list() && (node.any() != null || node.role() == Role.FINDING);
            NextFields fields = fields(node);
            json.object(WHAT, name -> field(node, fields.field(name), name, scope));
        } else if (json.isArray()) {
            found |= node.list();
            Node item = node.item();
            if (item != null) {
                json.array(WHAT, () -> value(item, "", scope));
            }
        } else if (json.isNull() && (nulls || !node.list())) {
            found |= node.list();
        } else if (node.list()) {
            throw json.wrong("The value of «" + node.name() + "» is not a list.");
        } else if (node.wanted()) {
            scalar(node.key(), scope);
        }
    }

    private NextFields fields(Node node) {
        NextFields fields = next[node.number()];
        if (fields == null) {
            fields = new NextFields(node);
            next[node.number()] = fields;
        }
        return fields;
    }

    private void field(Node node, @Nullable Node below, String name, Scope scope) {
        if (below != null && below.value() && json.isText()) {
            scope.put(below.key(), text());
            return;
        }
        if (below != null) {
            value(below, below == node.any() ? name : "", scope);
        }
    }

    private void scalar(String path, Scope scope) {
        if (json.isText()) {
            scope.put(path, text());
        } else if (json.isShortWhole()) {
            scope.put(path, json.shortWhole());
        } else if (json.isNumber()) {
            Double number = json.number("a number");
            scope.put(path, number == null ? "" : written(number));
        } else {
            scope.put(path, String.valueOf(json.flag("a value")));
        }
    }

    private static String written(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private String text() {
        String text = json.textOrNothing(Limits.KEPT_CHARS);
        return text == null ? "" : text;
    }

    private void close(Role role, Scope scope) {
        Scope file = scope.around == null ? null : scope.around.file;
        if (file == null) {
            rows.accept(role, scope.row);
            for (Waiting waiting : scope.waiting()) {
                rows.accept(waiting.role(), waiting.row());
            }
        } else {
            if (file.waiting().size() == Limits.ENTRIES) {
                throw json.wrong("One file has more than " + Limits.ENTRIES + " entries.");
            }
            file.await(new Waiting(role, scope.row), scope.waiting());
        }
    }

    private record Waiting(Role role, Row row) {}

    /// The object whose values are being read.
    private final class Scope {
        private final @Nullable Scope around;
        private final @Nullable Scope file;
        private final Row row;
        private @Nullable List<Waiting> waiting;

        Scope(@Nullable Role role, @Nullable Scope around) {
            this.around = around;
            Scope outer = around == null ? null : around.file;
            this.file = role == Role.FILE || role == Role.GROUP ? this : outer;
            this.row = new Row(outer == null ? null : outer.row);
        }

        List<Waiting> waiting() {
            return waiting == null ? List.of() : waiting;
        }

        void await(Waiting first, List<Waiting> others) {
            if (waiting == null) {
                waiting = new ArrayList<>();
            }
            waiting.add(first);
            waiting.addAll(others);
        }

        void put(String path, long number) {
            if (file != null) {
                allowance.keep(BYTES_PER_VALUE);
            }
            row.put(path, number);
        }

        void put(String path, String value) {
            if (file != null) {
                allowance.keep(BYTES_PER_VALUE + 2L * value.length());
            }
            row.put(path, value);
        }
    }
}
