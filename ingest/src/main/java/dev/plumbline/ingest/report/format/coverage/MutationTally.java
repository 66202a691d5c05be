package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Adds up mutants by their status, as PIT and the mutation-testing schema call it.
final class MutationTally {
    private final Notes notes = new Notes();
    private final Set<String> files = new HashSet<>();
    private int total;
    private int killed;
    private int survived;
    private int timedOut;
    private int noCoverage;
    private int errors;

    Notes notes() {
        return notes;
    }

    /// {@return whether the file is new}
    boolean file(String name) {
        return files.add(name);
    }

    /// Underscores and case tell the two tools' words apart, and nothing else.
    void add(String status) {
        total++;
        switch (status.replace("_", "").toLowerCase(Locale.ROOT)) {
            case "killed" -> killed++;
            case "survived" -> survived++;
            case "timeout", "timedout", "memoryerror" -> timedOut++;
            case "nocoverage" -> noCoverage++;
            case "runerror", "runtimeerror", "compileerror", "nonviable" -> errors++;
            case "ignored", "pending", "notstarted", "started" ->
                notes.add("Mutants that were left out or not run count in the total only.");
            default ->
                notes.add("Mutants of the unknown status «" + Texts.shown(status, 40) + "» count in the total only.");
        }
    }

    Reading reading(ReportReader reader, ReportInput input, ToolRuns.Stated tool) {
        if (total == 0) {
            notes.add("The report lists no mutant.");
        }
        var totals = new MutationTotals(total, killed, survived, timedOut, noCoverage, errors);
        var source = reader.source(input, ToolRuns.joined(tool, input.declared().tool()), notes);
        var figures = Figures.builder()
                .put("mutations", total)
                .put("detected", totals.detected())
                .put("mutationsKilled", killed)
                .put("mutationsSurvived", survived)
                .put("mutationsTimedOut", timedOut)
                .put("mutationsNoCoverage", noCoverage)
                .put("mutationsErrors", errors)
                .put("files", files.size());
        return Reading.of(new MutationsEvidence(Kind.MUTATIONS, source, totals), figures.build());
    }
}
