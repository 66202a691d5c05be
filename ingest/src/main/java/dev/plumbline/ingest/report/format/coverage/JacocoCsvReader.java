package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.CsvRecords;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// JaCoCo's counters as comma-separated values, a class in each line (definition: JaCoCo's `csv/ClassRowWriter.java`).
/// What the classes add up to is what JaCoCo's XML counts, but for lines that several classes share.
final class JacocoCsvReader implements CoverageReader {
    private static final List<String> SIGN = List.of("GROUP", "PACKAGE", "CLASS", "LINE_MISSED", "LINE_COVERED");
    private static final Map<String, String> COUNTERS = Map.of(
            "LINE", "lines",
            "BRANCH", "branches",
            "INSTRUCTION", "instructions",
            "METHOD", "methods",
            "COMPLEXITY", "complexity");

    @Override
    public Format format() {
        return new Format("jacoco-csv");
    }

    @Override
    public String title() {
        return "JaCoCo's counters as comma-separated values";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "JaCoCo: jacoco.csv",
                "all",
                "counts of lines, branches, instructions, methods, classes and complexity, added up over the classes",
                "groups, names of classes",
                "https://github.com/jacoco/jacoco/blob/master/org.jacoco.report/src/org/jacoco/report/csv/ClassRowWriter.java");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        return List.of(text.lines().getFirst().split(",", -1)).containsAll(SIGN)
                ? Recognition.MATCH
                : Recognition.alike("its first line names the columns " + String.join(", ", SIGN));
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "instructions", "methods", "classes", "complexity");
        var packages = new HashSet<String>();
        try (var lines = Lines.open(input.content(), allowance)) {
            var records = new CsvRecords(lines);
            List<String> columns = records.next();
            if (columns == null || !columns.containsAll(SIGN)) {
                throw wrong(lines, "The first line does not name the columns " + String.join(", ", SIGN) + ".");
            }
            for (List<String> row = records.next(); row != null; row = records.next()) {
                if (row.size() == 1 && row.getFirst().isBlank()) {
                    continue;
                }
                if (row.size() != columns.size()) {
                    throw wrong(lines, "A class has " + row.size() + " values in " + columns.size() + " columns.");
                }
                String name = row.get(columns.indexOf("GROUP")) + '/' + row.get(columns.indexOf("PACKAGE"));
                if (packages.add(name)) {
                    allowance.keep(80 + 2L * name.length());
                    sheet.count("packages", 1);
                }
                classRow(row, columns, lines, sheet);
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        sheet.notes().add("The report gives counts only: it cannot be united with other reports of the build.");
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "jacoco"), null));
    }

    private static void classRow(List<String> row, List<String> columns, Lines lines, CoverageSheet sheet) {
        boolean run = false;
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            boolean covered = column.endsWith("_COVERED");
            String measure = COUNTERS.get(column.replaceFirst("_(?:MISSED|COVERED)$", ""));
            if (measure == null) {
                continue;
            }
            int count = number(row.get(i), column, lines);
            sheet.count(measure + "Total", count);
            if (covered) {
                sheet.count(measure + "Covered", count);
                run |= count > 0;
            }
        }
        sheet.count("classesTotal", 1);
        sheet.count("classesCovered", run ? 1 : 0);
    }

    private static int number(String text, String column, Lines lines) {
        if (!text.matches("\\d{1,9}")) {
            throw wrong(
                    lines, "The value «" + Texts.shown(text, 40) + "» of " + column + " is not a whole number from 0.");
        }
        return Integer.parseInt(text);
    }

    private static MalformedReport wrong(Lines lines, String what) {
        return new MalformedReport(lines.where(), what, "Send the file as JaCoCo wrote it.");
    }
}
