package dev.plumbline.model.evidence;

/// How many deliberate faults the tests noticed.
public record MutationsEvidence(Kind kind, Source source, MutationTotals totals) implements Evidence {}
