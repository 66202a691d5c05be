package dev.plumbline.ingest.report.format;

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
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// SARIF 2.1.0 (definition: OASIS Standard «Static Analysis Results Interchange Format», sections in brackets).
///
/// - Runs of one tool make one record of evidence; several tools make several, each of kind `findings:<tool>`.
/// - A result is open unless its `kind` is other than `fail` [3.27.9], its `baselineState` is `absent` [3.27.24], or
///   it has suppressions of which none is `underReview` or `rejected` [3.27.23, 3.35.3].
/// - A missing `level` is that of the rule's default configuration, else `warning` [3.27.10]; `security-severity` of
///   the rule, a CVSS score, goes before it.
/// - `results` absent or null means that the run brought no results [3.14.23]: the run counts as failed, as it does
///   after an invocation with `executionSuccessful: false` [3.20.14].
/// - Rules that a driver merely lists prove nothing. As enabled count those whose default configuration says
///   `enabled: true` in so many words [3.50.2] in a run without overrides.
/// - Not taken: code flows, fixes, graphs, web requests, contents of artifacts.
final class SarifReader implements ReportReader {
    private static final String VERSION = "2.1.0";

    @Override
    public Format format() {
        return new Format("sarif");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a SARIF log of findings";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "CodeQL, Semgrep, Trivy, ruff and many others",
                "2.1.0",
                "results with rule, severity, place, suppressions and baseline; success of the run; rules that the run states as enabled",
                "code flows, fixes, graphs, web requests, contents of artifacts",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html");
    }

    @Override
    public boolean canBe(Kind kind) {
        return switch (kind.family()) {
            case "findings", "types", "secrets" -> true;
            default -> false;
        };
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return head.shape() instanceof Shape.JsonArray
                    ? Recognition.alike("it is an object, here it is a list")
                    : Recognition.apart("it is JSON");
        }
        if (object.texts().getOrDefault("version", VERSION).startsWith("1.0")) {
            return Recognition.alike("its version is " + VERSION + ", here it is 1.0");
        }
        String schema = object.texts().getOrDefault("$schema", "");
        // Devel::Cover speaks of its runs, too, and has neither a version nor a schema
        boolean log = object.fields().contains("runs")
                && !(object.fields().contains("summary") && Looks.has(head, "\"percentage\""));
        if (log || schema.contains("sarif")) {
            return Recognition.MATCH;
        }
        return Recognition.alike("it has the fields version and runs, here it has " + fields(object));
    }

    private static String fields(Shape.JsonObject object) {
        return Texts.shown(
                String.join(", ", object.fields().stream().sorted().limit(6).toList()), 120);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var runs = new ArrayList<SarifRun>();
        try (var json = Json.open(input.content(), allowance)) {
            String[] version = {VERSION};
            json.object("the report", field -> {
                switch (field) {
                    case "version" -> version[0] = Objects.requireNonNullElse(json.text("version", 20), VERSION);
                    case "runs" -> json.array("runs", () -> runs.add(SarifRun.read(json, allowance)));
                    default -> {
                        // schema and external properties
                    }
                }
            });
            if (!version[0].startsWith(VERSION)) {
                throw json.wrong("The SARIF version is «" + Texts.shown(version[0], 20) + "», not " + VERSION + ".");
            }
            if (runs.isEmpty()) {
                throw json.wrong("The SARIF log has no run: it does not say that any tool ran.");
            }
            json.end();
            return reading(input, byTool(runs, json, input.declared().kind()), json.replacedCharacters(), allowance);
        }
    }

    /// The declared kind wins for the tool that it names; a tool that it does not name keeps its own.
    private static SequencedMap<Kind, List<SarifRun>> byTool(
            List<SarifRun> runs, JsonCursor json, @Nullable Kind declared) {
        var kinds = new LinkedHashMap<Kind, List<SarifRun>>();
        boolean named = false;
        for (SarifRun run : runs) {
            boolean isDeclared = declared != null
                    && (declared.qualifier().isEmpty() || SarifTool.same(declared.qualifier(), run.slug()));
            named |= isDeclared;
            Kind kind = declared != null && isDeclared ? declared : Kind.findings(run.slug());
            kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(run);
        }
        if (declared != null && !named) {
            throw json.wrong("The report was declared as " + declared + ", but it was written by "
                    + runs.getFirst().toolName() + ".");
        }
        return kinds;
    }

    private Reading reading(
            ReportInput input, SequencedMap<Kind, List<SarifRun>> kinds, int replaced, Allowance allowance) {
        var evidence = new ArrayList<Evidence>();
        var findings = new ArrayList<Finding>();
        long[] suppressions = new long[1];
        kinds.forEach((kind, runs) -> {
            var notes = new Notes();
            SarifRun run = SarifRun.united(runs, allowance);
            suppressions[0] += run.suppressions();
            run.tell(notes);
            notes.replaced(replaced);
            var list = run.findings();
            var tool = ToolRuns.joined(run.stated(), input.declared().tool());
            evidence.add(new FindingsEvidence(
                    kind, source(input, tool, notes), list.groups(), list.fingerprints(), run.enabledRules()));
            findings.addAll(list.sorted());
        });
        var figures = Figures.builder()
                .put("runs", kinds.values().stream().mapToLong(List::size).sum())
                .put("findings", findings.size())
                .put("suppressed", suppressions[0]);
        return new Reading(evidence, findings, figures.build());
    }
}
