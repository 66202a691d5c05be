package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.accounting.Remark;
import dev.plumbline.analyzer.standard.BindingFile;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Looks at bindings beside the standards that they name.
public final class BindingsCheck {
    private BindingsCheck() {}

    /// @param bindings path → file
    public static List<Remark> of(Map<String, byte[]> bindings, Collection<CompiledStandard> standards) {
        var remarks = new ArrayList<Remark>();
        new TreeMap<>(bindings).forEach((path, yaml) -> {
            try {
                BindingFile.check(yaml, path, standards);
            } catch (StandardRefused e) {
                e.problems().forEach(it -> remarks.add(Remark.error(it, "")));
            }
        });
        return remarks;
    }
}
