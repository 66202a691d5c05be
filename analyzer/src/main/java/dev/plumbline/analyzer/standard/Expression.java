package dev.plumbline.analyzer.standard;

import dev.cel.common.exceptions.CelRuntimeException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A type-checked CEL expression.
///
/// @param plain the same where all of it is plain, which is asked first; null elsewhere
/// @param reads names of the variables that it mentions
public record Expression(
        String source, CelRuntime.Program program, @Nullable Plain plain, Set<String> reads) {
    public Expression {
        reads = Set.copyOf(reads);
    }

    /// @throws CelEvaluationException when a budget is used up, a key is absent, a value is out of range, …
    public boolean holds(Names values) throws CelEvaluationException {
        return value(values) instanceof Boolean truth && truth;
    }

    public double number(Names values) throws CelEvaluationException {
        return value(values) instanceof Double number ? number : 0;
    }

    private Object value(Names values) throws CelEvaluationException {
        var said = plainly(values);
        return said == null ? byCel(values) : said;
    }

    private @Nullable Object plainly(Names values) {
        try {
            return plain == null ? null : plain.in(values);
        } catch (RuntimeException _) { // boundary: a figure that cannot be read; CEL says so in its own words
            return null;
        }
    }

    /// {@return what CEL itself says}
    Object byCel(Names values) throws CelEvaluationException {
        try {
            return program.eval(values);
        } catch (CelRuntimeException e) {
            throw new CelEvaluationException(String.valueOf(e.getMessage()), e);
        }
    }
}
