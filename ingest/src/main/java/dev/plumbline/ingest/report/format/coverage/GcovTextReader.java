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
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// gcov's `.gcov` files (definition: [Invoking gcov](https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html)), one or
/// several in a row. `-` is no code, `#####` and `=====` were not run; a line of several instances of a
/// template is one line.
final class GcovTextReader implements CoverageReader {
    private static final Pattern SOURCE = Pattern.compile("\\s*-:\\s*0:Source:(.{1,4000})");
    private static final Pattern LINE =
            Pattern.compile("\\s*(-|#####\\*?|=====\\*?|\\d[\\d.]{0,18}[kMGTPEZY]?\\*?):\\s*(\\d{1,9}):.*");
    private static final Pattern BRANCH =
            Pattern.compile("branch\\s+(\\d{1,6}) (?:taken (\\d{1,18})%?|never executed).*");
    private static final Pattern FUNCTION = Pattern.compile("function (.{1,2000}) called (\\d{1,18}) returned .*");

    @Override
    public Format format() {
        return new Format("gcov-text");
    }

    @Override
    public String title() {
        return "a file of gcov";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "gcov, llvm-cov gcov: .gcov files, one or several in a row",
                "all",
                "lines by file; branches and functions, where -b wrote them",
                "the source, calls, blocks",
                "https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        return text.lines().stream().anyMatch(line -> SOURCE.matcher(line).matches())
                ? Recognition.MATCH
                : Recognition.alike("it begins with «-: 0:Source:» and a path, here it does not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            FileCoverage file = null;
            int number = 0;
            for (String text = lines.next(); text != null; text = lines.next()) {
                Matcher source = SOURCE.matcher(text);
                if (source.matches()) {
                    file = sheet.file(source.group(1).strip());
                    number = 0;
                } else if (!text.isBlank()) {
                    number = line(text, file, number, lines);
                }
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "gcov"), null));
    }

    /// {@return the number of the line of the source at which the report is now}
    private static int line(String text, @Nullable FileCoverage file, int before, Lines lines) {
        Matcher line = LINE.matcher(text);
        boolean code = line.matches();
        if (file == null) {
            if (code) {
                throw new MalformedReport(
                        lines.where(),
                        "A line stands before the name of its source.",
                        "Send the file as gcov wrote it.");
            }
            return before;
        }
        if (code) {
            int number = Integer.parseInt(line.group(2));
            String count = line.group(1);
            if (number > 0 && !count.equals("-")) {
                file.line(number, count.chars().anyMatch(it -> it > '0' && it <= '9'));
            }
            return number;
        }
        Matcher branch = BRANCH.matcher(text);
        if (branch.matches()) {
            file.branch(
                    before,
                    branch.group(1),
                    branch.group(2) != null && !branch.group(2).matches("0+"));
            return before;
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.matches()) {
            file.method(function.group(1), !function.group(2).matches("0+"));
        }
        return before;
    }
}
