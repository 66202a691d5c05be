package dev.plumbline.analyzer.shipped;

import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardPublished;
import java.util.List;

/// All that comes with the product.
public record Shipped(List<StandardPublished> standards, List<BindingPublished> bindings) {
    public Shipped {
        standards = List.copyOf(standards);
        bindings = List.copyOf(bindings);
    }

    public static Shipped read() {
        return new Shipped(ShippedStandards.standards(), ShippedStandards.bindings());
    }
}
