package dev.plumbline.collect.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What classes are, found through their bases over all files: names are followed, imports are not, because two classes
/// of one name in one project are mostly of one kind.
final class Kinds {
    private static final Set<String> STORED = Set.of(
            "DeclarativeBase",
            "DeclarativeBaseNoMeta",
            "MappedAsDataclass",
            "models.Model",
            "Base",
            "SQLModel",
            "Document");

    private final Map<String, List<ClassNote>> heirs = new HashMap<>();

    Kinds(Collection<ClassNote> classes) {
        for (var one : classes) {
            one.bases()
                    .forEach(base ->
                            heirs.computeIfAbsent(base, _ -> new ArrayList<>()).add(one));
        }
    }

    /// {@return all classes below some roots, whose names need not be those of classes here}
    Set<ClassNote> below(Predicate<String> root) {
        var found = new HashSet<ClassNote>();
        var open = new ArrayList<>(heirs.keySet().stream().filter(root).toList());
        var seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (var heir : heirs.getOrDefault(open.removeLast(), List.of())) {
                found.add(heir);
                if (seen.add(heir.name())) {
                    open.add(heir.name());
                }
            }
        }
        return found;
    }

    Set<ClassNote> settings() {
        return below(Set.of("BaseSettings", "PydanticBaseSettings")::contains);
    }

    /// Pydantic models, also those of SQLModel without a table.
    Set<ClassNote> schemas() {
        var schemas = below(Set.of("BaseModel", "RootModel", "SQLModel")::contains);
        schemas.removeAll(settings());
        schemas.removeAll(models());
        return schemas;
    }

    Set<ClassNote> models() {
        var models = below(STORED::contains);
        models.removeIf(one -> one.stored().columns() == 0 && !one.stored().table());
        var tables = below(Set.of("SQLModel")::contains);
        tables.removeIf(one -> one.stored().table());
        models.removeAll(tables);
        return models;
    }

    Set<ClassNote> factories() {
        return below(base -> base.endsWith("Factory"));
    }

    Set<ClassNote> exceptions() {
        return below(base -> base.endsWith("Exception") || base.endsWith("Error"));
    }
}
