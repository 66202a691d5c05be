package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.plumbline.model.evidence.Evidence;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One value that a rule can read from its evidence.
///
/// @param name qualified by the kind: `coverage.lineRatio`, `findings.ruff.open`
/// @param requirement position of the requirement that brings the evidence
/// @param slot position among the figures that the rule reads
/// @param reading evidence of the requirement's kind → the value, as CEL sees it
/// @param gap where evidence has no such figure, so that its value, 0, would say what nobody measured; null
///     where every piece of evidence of the kind has it, and where the rule only shows it
public record Figure(
        String name,
        CelType type,
        int requirement,
        int slot,
        Function<Evidence, ?> reading,
        @Nullable Gap gap) {

    /// What some evidence of a kind does not say.
    ///
    /// @param in whether it is lacking there
    /// @param text what is lacking and what to do, as the rest of a sentence that begins with the evidence
    public record Gap(Predicate<Evidence> in, String text) {}

    Figure at(int other, boolean judged) {
        return new Figure(name, type, requirement, other, reading, judged ? gap : null);
    }
}
