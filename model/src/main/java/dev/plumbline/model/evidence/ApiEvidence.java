package dev.plumbline.model.evidence;

/// What a program offers over HTTP, as its API description says.
public record ApiEvidence(Kind kind, Source source, ApiTotals totals) implements Evidence {}
