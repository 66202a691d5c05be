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
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.io.IOException;

/// `ruff check --show-settings` (definition: the `Display` of ruff's settings; its snapshot tests show the
/// layout). The text is about one file of the project and names the codes of all rules that ran on it, but
/// not the version of ruff.
///
/// Taken: the codes of `linter.rules.enabled`, and the settings of {@link RuffSettingsTally#TAKEN}. Rules
/// that `per-file-ignores` takes away from every file are not counted as enabled.
final class RuffSettingsReader implements ReportReader {
    private static final Kind KIND = Kind.settings("ruff");

    @Override
    public Format format() {
        return new Format("ruff-settings");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "ruff's settings";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "ruff",
                "all that print `linter.rules.enabled`",
                "enabled rules, settings that rules ask for",
                "what concerns one file only",
                "https://docs.astral.sh/ruff/configuration/");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.Text _
            when head.has("linter.rules.enabled = [") || head.has("Resolved settings for: ") -> Recognition.MATCH;
            case Shape.Text _ -> Recognition.alike("it holds a line «linter.rules.enabled = [», here there is none");
            case Shape.JsonArray _, Shape.JsonObject _, Shape.Xml _, Shape.Empty _, Shape.Binary _ ->
                Recognition.apart("it is the text of `ruff check --show-settings`");
        };
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var notes = new Notes();
        var tally = new RuffSettingsTally(allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                tally.line(line, lines.where());
            }
            notes.replaced(lines.replacedCharacters());
            tally.end(lines.where());
        }
        var tool = ToolRuns.joined(
                ToolRuns.Stated.of("ruff", null), input.declared().tool());
        var enabled = tally.enabled(notes);
        return Reading.of(
                new SettingsEvidence(KIND, source(input, tool, notes), enabled, tally.settings()),
                Figures.builder().put("rules", enabled.size()).build());
    }
}
