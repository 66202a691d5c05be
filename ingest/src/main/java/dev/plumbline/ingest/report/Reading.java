package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says.
///
/// @param evidence at most one record of each kind
/// @param findings the whole normalised list, sorted, for the report store
/// @param figures what the file lists and declares
/// @param aside what the file is, where it is evidence of nothing; else null
public record Reading(
        List<Evidence> evidence,
        List<Finding> findings,
        Figures figures,
        @Nullable Aside aside) {
    public Reading {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
        if (aside != null && !evidence.isEmpty()) {
            throw new IllegalArgumentException("a file that is evidence of nothing cannot have " + evidence.size()
                    + " records: " + aside.source().part());
        }
    }

    public Reading(List<Evidence> evidence, List<Finding> findings, Figures figures) {
        this(evidence, findings, figures, null);
    }

    public static Reading of(Evidence evidence, Figures figures) {
        return new Reading(List.of(evidence), List.of(), figures);
    }

    /// A file that is known and evidence of nothing.
    public static Reading of(Aside aside, Figures figures) {
        return new Reading(List.of(), List.of(), figures, aside);
    }
}
