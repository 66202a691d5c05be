package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.model.standard.Parameter.Value;

/// Parameters as CEL sees them.
final class Values {
    private Values() {}

    static CelType type(Value value) {
        return switch (value) {
            case Value.Fraction _ -> SimpleType.DOUBLE;
            case Value.Whole _ -> SimpleType.INT;
            case Value.Text _ -> SimpleType.STRING;
            case Value.Flag _ -> SimpleType.BOOL;
            case Value.Texts _ -> Figures.TEXTS;
            case Value.Span _ -> SimpleType.DURATION;
        };
    }

    static Object of(Value value) {
        return switch (value) {
            case Value.Fraction it -> it.value();
            case Value.Whole it -> it.value();
            case Value.Text it -> it.value();
            case Value.Flag it -> it.value();
            case Value.Texts it -> it.value();
            case Value.Span it -> it.value();
        };
    }
}
