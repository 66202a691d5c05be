package dev.plumbline.analyzer.standard;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values by qualified name, as an expression reads them.
public interface Names extends CelVariableResolver {
    /// {@return the value of a name; null where it has none}
    @Nullable
    Object value(String name);

    @Override
    default Optional<Object> find(String name) {
        return Optional.ofNullable(value(name));
    }
}
