package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.JsonValues;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the JSON report of one tool by its row of the table.
final class JsonDialectReader implements ReportReader {
    private static final int LINE_CHARS = 100;

    /// An object in which all that there is is empty says nothing of its tool: `{"results": null}`.
    private static final Pattern HOLLOW = Pattern.compile(
            "\\s*+\\{(?:\\s*+\"[^\"\\\\]{1,1000}+\"\\s*+:\\s*+(?:\\[\\s*+]|null)\\s*+,?+)++\\s*+}\\s*+");

    private final JsonDialect dialect;
    /// Fields of which all must be there; of several under one name, one.
    private final List<String[]> wanted;

    JsonDialectReader(JsonDialect dialect) {
        this.dialect = dialect;
        this.wanted = dialect.signs().fields().stream()
                .map(names -> names.split("\\|"))
                .toList();
    }

    @Override
    public Format format() {
        return new Format(dialect.format());
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JSON report of " + dialect.tool().name();
    }

    @Override
    public FormatPage page() {
        return dialect.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return dialect.tool().canBe(kind);
    }

    @Override
    public Set<Shape.Sort> sorts() {
        return dialect.signs().root() == JsonDialect.Root.LIST
                ? EnumSet.of(Shape.Sort.EMPTY, Shape.Sort.LIST)
                : EnumSet.of(Shape.Sort.EMPTY, Shape.Sort.LIST, Shape.Sort.OBJECT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        JsonDialect.Root root = dialect.signs().root();
        return switch (head.shape()) {
            case Shape.JsonArray array
            when array.empty() ->
                nothing("an empty list", dialect.layout().root().list(), declared);
            case Shape.Empty _ ->
                nothing("an empty file", dialect.meaning().silence() == JsonDialect.Silence.ALWAYS, declared);
            case Shape.JsonArray array when root != JsonDialect.Root.OBJECT -> signs(array.itemFields(), head);
            case Shape.JsonArray _ -> Recognition.alike("it is an object, here it is a list");
            case Shape.JsonObject object
            when root == JsonDialect.Root.OBJECT
                    && dialect.tool().declared(declared)
                    && object.fields().containsAll(dialect.signs().fields())
                    && HOLLOW.matcher(head.text()).matches() -> Recognition.MATCH;
            case Shape.JsonObject object when root != JsonDialect.Root.LIST -> signs(object.fields(), head);
            case Shape.JsonObject _ -> Recognition.alike("it is a list, here it is an object");
            case Shape.Xml _, Shape.Text _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    private Recognition nothing(String what, boolean means, Declared declared) {
        return means && dialect.tool().named(declared)
                ? Recognition.MATCH
                : Recognition.alike(() -> what + " is this tool's when the declared kind is "
                        + dialect.tool().kind() + ", or the declared format " + dialect.format());
    }

    private Recognition signs(Set<String> fields, Head head) {
        JsonDialect.Signs signs = dialect.signs();
        return own(fields) && signs.other().test(head)
                ? Recognition.MATCH
                : Recognition.alike(() -> "it has the fields "
                        + String.join(", ", signs.fields().stream().sorted().toList()) + ", here it has not");
    }

    private boolean own(Set<String> fields) {
        for (String[] names : wanted) {
            boolean there = false;
            for (String name : names) {
                there = there || fields.contains(name);
            }
            if (!there) {
                return false;
            }
        }
        for (String strange : dialect.signs().strange()) {
            if (fields.contains(strange)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(dialect.tool().as(input.declared()).name(), allowance);
        boolean empty = head.shape() instanceof Shape.Empty;
        if (!empty || dialect.meaning().silence() == JsonDialect.Silence.NEVER) {
            if (dialect.signs().talks()) {
                try (var values = JsonValues.open(input.content())) {
                    read(values.of(input.content()), sheet, allowance);
                    passedOver(values, sheet);
                }
            } else {
                read(input.content(), sheet, allowance);
            }
        }
        return sheet.reading(this, input, dialect.tool(), dialect.meaning().errors());
    }

    /// What follows a report is known to follow it; what stands between its values may be anything.
    private void passedOver(JsonValues values, FindingsSheet sheet) {
        if (dialect.signs().root() == JsonDialect.Root.SEQUENCE && values.lines() > 0) {
            sheet.notes()
                    .add(values.lines() + " lines are no JSON and were passed over, the first of them «"
                            + Texts.firstLine(values.said().getFirst(), LINE_CHARS) + "».");
        }
    }

    private void read(Content content, FindingsSheet sheet, Allowance allowance) throws IOException {
        try (var json = Json.open(content, allowance)) {
            rows(json, sheet, allowance);
            sheet.notes().replaced(json.replacedCharacters());
        }
    }

    private void rows(JsonCursor json, FindingsSheet sheet, Allowance allowance) {
        boolean[] clean = new boolean[1];
        var rows = new JsonRows(json, dialect.layout(), dialect.meaning().nulls(), allowance, (role, row) -> {
            if (role == JsonLayout.Role.ROOT) {
                String sign = dialect.meaning().clean();
                clean[0] |= sign != null && row.find(sign) != null;
            }
            row(role, row, json, sheet);
        });
        if (dialect.signs().root() == JsonDialect.Root.SEQUENCE) {
            rows.sequence();
        } else if (!rows.whole() && !clean[0]) {
            throw json.wrong("The report has no list " + dialect.layout().lists() + ".");
        }
    }

    private void row(JsonLayout.Role role, Row row, JsonCursor json, FindingsSheet sheet) {
        switch (role) {
            case ROOT -> {
                declare(row, sheet);
                String version = dialect.meaning().version();
                sheet.version(version == null ? null : row.find(version));
                dialect.meaning().facts().accept(row, sheet);
            }
            case FILE -> {
                declare(row, sheet);
                sheet.file();
            }
            case GROUP -> dialect.meaning().facts().accept(row, sheet);
            case FINDING -> {
                dialect.meaning().facts().accept(row, sheet);
                Entry entry = entry(row, json);
                if (entry != null) {
                    sheet.add(entry);
                }
            }
            case SUPPRESSED -> {
                Entry entry = entry(row, json);
                if (entry != null) {
                    sheet.addBeside(entry);
                }
            }
            case ERROR -> sheet.toolError(error(row));
            case RULE -> sheet.enable(row.text("name|Name|"));
            case CHOSEN_RULE -> {
                if (row.flag("Enabled")) {
                    sheet.enable(row.text("Name"));
                }
            }
        }
    }

    private @Nullable Entry entry(Row row, JsonCursor json) {
        Entry raw = dialect.entry(row);
        Entry entry = dialect.meaning().adjustment().adjust(row, raw);
        if (entry != null && entry.rule().isEmpty() && entry.message().isEmpty()) {
            throw json.wrong("An entry has neither a rule nor a message.");
        }
        return entry;
    }

    private static String error(Row row) {
        String text = row.text("message|reason|error|text|errMsg|");
        return text.isEmpty() ? "without a text" : text;
    }

    private void declare(Row row, FindingsSheet sheet) {
        dialect.meaning().declared().forEach((path, figure) -> {
            if (row.find(path) != null) {
                sheet.declare(figure, row.number(path));
            }
        });
    }
}
