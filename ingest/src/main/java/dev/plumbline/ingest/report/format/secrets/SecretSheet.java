package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one file of a secret scanner lists, and what evidence and figures come of it.
final class SecretSheet {
    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final FindingList findings;
    private final String tool;
    private final Map<String, String> files = new HashMap<>();
    private String lastRaw = "";
    private String lastPath = "";
    private boolean verifying;
    private int verified;
    private boolean plain;
    private @Nullable String version;
    private @Nullable Long declared;
    private Success success = Success.UNSTATED;
    private @Nullable Instant started;
    private @Nullable Instant finished;

    SecretSheet(String tool, Allowance allowance) {
        this.tool = tool;
        this.allowance = allowance;
        this.findings = new FindingList(tool, allowance);
    }

    Notes notes() {
        return notes;
    }

    /// @throws MalformedReport when the entry does not say what was found
    void add(Secret secret, Supplier<Where> where) {
        String rule = secret.rule != null ? secret.rule : secret.description;
        if (rule == null || rule.isBlank()) {
            throw new MalformedReport(
                    where.get(), "An entry does not say what was found.", "Send the file as the tool wrote it.");
        }
        String raw = Objects.requireNonNullElse(secret.path, "");
        verified += secret.verified ? 1 : 0;
        String message = secret.description == null ? rule : secret.description;
        findings.add(rule, secret.severity, raw.isEmpty() ? "" : path(raw), secret.line, message, secret.state);
    }

    /// Entries share their files: a path is made once.
    private String path(String raw) {
        if (raw.equals(lastRaw)) {
            return lastPath;
        }
        String path = files.get(raw);
        if (path == null) {
            path = ReportPath.of(raw);
            allowance.keep(128 + 2L * (raw.length() + path.length()));
            files.put(raw, path);
        }
        lastRaw = raw;
        lastPath = path;
        return path;
    }

    /// The file shows secrets as they are.
    void plainText() {
        plain = true;
    }

    boolean isPlainText() {
        return plain;
    }

    /// The tool tries whether what it finds works.
    void verifies() {
        verifying = true;
    }

    void version(@Nullable String stated) {
        version = stated == null || stated.isBlank() ? version : Texts.shown(stated, 60);
    }

    void declared(@Nullable Integer entries) {
        declared = entries == null ? null : Long.valueOf(entries);
    }

    void success(Success stated) {
        success = stated;
    }

    void ran(@Nullable Instant from, @Nullable Instant to) {
        started = from;
        finished = to;
    }

    Reading reading(ReportReader reader, ReportInput input) {
        if (plain) {
            notes.add("The file shows secrets as they are; none of them is kept. Have the tool hide them.");
        }
        long listed = findings.size();
        if (declared != null && declared != listed) {
            notes.add("The report says of itself that it has " + declared + " entries, and lists " + listed + ".");
        }
        var figures = Figures.builder()
                .put("findings", listed)
                .put("secrets", listed)
                .put("suppressed", findings.count(Finding.State.SUPPRESSED))
                .put("files", files.size())
                .declare("findings", declared);
        if (verifying) {
            figures.put("verified", verified);
        }
        var stated = new ToolRuns.Stated(tool, version, success, null, started, finished);
        var evidence = new FindingsEvidence(
                Kind.SECRETS,
                reader.source(input, ToolRuns.joined(stated, input.declared().tool()), notes),
                findings.groups(),
                findings.fingerprints(),
                List.of());
        return new Reading(List.of(evidence), findings.sorted(), figures.build());
    }
}
