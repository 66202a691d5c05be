package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Findings that are about no file: alerts of a scanner of running sites, statements on vulnerabilities.
final class ScanSheet {
    private final String tool;
    private final FindingList findings;
    private final Notes notes = new Notes();
    private final TreeMap<String, Long> counted = new TreeMap<>();
    private @Nullable String version;
    private @Nullable Instant ran;

    ScanSheet(String tool, Allowance allowance) {
        this.tool = tool;
        this.findings = new FindingList(tool, allowance);
    }

    Notes notes() {
        return notes;
    }

    void add(String rule, Severity severity, String message, Finding.State state) {
        findings.add(rule, severity, "", 0, message, state);
    }

    void version(@Nullable String stated) {
        version = stated == null || stated.isBlank() ? version : stated;
    }

    void ran(@Nullable String stated) {
        Instant moment = stated == null ? null : Moments.of(stated);
        ran = moment == null ? ran : moment;
    }

    void count(String figure, long number) {
        counted.merge(figure, number, Long::sum);
    }

    Reading reading(ReportReader reader, ReportInput input) {
        var stated = new ToolRuns.Stated(tool, version, Success.UNSTATED, null, null, ran);
        var run = ToolRuns.joined(stated, input.declared().tool());
        var evidence = new FindingsEvidence(
                Kind.findings(tool),
                reader.source(input, run, notes),
                findings.groups(),
                findings.fingerprints(),
                List.of());
        var figures = Figures.builder()
                .put("findings", findings.size())
                .put("suppressed", findings.count(Finding.State.SUPPRESSED));
        counted.forEach(figures::put);
        return new Reading(List.of(evidence), findings.sorted(), figures.build());
    }
}
