package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.Evidence;
import java.util.List;

/// What a file says.
///
/// @param evidence at most one record of each kind
/// @param findings the whole normalised list, sorted, for the report store
/// @param figures what the file lists and declares
public record Reading(List<Evidence> evidence, List<Finding> findings, Figures figures) {
    public Reading {
        evidence = List.copyOf(evidence);
        findings = List.copyOf(findings);
    }

    public static Reading of(Evidence evidence, Figures figures) {
        return new Reading(List.of(evidence), List.of(), figures);
    }
}
