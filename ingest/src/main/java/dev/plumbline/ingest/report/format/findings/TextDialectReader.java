package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Colours;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the output of one tool for people by its row of the table.
final class TextDialectReader implements ReportReader {
    private static final List<String> COUNTS = List.of("findings", "errors", "files");
    private static final int SHOWN = 80;
    private static final int LONG_LINE = 4_000;

    /// What any linter's finding looks like; what Python warns of while a tool runs is none.
    private static final Pattern PLACE = Pattern.compile(
            "\\s*+(?:[A-Za-z]:)?[^:\\s()\\[\\]][^:()\\[\\]]{0,300}\\.[A-Za-z]{1,5}[:(]\\d{1,7}(?:[:,]\\d{1,7})?\\)?: (?!\\w{0,40}Warning: )\\S.*");

    /// So many lines at the beginning and at the end of what is looked at show whose text it is.
    private static final int FIRST_LINES = 150;

    private static final int LAST_LINES = 50;

    private final TextDialect dialect;

    TextDialectReader(TextDialect dialect) {
        this.dialect = dialect;
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
        return "the text that " + dialect.tool().name() + " writes";
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
        return EnumSet.of(Shape.Sort.EMPTY, Shape.Sort.TEXT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        boolean said = dialect.tool().declared(declared);
        return switch (head.shape()) {
            case Shape.Empty _ ->
                said && dialect.meaning().emptyIsClean()
                        ? Recognition.MATCH
                        : Recognition.alike(() -> "an empty file is this tool's when the declared kind is "
                                + dialect.tool().kind());
            case Shape.Text _ -> text(head, said);
            case Shape.Xml _, Shape.JsonArray _, Shape.JsonObject _, Shape.Binary _ ->
                Recognition.apart("it is plain text");
        };
    }

    private Recognition text(Head head, boolean said) {
        if (!said && !dialect.signs().hinted(head) || dialect.signs().foreign(head)) {
            return strange();
        }
        var tally = new Tally();
        var joined = new Arrows(tally::take);
        List<String> lines = head.lines();
        for (int i = 0; i < lines.size(); i++) {
            // what a tool counts stands at the end
            if (i < FIRST_LINES || i >= lines.size() - LAST_LINES) {
                joined.take(Colours.off(lines.get(i)));
            }
        }
        joined.end();
        boolean own = said
                ? tally.entries + tally.signs > 0
                : switch (dialect.signs().weight()) {
                    case ALONE -> tally.entries > 0 || tally.signs >= Math.max(1, tally.others);
                    case HALF -> tally.entries + tally.signs >= Math.max(1, tally.others);
                    case WITH_SIGN -> tally.signs > 0;
                    case TOGETHER -> tally.signs > 0 && tally.entries > 0;
                };
        return own ? Recognition.MATCH : strange();
    }

    private Recognition strange() {
        return Recognition.alike(
                () -> "its lines look like «" + dialect.tool().name() + "» writes them, here they do not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(dialect.tool().as(input.declared()).name(), allowance);
        var tally = new Tally();
        try (var lines = Lines.open(input.content(), allowance)) {
            var joined = new Arrows(line -> line(line, tally, sheet));
            var rows = new TableRows();
            for (String line = lines.next(); line != null; line = lines.next()) {
                joined.take(Colours.off(line));
                if (dialect.signs().table()) {
                    rows.take(line);
                }
            }
            joined.end();
            rows.end(lines.where());
        }
        if (tally.entries + tally.signs == 0
                && !(head.shape() instanceof Shape.Empty && dialect.meaning().emptyIsClean())) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "No line of the file is one that " + dialect.tool().name() + " writes.",
                    "Send the tool's output as it wrote it.");
        }
        if (tally.entries == 0 && tally.stated > 0) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The file says that " + dialect.tool().name() + " found " + tally.stated
                            + ", and no line of it is a finding that can be read.",
                    "Send a report that lists them, as one of these does: "
                            + dialect.page().tools() + ".");
        }
        if (tally.entries == 0 && tally.places > 0 && !tally.none) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "By some of its lines the file is " + dialect.tool().name() + "'s, and " + tally.places
                            + " lines that name a place in a file are not written as its findings are, the first of them «"
                            + Texts.shown(tally.place, SHOWN) + "».",
                    "Send the tool's output as one of these writes it: "
                            + dialect.page().tools() + ".");
        }
        if (tally.others > 0) {
            sheet.notes()
                    .add(tally.others + " lines are no findings and were passed over, the first of them «"
                            + Texts.shown(tally.first, SHOWN) + "».");
        }
        return sheet.reading(this, input, dialect.tool(), dialect.meaning().errors());
    }

    private void line(String line, Tally tally, FindingsSheet sheet) {
        Entry entry = tally.take(line);
        if (entry != null) {
            boolean own = dialect.meaning().errors() == FindingsSheet.Errors.OWN
                    && entry.rule().equals(TextDialects.UNREADABLE);
            if (own) {
                sheet.toolError(entry.path() + ": " + entry.message());
            } else {
                sheet.add(entry);
            }
        }
        TextDialect.Signs signs = dialect.signs();
        if (signs.failed().in(line)) {
            sheet.success(Success.FAILED);
            sheet.notes().add("By its own words the tool did not end its work: «" + Texts.shown(line, SHOWN) + "».");
        }
        Matcher summary = signs.summary().find(line);
        if (summary != null) {
            for (String count : COUNTS) {
                String number = summary.namedGroups().containsKey(count) ? summary.group(count) : null;
                if (number != null && number.length() < 10) {
                    sheet.declare(count, Integer.parseInt(number));
                    tally.stated += count.equals("files") ? 0 : Integer.parseInt(number);
                    tally.none |= !count.equals("files");
                }
            }
        }
    }

    private final class Tally {
        private int entries;
        private int signs;
        private int others;
        private int stated;
        /// The tool says itself how many findings there are.
        private boolean none;
        private int places;
        private String place = "";
        private String first = "";

        @Nullable
        Entry take(String line) {
            Entry entry = dialect.entry(line);
            if (entry != null) {
                entries++;
            }
            boolean sign = dialect.signs().own().in(line);
            if (sign) {
                signs++;
            } else if (entry == null && !aside(line)) {
                others++;
                first = first.isEmpty() ? line : first;
            }
            if (entries == 0
                    && !sign
                    && line.length() < LONG_LINE
                    && !dialect.signs().side().in(line)
                    && PLACE.matcher(line).matches()) {
                places++;
                place = place.isEmpty() ? line : place;
            }
            return entry;
        }

        /// Blank lines, and indented ones, which show the source.
        private boolean aside(String line) {
            return line.isBlank()
                    || Character.isWhitespace(line.charAt(0))
                    || dialect.signs().side().in(line);
        }
    }
}
