package dev.plumbline.model.evidence;

/// What one report says, in normalised form.
public sealed interface Evidence
        permits ApiEvidence,
                AuditEvidence,
                CoverageEvidence,
                FactsEvidence,
                FindingsEvidence,
                InventoryEvidence,
                MutationsEvidence,
                SettingsEvidence,
                TestsEvidence {

    Kind kind();

    Source source();
}
