package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Walks through a JSON report and gives out the objects that a layout names. Entries of a file come out when the file's
/// object ends, for its name may stand behind them.
final class JsonRows {
    private static final String WHAT = "the report";
    private static final int BYTES_PER_VALUE = 100;

    private final JsonCursor json;
    private final JsonLayout layout;
    private final boolean nulls;
    private final Allowance allowance;
    private final BiConsumer<JsonLayout.Role, Row> rows;
    private boolean found;

    JsonRows(JsonCursor json, JsonDialect dialect, Allowance allowance, BiConsumer<JsonLayout.Role, Row> rows) {
        this.json = json;
        this.layout = dialect.layout();
        this.nulls = dialect.meaning().nulls();
        this.allowance = allowance;
        this.rows = rows;
    }

    /// {@return whether a list of findings was there}
    boolean whole() {
        value("", "", null);
        json.end();
        return found;
    }

    /// The values of a file that holds one after another.
    void sequence() {
        json.values("an entry", () -> {
            if (!json.isObject()) {
                throw json.wrong("An entry is not an object.");
            }
            value("", "", null);
        });
    }

    private void value(String path, String key, @Nullable Scope around) {
        JsonLayout.Role role = layout.roles().get(path);
        Scope scope = role == null && around != null ? around : new Scope(path, around);
        if (role != null && !key.isEmpty()) {
            scope.row.put(JsonLayout.FIELD_NAME, key);
        }
        contents(path, scope);
        if (role != null) {
            close(role, scope);
        }
    }

    private void contents(String path, Scope scope) {
        boolean list = layout.isList(path);
        if (json.isObject()) {
            found |= list && layout.wanted().contains(path + "/{}");
            json.object(WHAT, name -> field(path, name, scope));
        } else if (json.isArray()) {
            found |= list;
            if (layout.wanted().contains(path + "/*")) {
                json.array(WHAT, () -> value(path + "/*", "", scope));
            }
        } else if (json.isNull() && (nulls || !list)) {
            found |= list;
        } else if (list) {
            throw json.wrong("The value of «" + path.replaceFirst("\\A/", "") + "» is not a list.");
        } else {
            scope.put(path, scalar());
        }
    }

    private void field(String path, String name, Scope scope) {
        String own = path + "/" + name;
        String any = path + "/{}";
        if (layout.wanted().contains(own)) {
            value(own, "", scope);
        } else if (layout.wanted().contains(any)) {
            value(any, name, scope);
        }
    }

    private String scalar() {
        String text = json.textOrNothing(Limits.KEPT_CHARS);
        if (text != null) {
            return text;
        }
        if (json.isNumber()) {
            Double number = json.number("a number");
            return number == null ? "" : number == Math.rint(number) ? Long.toString(number.longValue()) : number.toString();
        }
        return String.valueOf(json.flag("a value"));
    }

    private void close(JsonLayout.Role role, Scope scope) {
        Scope file = scope.around == null ? null : scope.around.file();
        if (file == null) {
            rows.accept(role, scope.row);
            scope.waiting.forEach(waiting -> rows.accept(waiting.role(), waiting.row()));
        } else {
            if (file.waiting.size() == Limits.ENTRIES) {
                throw json.wrong("One file has more than " + Limits.ENTRIES + " entries.");
            }
            file.waiting.add(new Waiting(role, scope.row));
        }
    }

    private record Waiting(JsonLayout.Role role, Row row) {}

    private final class Scope {
        private final String path;
        private final @Nullable Scope around;
        private final Row row;
        private final List<Waiting> waiting = new ArrayList<>();

        Scope(String path, @Nullable Scope around) {
            this.path = path;
            this.around = around;
            this.row = new Row(around == null || around.path.isEmpty() ? null : around.row);
        }

        void put(String at, String value) {
            if (file() != null) {
                allowance.keep(BYTES_PER_VALUE + 2L * value.length());
            }
            row.put(at.length() == path.length() ? "" : at.substring(path.length() + 1), value);
        }

        @Nullable Scope file() {
            if (layout.roles().get(path) == JsonLayout.Role.FILE) {
                return this;
            }
            return around == null ? null : around.file();
        }
    }
}
