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
import dev.plumbline.ingest.report.finding.ReportPath;
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
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// OpenSSF Scorecard's `--format probe` ([finding.go](https://github.com/ossf/scorecard/blob/main/finding/finding.go)):
/// what each probe saw. Whether True or False is the bad outcome differs from probe to probe; the tool adds a
/// remediation
/// to the bad one, and that makes an entry a finding here, as did the outcome Negative of versions before 5. What could
/// not be looked at is inconclusive.
final class ScorecardProbesReader implements ReportReader {
    private static final String TOOL = "scorecard";
    private static final int WORD_CHARS = 300;

    @Override
    public Format format() {
        return new Format("scorecard-probe-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "the probes of OpenSSF Scorecard";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "OpenSSF Scorecard --format probe",
                "4.11 and later",
                "probes that call for a remediation as findings with message and place; which probes were conclusive",
                "texts of remediations, values",
                "https://github.com/ossf/scorecard/blob/main/finding/finding.go");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.findings(TOOL));
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "findings", "scorecard");
        return look instanceof Recognition.Match ? look : Looks.fields(head, "findings", "repo");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new Sheet(allowance);
        boolean[] listed = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "date" -> sheet.date = InventorySheet.moment(json.textOrNothing(WORD_CHARS));
                    case "scorecard" ->
                        json.object(name, field -> {
                            String text = field.equals("version") ? json.textOrNothing(60) : null;
                            sheet.version = text == null ? sheet.version : Texts.shown(text, 60);
                        });
                    case "findings" -> {
                        listed[0] = true;
                        json.array(name, () -> finding(json, sheet));
                    }
                    default -> {
                        // the repository
                    }
                }
            });
            json.end();
            if (!listed[0]) {
                throw json.wrong("The report has no findings of probes.");
            }
            sheet.notes.replaced(json.replacedCharacters());
        }
        return reading(input, sheet);
    }

    private static void finding(JsonCursor json, Sheet sheet) {
        String[] words = {"", "", "", ""};
        int[] line = new int[1];
        boolean[] bad = new boolean[1];
        json.object("a finding", name -> {
            switch (name) {
                case "probe" -> words[0] = text(json);
                case "outcome" -> words[1] = text(json);
                case "message" -> words[2] = text(json);
                case "remediation" -> bad[0] = json.isObject();
                case "location" ->
                    json.object(name, field -> {
                        switch (field) {
                            case "path" -> words[3] = text(json);
                            case "lineStart" -> {
                                Integer number = json.isNumber() ? json.whole(field) : null;
                                line[0] = number == null ? 0 : number;
                            }
                            default -> {
                                // excerpts
                            }
                        }
                    });
                default -> {
                    // values
                }
            }
        });
        if (words[0].isEmpty() || words[1].isEmpty()) {
            throw json.wrong("A finding has no probe or no outcome.");
        }
        sheet.entries++;
        boolean conclusive = switch (words[1]) {
            case "True", "False", "Positive", "Negative" -> true;
            default -> false;
        };
        sheet.inconclusive += conclusive ? 0 : 1;
        if (conclusive) {
            sheet.conclusive.add(Texts.shown(words[0], WORD_CHARS));
        }
        boolean found = conclusive && (bad[0] || words[1].equals("Negative"));
        sheet.found += found ? 1 : 0;
        sheet.findings.add(
                words[0],
                found ? Severity.UNSTATED : Severity.INFO,
                words[3].isEmpty() ? "" : ReportPath.of(words[3]),
                line[0],
                words[2],
                found ? State.OPEN : State.INFORMATIONAL);
    }

    private static String text(JsonCursor json) {
        String text = json.textOrNothing(WORD_CHARS);
        return text == null ? "" : text;
    }

    private Reading reading(ReportInput input, Sheet sheet) {
        if (sheet.inconclusive > 0) {
            sheet.notes.add(sheet.inconclusive + " probes could not be answered and count neither way.");
        }
        var stated = new ToolRuns.Stated(TOOL, sheet.version, Success.UNSTATED, null, null, sheet.date);
        var evidence = new FindingsEvidence(
                Kind.findings(TOOL),
                source(input, ToolRuns.joined(stated, input.declared().tool()), sheet.notes),
                sheet.findings.groups(),
                sheet.findings.fingerprints(),
                List.copyOf(sheet.conclusive));
        var figures = Figures.builder()
                .put("checks", sheet.entries)
                .put("inconclusive", sheet.inconclusive)
                .put("findings", sheet.found)
                .put("suppressed", 0);
        return new Reading(List.of(evidence), sheet.findings.sorted(), figures.build());
    }

    /// What is known of one report.
    private static final class Sheet {
        private final Notes notes = new Notes();
        private final TreeSet<String> conclusive = new TreeSet<>();
        private final FindingList findings;
        private int entries;
        private int inconclusive;
        private int found;
        private @Nullable String version;
        private @Nullable Instant date;

        private Sheet(Allowance allowance) {
            this.findings = new FindingList(TOOL, allowance);
        }
    }
}
