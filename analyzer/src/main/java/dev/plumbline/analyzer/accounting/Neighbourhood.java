package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.analyzer.inheriting.Library;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.StandardRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Standards among which parents are looked for, with the fixtures that prove their rules. Each is read once, and
/// examined once where it is a parent.
public final class Neighbourhood {
    private final Map<StandardFolder, ReportShelf> folders;
    private final Map<StandardSource, StandardFolder> sources = new LinkedHashMap<>();
    private final Map<String, List<RuleProof>> proofs = new HashMap<>();
    private @Nullable Library library;

    private Neighbourhood(Map<StandardFolder, ReportShelf> folders) {
        this.folders = folders;
    }

    /// @param folders in the order in which they are preferred; one that cannot be read is nobody's parent
    public static Neighbourhood of(Map<StandardFolder, ReportShelf> folders) {
        return new Neighbourhood(new LinkedHashMap<>(folders));
    }

    public static Neighbourhood none() {
        return new Neighbourhood(Map.of());
    }

    public Library library() {
        var known = library;
        if (known == null) {
            var read = new ArrayList<StandardSource>();
            for (var folder : folders.keySet()) {
                try {
                    var source = folder.source();
                    read.add(source);
                    sources.put(source, folder);
                } catch (StandardRefused e) {
                    // where it is wanted as a parent, it shows as unresolved; its own examination says what is wrong
                }
            }
            known = Library.of(read);
            library = known;
        }
        return known;
    }

    /// {@return what the fixtures of a parent show}
    List<RuleProof> proofs(StandardRef parent) {
        var known = proofs.get(parent.toString());
        if (known == null) {
            known = examined(parent);
            proofs.put(parent.toString(), known);
        }
        return known;
    }

    private List<RuleProof> examined(StandardRef parent) {
        for (var source : sources.entrySet()) {
            var standard = source.getKey().standard();
            var shelf = folders.get(source.getValue());
            if (shelf != null
                    && standard.id().equals(parent.id())
                    && standard.version().equals(parent.version())) {
                var examined = Examination.of(source.getValue(), shelf, this).examined();
                return examined == null ? List.of() : examined.proofs();
            }
        }
        return List.of();
    }
}
