package dev.plumbline.analyzer.standard;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.Set;

/// A type-checked CEL expression.
///
/// @param reads names of the variables that it mentions
public record Expression(String source, CelRuntime.Program program, Set<String> reads) {
    public Expression {
        reads = Set.copyOf(reads);
    }

    /// @throws CelEvaluationException when a budget is used up, a key is absent, a value is out of range, …
    public boolean holds(CelVariableResolver values) throws CelEvaluationException {
        return value(values) instanceof Boolean truth && truth;
    }

    public double number(CelVariableResolver values) throws CelEvaluationException {
        return value(values) instanceof Double number ? number : 0;
    }

    private Object value(CelVariableResolver values) throws CelEvaluationException {
        try {
            return program.eval(values);
        } catch (CelRuntimeException e) {
            throw new CelEvaluationException(String.valueOf(e.getMessage()), e);
        }
    }
}
