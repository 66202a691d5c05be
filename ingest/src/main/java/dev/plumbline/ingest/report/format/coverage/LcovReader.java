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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// LCOV tracefiles (definition: [geninfo(1)](https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1),
/// «TRACEFILE FORMAT», with the forms of lcov 2). Lines are the distinct `DA` lines of a file, over all its
/// records: one file may have a record for each test. Branches are the distinct (line, block, branch) of
/// `BRDA`; one that was never evaluated (`-`) is not taken. `LF`, `LH`, `BRF`, `BRH` are what the report
/// declares. Checksums, `MCDC` and test names are left.
final class LcovReader implements CoverageReader {
    private static final Map<String, String> DECLARED = Map.of(
            "LF",
            "linesTotal",
            "LH",
            "linesCovered",
            "BRF",
            "branchesTotal",
            "BRH",
            "branchesCovered",
            "FNF",
            "methodsTotal",
            "FNH",
            "methodsCovered");

    @Override
    public Format format() {
        return new Format("lcov");
    }

    @Override
    public String title() {
        return "an LCOV tracefile";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "lcov, geninfo, coverage.py, Istanbul, coverlet, cargo-llvm-cov, Bazel",
                "1 and 2",
                "lines, branches and functions by file, declared totals",
                "test names, checksums, MC/DC",
                "https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.line(head, "SF:");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            var pass = new Pass(sheet, lines);
            for (String line = lines.next(); line != null; line = lines.next()) {
                pass.line(line.strip());
            }
            pass.end();
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "lcov"), null));
    }

    /// One pass through a file.
    private static final class Pass {
        private static final int LINE_DIGITS = 9;
        private static final int COUNT_DIGITS = 40;

        private final CoverageSheet sheet;
        private final Lines lines;
        private final Map<String, Integer> defined = new HashMap<>();
        private final Map<String, Integer> called = new HashMap<>();
        private @Nullable FileCoverage file;
        private int records;

        private Pass(CoverageSheet sheet, Lines lines) {
            this.sheet = sheet;
            this.lines = lines;
        }

        private void line(String line) {
            FileCoverage open = file;
            if (open != null && plainLine(open, line)) {
                return;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                if (line.equals("end_of_record")) {
                    file = null;
                }
                return;
            }
            String tag = line.substring(0, colon);
            String value = line.substring(colon + 1);
            FileCoverage record = file;
            if (tag.equals("SF")) {
                start(value);
            } else if (record != null) {
                detail(record, tag, value);
            }
        }

        /// `DA:12,3`, as most lines are, without making texts of its parts.
        ///
        /// @return whether it is one
        private static boolean plainLine(FileCoverage open, String line) {
            if (!line.startsWith("DA:")) {
                return false;
            }
            int number = 0;
            int comma = 3;
            for (; comma < line.length() && digit(line, comma); comma++) {
                number = 10 * number + line.charAt(comma) - '0';
            }
            if (comma == 3 || comma > 3 + LINE_DIGITS || comma == line.length() || line.charAt(comma) != ',') {
                return false;
            }
            boolean hit = false;
            int end = comma + 1;
            for (; end < line.length() && digit(line, end); end++) {
                hit |= line.charAt(end) != '0';
            }
            if (end == comma + 1 || end > comma + 1 + COUNT_DIGITS || end < line.length() && line.charAt(end) != ',') {
                return false;
            }
            open.line(number, hit);
            return true;
        }

        /// {@return the end of the digits that begin here}
        private static int digits(String line, int from) {
            int end = from;
            while (end < line.length() && digit(line, end)) {
                end++;
            }
            return end;
        }

        private static boolean digit(String line, int at) {
            return line.charAt(at) >= '0' && line.charAt(at) <= '9';
        }

        private void start(String name) {
            if (name.isBlank()) {
                throw wrong("A record has no source file.");
            }
            records++;
            defined.clear();
            called.clear();
            file = sheet.file(name);
        }

        private void detail(FileCoverage record, String tag, String value) {
            String[] parts = value.split(",", -1);
            switch (tag) {
                case "DA" -> record.line(number(parts[0], value), hits(part(parts, 1, value), value));
                case "BRDA" -> branch(record, parts, value);
                case "FN" -> {
                    sheet.counts("methods");
                    record.method(nth(defined, function(value)), false);
                }
                case "FNL" -> record.method("#" + parts[0], false);
                case "FNDA" ->
                    record.method(nth(called, value.substring(value.indexOf(',') + 1)), hits(parts[0], value));
                case "FNA" -> record.method("#" + parts[0], hits(part(parts, 1, value), value));
                default -> {
                    String figure = DECLARED.get(tag);
                    if (figure != null) {
                        sheet.counts(figure.startsWith("methods") ? "methods" : "lines");
                        sheet.declare(figure, number(value.strip(), value));
                    }
                }
            }
        }

        /// The block may be marked as one of an exception, the branch may be an expression that holds
        /// commas.
        private void branch(FileCoverage record, String[] parts, String value) {
            if (parts.length < 4) {
                throw wrong("The branch «" + Texts.shown(value, 60) + "» is not written as line,block,branch,taken.");
            }
            String taken = parts[parts.length - 1].strip();
            String branch = value.substring(value.indexOf(',') + 1, value.lastIndexOf(','));
            record.branch(number(parts[0], value), branch, !taken.equals("-") && hits(taken, value));
        }

        /// `line,name`, or since LCOV 2 `line,end line,name`; demangled names hold commas of their own.
        private static String function(String value) {
            String rest = value.substring(value.indexOf(',') + 1);
            int end = digits(rest, 0);
            return end > 0 && end < rest.length() && rest.charAt(end) == ',' ? rest.substring(end + 1) : rest;
        }

        /// Functions of one name in one record, such as overloads, are told apart by their order.
        private static String nth(Map<String, Integer> seen, String name) {
            return name + "#" + seen.merge(name, 1, Integer::sum);
        }

        private String part(String[] parts, int index, String value) {
            if (parts.length <= index) {
                throw wrong("The entry «" + Texts.shown(value, 60) + "» is cut off.");
            }
            return parts[index];
        }

        private int number(String text, String value) {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= 0) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw wrong("«" + Texts.shown(text, 40) + "» in «" + Texts.shown(value, 60)
                        + "» is not a whole number from 0.");
            }
            throw wrong("«" + Texts.shown(text, 40) + "» in «" + Texts.shown(value, 60)
                    + "» is not a whole number from 0.");
        }

        /// Counts go past 32 bits, some tools write fractions, and gcov is known to write negative ones.
        private boolean hits(String text, String value) {
            String count = text.strip();
            if (count.startsWith("-")) {
                sheet.notes().add("A negative count, such as in «" + Texts.shown(value, 60) + "», is read as not hit.");
                return false;
            }
            if (count.isEmpty() || count.length() > COUNT_DIGITS) {
                throw noCount(count, value);
            }
            boolean hit = false;
            for (int i = 0; i < count.length(); i++) {
                char c = count.charAt(i);
                hit |= c >= '1' && c <= '9';
                if ((c < '0' || c > '9') && "eE+.".indexOf(c) < 0) {
                    throw noCount(count, value);
                }
            }
            return hit;
        }

        private MalformedReport noCount(String count, String value) {
            return wrong("«" + Texts.shown(count, 40) + "» in «" + Texts.shown(value, 60) + "» is not a count.");
        }

        private void end() {
            if (records == 0) {
                throw wrong("The tracefile has no record: it names no source file.");
            }
            if (file != null) {
                sheet.notes().add("The last record has no end_of_record: the file may be cut off.");
            }
        }

        private MalformedReport wrong(String what) {
            return new MalformedReport(lines.where(), what, "Send the file as the tool wrote it.");
        }
    }
}
