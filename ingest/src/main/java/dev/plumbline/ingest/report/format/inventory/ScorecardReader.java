package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// OpenSSF Scorecard's JSON (definition:
/// [pkg/scorecard/json.go](https://github.com/ossf/scorecard/blob/main/pkg/scorecard/json.go)). A check that did not
/// reach 10 of 10 is a finding; one with the score −1 was inconclusive and says nothing. Severity: the risk that
/// Scorecard's documentation gives the check.
final class ScorecardReader implements ReportReader {
    private static final String TOOL = "scorecard";
    private static final int WORD_CHARS = 200;
    private static final int FULL_SCORE = 10;

    @Override
    public Format format() {
        return new Format("scorecard-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an OpenSSF Scorecard report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "OpenSSF Scorecard --format json",
                "2 and later",
                "checks below 10 of 10 as findings with their reasons, which checks were conclusive",
                "the score of the whole, details, probes",
                "https://github.com/ossf/scorecard/blob/main/pkg/scorecard/json.go");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.findings(TOOL));
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "score", "checks", "scorecard");
    }

    /// What is known of one report.
    private static final class Sheet {
        private final Notes notes = new Notes();
        private final FindingList findings;
        private final List<String> conclusive = new ArrayList<>();
        private int checks;
        private int inconclusive;
        private int below;
        private @Nullable String version;
        private @Nullable Instant date;

        private Sheet(Allowance allowance) {
            this.findings = new FindingList(TOOL, allowance);
        }
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new Sheet(allowance);
        boolean[] seen = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "date" -> sheet.date = InventorySheet.moment(json.textOrNothing(WORD_CHARS));
                    case "scorecard" ->
                        json.object(name, field -> {
                            if (field.equals("version")) {
                                sheet.version = json.textOrNothing(60);
                            }
                        });
                    case "checks" -> {
                        seen[0] = true;
                        json.array(name, () -> check(json, sheet));
                    }
                    default -> {
                        // the repository, the score of the whole
                    }
                }
            });
            json.end();
            if (!seen[0]) {
                throw json.wrong("The report has no checks.");
            }
            sheet.notes.replaced(json.replacedCharacters());
        }
        return reading(input, sheet);
    }

    private static void check(JsonCursor json, Sheet sheet) {
        @Nullable String[] words = new @Nullable String[2];
        @Nullable Double[] score = new @Nullable Double[1];
        json.object("a check", name -> {
            switch (name) {
                case "name" -> words[0] = json.text(name, WORD_CHARS);
                case "reason" -> words[1] = json.textOrNothing(WORD_CHARS);
                case "score" -> score[0] = json.number(name);
                default -> {
                    // details and documentation
                }
            }
        });
        String name = words[0];
        Double reached = score[0];
        if (name == null || reached == null) {
            throw json.wrong("A check has no name or no score.");
        }
        sheet.checks++;
        boolean conclusive = reached >= 0;
        boolean found = conclusive && reached < FULL_SCORE;
        sheet.inconclusive += conclusive ? 0 : 1;
        sheet.below += found ? 1 : 0;
        if (conclusive) {
            sheet.conclusive.add(Texts.shown(name, WORD_CHARS));
        }
        State state = found ? State.OPEN : State.INFORMATIONAL;
        String reason = words[1] == null ? "" : words[1];
        sheet.findings.add(name, found ? risk(name) : Severity.INFO, "", 0, reason, state);
    }

    private Reading reading(ReportInput input, Sheet sheet) {
        if (sheet.inconclusive > 0) {
            sheet.notes.add(sheet.inconclusive + " checks were inconclusive and count neither way.");
        }
        var stated = new ToolRuns.Stated(
                TOOL,
                sheet.version == null ? null : Texts.shown(sheet.version, 60),
                Success.UNSTATED,
                null,
                null,
                sheet.date);
        var evidence = new FindingsEvidence(
                Kind.findings(TOOL),
                source(input, ToolRuns.joined(stated, input.declared().tool()), sheet.notes),
                sheet.findings.groups(),
                sheet.findings.fingerprints(),
                sheet.conclusive);
        var figures = Figures.builder()
                .put("checks", sheet.checks)
                .put("inconclusive", sheet.inconclusive)
                .put("findings", sheet.below)
                .put("suppressed", 0);
        return new Reading(List.of(evidence), sheet.findings.sorted(), figures.build());
    }

    /// As in [docs/checks.md](https://github.com/ossf/scorecard/blob/main/docs/checks.md).
    private static Severity risk(String check) {
        return switch (check) {
            case "Dangerous-Workflow", "Webhooks" -> Severity.CRITICAL;
            case "Binary-Artifacts",
                    "Branch-Protection",
                    "Code-Review",
                    "Dependency-Update-Tool",
                    "Maintained",
                    "Signed-Releases",
                    "Token-Permissions",
                    "Vulnerabilities" -> Severity.HIGH;
            case "Fuzzing", "Packaging", "Pinned-Dependencies", "SAST", "SBOM", "Security-Policy" -> Severity.MEDIUM;
            case "CI-Tests", "CII-Best-Practices", "Contributors", "License" -> Severity.LOW;
            default -> Severity.UNSTATED;
        };
    }
}
