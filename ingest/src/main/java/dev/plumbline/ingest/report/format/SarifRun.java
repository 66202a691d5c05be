package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// One `run` [3.14], or several runs of one tool.
final class SarifRun {
    private static final int BYTES_PER_RESULT = 200;

    private final SarifTool tool = new SarifTool();
    private final SarifInvocations invocations = new SarifInvocations();
    private final SarifPaths paths = new SarifPaths();
    private final List<SarifResult> results = new ArrayList<>();
    private final TreeSet<String> enabled = new TreeSet<>();
    private final Allowance allowance;
    private FindingList findings;
    private boolean resulted;
    private int more;
    private int disputed;

    private SarifRun(Allowance allowance) {
        this.allowance = allowance;
        this.findings = new FindingList("", allowance);
    }

    static SarifRun read(JsonCursor json, Allowance allowance) {
        var run = new SarifRun(allowance);
        json.object("a run", field -> run.field(field, json));
        run.settle();
        return run;
    }

    private void field(String field, JsonCursor json) {
        switch (field) {
            case "tool" -> tool.read(json);
            case "results" -> {
                resulted = !json.isNull();
                json.array("results", () -> result(json));
            }
            case "invocations" -> json.array("invocations", () -> invocations.read(json));
            case "artifacts" -> json.array("artifacts", () -> paths.artifact(json));
            case "originalUriBaseIds" -> paths.bases(json);
            case "externalPropertyFileReferences" ->
                json.object(field, part -> {
                    if (part.equals("results") && !json.isNull()) {
                        throw json.wrong("The run keeps its results in another file, which is not part of the report.");
                    }
                });
            default -> {
                // graphs, taxonomies, conversions
            }
        }
    }

    private void result(JsonCursor json) {
        if (results.size() == Limits.ENTRIES) {
            throw json.wrong("The run lists more than " + Limits.ENTRIES + " results.");
        }
        SarifResult result = SarifResult.read(json);
        allowance.keep(BYTES_PER_RESULT + 2L * result.message().length());
        results.add(result);
        disputed += result.disputed() ? 1 : 0;
    }

    /// Rules and artifacts are known now.
    private void settle() {
        findings = new FindingList(slug(), allowance);
        addTo(findings);
    }

    private void addTo(FindingList list) {
        for (SarifResult result : results) {
            SarifRule rule = tool.rule(result.ruleId(), result.ruleIndex());
            String own = result.ruleId() == null ? "" : result.ruleId();
            String id = own.isEmpty() && rule != null ? rule.id() : own;
            list.add(
                    id,
                    SarifLevels.severity(result, rule),
                    paths.path(result),
                    result.line(),
                    result.message(),
                    SarifLevels.state(result, rule));
        }
    }

    static SarifRun united(List<SarifRun> runs, Allowance allowance) {
        SarifRun first = runs.getFirst();
        if (runs.size() > 1) {
            var all = new FindingList(first.slug(), allowance);
            for (SarifRun run : runs) {
                run.addTo(all);
            }
            first.findings = all;
            first.more = runs.size() - 1;
            for (SarifRun run : runs.subList(1, runs.size())) {
                first.invocations.join(run.invocations);
                first.resulted &= run.resulted;
                first.disputed += run.disputed;
            }
        }
        runs.forEach(run -> first.enabled.addAll(run.ownEnabled()));
        return first;
    }

    private List<String> ownEnabled() {
        return invocations.overridden() ? List.of() : tool.statedEnabled();
    }

    List<String> enabledRules() {
        return List.copyOf(enabled);
    }

    FindingList findings() {
        return findings;
    }

    /// {@return how many results have suppressions, whether these hold or not}
    long suppressions() {
        return findings.count(Finding.State.SUPPRESSED) + disputed;
    }

    String toolName() {
        return tool.name().isBlank() ? "a tool that it does not name" : tool.name();
    }

    String slug() {
        return SarifTool.slug(tool.name());
    }

    ToolRuns.Stated stated() {
        Success success = resulted ? invocations.success() : Success.FAILED;
        return new ToolRuns.Stated(
                slug(),
                tool.version(),
                success,
                invocations.exitCode(),
                invocations.startedAt(),
                invocations.finishedAt());
    }

    void tell(Notes notes) {
        if (tool.name().isBlank()) {
            notes.add("The run does not name the tool that made it (tool.driver.name).");
        }
        if (!resulted) {
            notes.add("The run of " + toolName()
                    + " has no list of results: by the standard it brought none, so it counts as failed.");
        }
        if (more > 0) {
            notes.add((more + 1) + " runs of " + toolName() + " were put together.");
        }
        long informational = findings.count(Finding.State.INFORMATIONAL);
        if (informational > 0) {
            notes.add(informational
                    + " results find no fault (passed, informational, for review) and do not count as findings.");
        }
        long absent = findings.count(Finding.State.ABSENT);
        if (absent > 0) {
            notes.add(absent + " results are gone since the tool's baseline and do not count as findings.");
        }
        if (disputed > 0) {
            notes.add(disputed
                    + " results have suppressions that were rejected or wait for review: they count as findings.");
        }
        invocations.tell(notes);
    }
}
