package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import java.io.IOException;

/// Clang-tidy's `--export-fixes` (definition: clang/Tooling/DiagnosticsYaml.h): diagnostics, since version
/// 9 with their message in an object of its own. Places are byte offsets, so that no line is known.
final class ClangTidyYamlReader implements ReportReader {
    private static final Tool TOOL = Tool.findings("clang-tidy");

    @Override
    public Format format() {
        return new Format("clang-tidy-yaml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a YAML report of clang-tidy";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "clang-tidy --export-fixes, run-clang-tidy -export-fixes",
                "all; up to 8 MiB",
                "diagnostics with check, level and file",
                "offsets, notes, replacements",
                "https://clang.llvm.org/extra/clang-tidy/");
    }

    @Override
    public boolean canBe(Kind kind) {
        return TOOL.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is YAML");
        }
        boolean own = text.lines().stream().anyMatch(line -> line.startsWith("Diagnostics:"))
                && text.lines().stream()
                        .anyMatch(line -> line.startsWith("MainSourceFile:") || line.contains("DiagnosticName:"));
        return own ? Recognition.MATCH : Recognition.alike("it has MainSourceFile and Diagnostics, here it has not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(allowance);
        boolean[] listed = {false};
        try (var json = Yaml.open(input.content(), allowance)) {
            json.object("the report", field -> {
                if (field.equals("Diagnostics")) {
                    listed[0] = true;
                    json.array(field, () -> sheet.add(diagnostic(json)));
                }
            });
            if (!listed[0]) {
                throw json.wrong("The report has no list of diagnostics.");
            }
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL, FindingsSheet.Errors.LEVEL);
    }

    private static Entry diagnostic(JsonCursor json) {
        String[] words = {"", "", "", ""};
        json.object("a diagnostic", field -> {
            if (field.equals("DiagnosticMessage")) {
                Fields.object(json, inner -> field(json, inner, words));
            } else {
                field(json, field, words);
            }
        });
        if (words[0].isEmpty()) {
            throw json.wrong("A diagnostic has no DiagnosticName.");
        }
        Severity severity = switch (words[3]) {
            case "Error" -> Severity.HIGH;
            case "Remark" -> Severity.INFO;
            default -> Severity.MEDIUM;
        };
        return new Entry(words[0], severity, words[2], 0, words[1], State.OPEN);
    }

    private static void field(JsonCursor json, String field, String[] words) {
        switch (field) {
            case "DiagnosticName" -> words[0] = Fields.text(json);
            case "Message" -> words[1] = Fields.text(json);
            case "FilePath" -> words[2] = Fields.text(json);
            case "Level" -> words[3] = Fields.text(json);
            default -> {
                // offsets, notes, replacements
            }
        }
    }
}
