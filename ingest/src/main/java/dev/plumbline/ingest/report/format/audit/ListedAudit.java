package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.format.findings.JsonLayout;
import dev.plumbline.ingest.report.format.findings.JsonLayout.Role;
import dev.plumbline.ingest.report.format.findings.JsonRows;
import dev.plumbline.ingest.report.format.findings.Row;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// An audit whose entries lie in lists, as a row of a table. Paths are those of {@link JsonLayout}; a
/// column is a path inside an entry or in what is around it, alternatives separated by `|`.
final class ListedAudit {
    private static final Pattern SCORE = Pattern.compile("\\d{1,2}(?:\\.\\d{1,10})?");

    private final String format;
    private final String tool;
    private final Function<Head, Recognition> look;
    private final Map<String, Role> roles = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private String[] names = {};
    private String packageName = "";
    private String packageVersion = "";
    private String word = "";
    private String score = "";
    private String vector = "";
    private String fixed = "";
    private String toolVersion = "";
    private String time = "";
    private Judge judge = (row, flaw) -> Fate.STANDS;
    private BiConsumer<Row, AuditSheet> beside = (row, sheet) -> {};

    /// What becomes of an entry.
    enum Fate {
        STANDS,
        SUPPRESSED,
        /// it is no vulnerability that is there
        APART
    }

    /// Completes an entry and says what becomes of it.
    @FunctionalInterface
    interface Judge {
        Fate of(Row row, Flaw flaw);
    }

    private ListedAudit(String format, String tool, Function<Head, Recognition> look) {
        this.format = format;
        this.tool = tool;
        this.look = look;
    }

    static ListedAudit of(String format, String tool, Function<Head, Recognition> look) {
        return new ListedAudit(format, tool, look);
    }

    ListedAudit entries(String... paths) {
        return at(Role.FINDING, paths);
    }

    /// What entries share and lies around them.
    ListedAudit around(String... paths) {
        return at(Role.GROUP, paths);
    }

    /// Dependencies that were looked at, each with its entries in it or without any.
    ListedAudit looked(String... paths) {
        return at(Role.FILE, paths);
    }

    /// What else is taken, one by one.
    ListedAudit beside(String path, BiConsumer<Row, AuditSheet> taken) {
        beside = taken;
        return at(Role.RULE, path);
    }

    private ListedAudit at(Role role, String... paths) {
        for (String path : paths) {
            roles.put(path, role);
        }
        return this;
    }

    /// Names of the vulnerability; the first that there is is its own, others only where their scheme names
    /// single vulnerabilities.
    ListedAudit names(String... columns) {
        names = columns;
        return values(columns);
    }

    ListedAudit of(String packages, String versions) {
        packageName = packages;
        packageVersion = versions;
        return values(packages, versions);
    }

    ListedAudit severity(String words, String scores, String vectors) {
        word = words;
        score = scores;
        vector = vectors;
        return values(words, scores, vectors);
    }

    ListedAudit fixedIn(String column) {
        fixed = column;
        return values(column);
    }

    /// Version of the tool and time of the audit, from the root or from what is around the entries.
    ListedAudit run(String version, String moment) {
        toolVersion = version;
        time = moment;
        return values(version, moment);
    }

    /// @param columns that are read besides
    ListedAudit judge(Judge decides, String... columns) {
        judge = decides;
        return values(columns);
    }

    private ListedAudit values(String... columns) {
        for (String column : columns) {
            for (String path : column.split("\\|")) {
                if (!path.isEmpty() && !path.equals(JsonLayout.FIELD_NAME)) {
                    values.add(path);
                }
            }
        }
        return this;
    }

    Audit page(String tools, String versions, String taken, String left, String definition) {
        var layout = new JsonLayout(roles, values);
        return new Audit(
                format,
                tool,
                new FormatPage(tools, versions, taken, left, definition),
                look,
                (json, sheet) -> read(json, layout, sheet));
    }

    private void read(JsonCursor json, JsonLayout layout, AuditSheet sheet) {
        var rows = new JsonRows(json, layout, true, sheet.allowance(), (role, row) -> {
            switch (role) {
                case ROOT, GROUP -> run(row, sheet);
                case FILE -> sheet.looked(1);
                case FINDING -> entry(row, json, sheet);
                case RULE -> beside.accept(row, sheet);
                case SUPPRESSED, ERROR, CHOSEN_RULE -> throw new IllegalStateException("no audit has a " + role);
            }
        });
        if (!rows.whole()) {
            throw json.wrong("The report has no list " + layout.lists() + ".");
        }
    }

    private void run(Row row, AuditSheet sheet) {
        sheet.version(row.text(toolVersion));
        sheet.ran(row.text(time));
    }

    private void entry(Row row, JsonCursor json, AuditSheet sheet) {
        var flaw = new Flaw();
        for (String name : names) {
            if (flaw.nameless()) {
                flaw.named(row.text(name));
            } else {
                flaw.perhapsNamed(row.text(name));
            }
        }
        flaw.in(row.text(packageName), row.text(packageVersion));
        flaw.word(row.text(word));
        flaw.score(number(row.text(score)));
        flaw.vector(row.text(vector));
        String version = row.text(fixed);
        flaw.fixed(version.equals("None") || version.equals("N/A") ? "" : version);
        switch (judge.of(row, flaw)) {
            case STANDS -> stands(flaw, json, sheet);
            case SUPPRESSED -> sheet.suppress();
            case APART -> sheet.entry();
        }
    }

    private static void stands(Flaw flaw, JsonCursor json, AuditSheet sheet) {
        if (flaw.nameless()) {
            throw json.wrong("An entry does not name its vulnerability.");
        }
        sheet.add(flaw);
    }

    private static double number(String text) {
        return SCORE.matcher(text).matches() ? Double.parseDouble(text) : -1;
    }
}
