package dev.plumbline.model.evidence;

/// What one report says, in normalised form.
public sealed interface Evidence
        permits AuditEvidence, CoverageEvidence, FindingsEvidence, SettingsEvidence, TestsEvidence {

    Kind kind();

    Source source();
}
