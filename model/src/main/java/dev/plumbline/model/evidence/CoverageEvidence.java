package dev.plumbline.model.evidence;

import org.jspecify.annotations.Nullable;

/// Test coverage. Lines are distinct (file, line) pairs; a line counts once however many classes mention it.
///
/// @param counted what the report's details add up to
/// @param declared what the report says of itself, where it does
/// @param lines the line sets from which several reports are united
public record CoverageEvidence(
        Kind kind,
        Source source,
        CoverageTotals counted,
        @Nullable CoverageTotals declared,
        LineSets lines) implements Evidence {}
