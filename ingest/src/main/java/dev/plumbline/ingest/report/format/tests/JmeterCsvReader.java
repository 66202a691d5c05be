package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.CsvRecords;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.List;

/// JMeter's results as comma-separated values, its default ([their
/// columns](https://jmeter.apache.org/usermanual/listeners.html#csvlogformat)), with the names of the columns in the
/// first line.
final class JmeterCsvReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("jmeter-csv");
    }

    @Override
    public String title() {
        return "JMeter's samples as comma-separated values";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "JMeter: .jtl",
                "2.12 and later, with the names of the columns",
                "samples by label with duration and what failed",
                "addresses, threads, latencies",
                "https://jmeter.apache.org/usermanual/listeners.html#csvlogformat");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        List<String> columns = List.of(text.lines().getFirst().split(",", -1));
        return columns.containsAll(List.of("timeStamp", "elapsed", "label", "success"))
                ? Recognition.MATCH
                : Recognition.alike("its first line names the columns timeStamp, elapsed, label, success");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        var transactions = new RunXml.Transactions();
        try (var lines = Lines.open(input.content(), allowance)) {
            var records = new CsvRecords(lines);
            List<String> columns = records.next();
            if (columns == null) {
                throw new MalformedReport(lines.where(), "There are no columns.", "Send the file as JMeter wrote it.");
            }
            for (List<String> row = records.next(); row != null; row = records.next()) {
                if (row.size() == 1 && row.getFirst().isBlank()) {
                    continue;
                }
                if (row.size() < columns.size()) {
                    throw new MalformedReport(
                            lines.where(),
                            "A sample has " + row.size() + " values in " + columns.size() + " columns.",
                            "The file is damaged or cut off: send it after JMeter has ended.");
                }
                sheet.add(sample(row, columns));
                transactions.look(value("responseMessage", row, columns));
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        transactions.note(sheet);
        return sheet.reading(this, input, tool(input, "jmeter", null));
    }

    private static CaseResult sample(List<String> row, List<String> columns) {
        var result = new CaseResult("", value("label", row, columns))
                .tookMillis(RunXml.millis(value("elapsed", row, columns)));
        if (!value("success", row, columns).equals("true")) {
            String message = value("failureMessage", row, columns);
            String reason = value("responseCode", row, columns) + " " + value("responseMessage", row, columns);
            result.became(State.FAILED, message.isEmpty() ? reason.strip() : message);
        }
        return result;
    }

    private static String value(String name, List<String> row, List<String> columns) {
        int column = columns.indexOf(name);
        return column < 0 ? "" : row.get(column);
    }
}
