package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.plumbline.model.evidence.Evidence;
import java.util.function.Function;

/// One value that a rule can read from its evidence.
///
/// @param name qualified by the kind: `coverage.lineRatio`, `findings.ruff.open`
/// @param requirement position of the requirement that brings the evidence
/// @param slot position among the figures that the rule reads
/// @param reading evidence of the requirement's kind → the value, as CEL sees it
public record Figure(String name, CelType type, int requirement, int slot, Function<Evidence, ?> reading) {
    Figure at(int other) {
        return new Figure(name, type, requirement, other, reading);
    }
}
