package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `ruff check --output-format json` (definition: ruff's `message/json.rs`): a list of findings, `[]` when it found
/// none. `code` is null or `invalid-syntax` for a file that could not be parsed; since 0.16 `filename` and `location`
/// may be null. Where a version states no severity it is `error`, as in ruff's own SARIF. The list names the rules
/// that found something, not those that ran: that is what `ruff check --show-settings` is for.
final class RuffJsonReader implements ReportReader {
    private static final Kind KIND = Kind.findings("ruff");
    private static final Set<String> FIELDS = Set.of("code", "filename", "location", "message", "noqa_row");
    private static final String SYNTAX_ERROR = "invalid-syntax";

    @Override
    public Format format() {
        return new Format("ruff-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a list of ruff's findings";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "ruff",
                "all",
                "findings with rule, severity, place and message",
                "fixes, ends of ranges",
                "https://docs.astral.sh/ruff/settings/#output-format");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonArray array
            when array.empty() ->
                KIND.equals(declared.kind())
                        ? Recognition.MATCH
                        : Recognition.alike("an empty list is ruff's when the declared kind is " + KIND);
            case Shape.JsonArray array when array.itemFields().containsAll(FIELDS) -> Recognition.MATCH;
            case Shape.JsonArray _ ->
                Recognition.alike(
                        "its entries have the fields code, filename, location and noqa_row, here they have not");
            case Shape.JsonObject _ -> Recognition.alike("it is a list, here it is an object");
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var notes = new Notes();
        var findings = new FindingList("ruff", allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.array("the report", () -> finding(json, findings, notes));
            json.end();
            notes.replaced(json.replacedCharacters());
        }
        var tool = ToolRuns.joined(
                ToolRuns.Stated.of("ruff", null), input.declared().tool());
        var evidence = new FindingsEvidence(
                KIND, source(input, tool, notes), findings.groups(), findings.fingerprints(), List.of());
        var sorted = findings.sorted();
        var figures = Figures.builder()
                .put("findings", findings.size())
                .put("suppressed", 0)
                .put("files", sorted.stream().map(Finding::path).distinct().count());
        return new Reading(List.of(evidence), sorted, figures.build());
    }

    private static void finding(JsonCursor json, FindingList findings, Notes notes) {
        var entry = new Entry();
        json.object("a finding", field -> {
            switch (field) {
                case "code" -> entry.code = json.text("a finding's code", Limits.KEPT_CHARS);
                case "filename" -> entry.filename = json.text("a finding's filename", Limits.KEPT_CHARS);
                case "message" -> entry.message = json.text("a finding's message", Limits.KEPT_CHARS);
                case "severity" -> entry.severity = json.text("a finding's severity", Limits.KEPT_CHARS);
                case "location" -> entry.line = line(json);
                default -> {
                    // fixes, URLs and ends of ranges are not evidence
                }
            }
        });
        String message = entry.message;
        if (message == null) {
            throw json.wrong("A finding has no message.");
        }
        String code = entry.code;
        if (code == null || code.equals(SYNTAX_ERROR)) {
            notes.add("At least one file could not be parsed (" + SYNTAX_ERROR + "): rules did not run on it.");
        }
        String filename = entry.filename == null ? "" : ReportPath.of(entry.filename);
        String severity = entry.severity == null ? "error" : entry.severity;
        findings.add(
                code == null ? SYNTAX_ERROR : code,
                Severities.ofWord(severity),
                filename,
                entry.line,
                message,
                Finding.State.OPEN);
    }

    private static int line(JsonCursor json) {
        if (json.isNull()) {
            return 0;
        }
        int[] line = new int[1];
        json.object("a finding's location", field -> {
            if (field.equals("row")) {
                Integer row = json.whole("a finding's row");
                line[0] = row == null ? 0 : row;
            }
        });
        return line[0];
    }

    private static final class Entry {
        private @Nullable String code;
        private @Nullable String filename;
        private @Nullable String message;
        private @Nullable String severity;
        private int line;
    }
}
