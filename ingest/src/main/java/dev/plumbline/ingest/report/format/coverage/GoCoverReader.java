package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.regex.Pattern;

/// Go cover profiles (definition: [golang.org/x/tools/cover](https://pkg.go.dev/golang.org/x/tools/cover),
/// `profile.go`). Every
/// entry is a block of statements, from a position to a position, with the number of its statements and a
/// count. A block that is listed again, as happens where packages are tested together, is one block. Lines
/// are all lines that a block touches, covered where one block on them was run. Profiles written one after
/// another are read as one.
final class GoCoverReader implements CoverageReader {
    private static final int PATH_CHARS = 4_096;
    private static final int LINE_DIGITS = 9;
    private static final int COLUMN_DIGITS = 9;
    private static final int COUNT_DIGITS = 20;
    private static final Pattern MODE = Pattern.compile("mode: (?:set|count|atomic)");

    @Override
    public Format format() {
        return new Format("gocover");
    }

    @Override
    public String title() {
        return "a Go cover profile";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "go test -coverprofile, gocovmerge",
                "set, count and atomic",
                "statements and lines by file",
                "columns, counts beyond hit or not",
                "https://pkg.go.dev/golang.org/x/tools/cover");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.line(head, "mode: ");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "statements");
        try (var lines = Lines.open(input.content(), allowance)) {
            boolean mode = false;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (line.startsWith("mode: ")) {
                    if (!MODE.matcher(line.strip()).matches()) {
                        throw wrong(lines, "The mode «" + Texts.shown(line, 40) + "» is not set, count or atomic.");
                    }
                    mode = true;
                } else if (!line.isBlank()) {
                    if (!mode) {
                        throw wrong(lines, "The profile does not begin with its mode.");
                    }
                    block(sheet, lines, line.strip());
                }
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "go"), null));
    }

    private static void block(CoverageSheet sheet, Lines lines, String line) {
        int path = line.lastIndexOf(':');
        int comma = line.indexOf(',', path + 1);
        int statements = line.indexOf(' ', comma + 1);
        int count = line.indexOf(' ', statements + 1);
        int firstDot = line.indexOf('.', path + 1);
        int lastDot = line.indexOf('.', comma + 1);
        boolean shaped = path > 0
                && path <= PATH_CHARS
                && firstDot > 0
                && firstDot < comma
                && comma < lastDot
                && lastDot < statements
                && statements < count;
        int first = shaped ? number(line, path + 1, firstDot) : -1;
        int last = shaped ? number(line, comma + 1, lastDot) : -1;
        int weight = shaped ? number(line, statements + 1, count) : -1;
        if (first < 0
                || last < 0
                || weight < 0
                || !digits(line, firstDot + 1, comma, COLUMN_DIGITS)
                || !digits(line, lastDot + 1, statements, COLUMN_DIGITS)
                || !digits(line, count + 1, line.length(), COUNT_DIGITS)) {
            throw wrong(
                    lines,
                    "«" + Texts.shown(line, 80) + "» is not written as file:line.column,line.column statements count.");
        }
        if (last < first) {
            throw wrong(lines, "A block ends on line " + last + ", before it begins on line " + first + ".");
        }
        boolean run = false;
        for (int i = count + 1; i < line.length(); i++) {
            run |= line.charAt(i) != '0';
        }
        FileCoverage file = sheet.file(line.substring(0, path));
        file.statement(line.substring(path, statements), weight, run);
        file.block(first, last, run);
    }

    /// {@return the number of at most nine digits; -1 where it is none}
    private static int number(String line, int from, int to) {
        return digits(line, from, to, LINE_DIGITS) ? Integer.parseInt(line, from, to, 10) : -1;
    }

    private static boolean digits(String line, int from, int to, int most) {
        for (int i = from; i < to; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from <= most;
    }

    private static MalformedReport wrong(Lines lines, String what) {
        return new MalformedReport(lines.where(), what, "Send the file as «go test -coverprofile» wrote it.");
    }
}
