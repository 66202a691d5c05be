package dev.plumbline.ingest.report.format.secrets;

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
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;

/// Gitleaks' CSV (definition: [report/csv.go](https://github.com/gitleaks/gitleaks/blob/master/report/csv.go)): a
/// line of column names, then a record for each leak. Where nothing was found the file is empty or has the
/// names only.
final class GitleaksCsvReader implements SecretsReader {
    private static final String TOOL = "gitleaks";

    @Override
    public Format format() {
        return new Format("gitleaks-csv");
    }

    @Override
    public String title() {
        return "a Gitleaks table";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Gitleaks --report-format csv",
                "8",
                "rules, files, lines",
                "the secrets, commits, authors, messages",
                "https://github.com/gitleaks/gitleaks/blob/master/report/csv.go");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        List<String> names = List.of(text.lines().getFirst().strip().split(","));
        return names.contains("RuleID") && names.contains("File") && names.contains("StartLine")
                ? Recognition.MATCH
                : Recognition.alike("its first line names the columns RuleID, File and StartLine, here it does not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(TOOL, allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            var records = new CsvRecords(lines);
            List<String> names = records.next();
            while (names != null && names.equals(List.of(""))) {
                names = records.next();
            }
            int rule = names == null ? -1 : names.indexOf("RuleID");
            int file = names == null ? -1 : names.indexOf("File");
            int line = names == null ? -1 : names.indexOf("StartLine");
            if (rule < 0 || file < 0 || line < 0) {
                throw new MalformedReport(
                        Where.WHOLE,
                        "The first line does not name the columns RuleID, File and StartLine.",
                        "Send the file as the tool wrote it.");
            }
            for (List<String> row = records.next(); row != null; row = records.next()) {
                if (!row.equals(List.of(""))) {
                    sheet.add(leak(row, rule, file, line, lines.where()), lines::where);
                }
            }
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static Secret leak(List<String> row, int rule, int file, int line, Where where) {
        if (row.size() <= Math.max(rule, Math.max(file, line))) {
            throw new MalformedReport(where, "A record has too few columns.", "Send the file as the tool wrote it.");
        }
        var secret = new Secret();
        secret.rule = cut(row.get(rule), RULE_CHARS);
        secret.path = cut(row.get(file), PATH_CHARS);
        String number = row.get(line);
        secret.line = number.length() < 10 && number.chars().allMatch(c -> c >= '0' && c <= '9') && !number.isEmpty()
                ? Integer.parseInt(number)
                : 0;
        return secret;
    }

    private static String cut(String text, int limit) {
        return text.length() > limit ? text.substring(0, limit) : text;
    }
}
