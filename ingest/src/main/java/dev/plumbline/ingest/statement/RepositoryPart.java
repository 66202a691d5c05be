package dev.plumbline.ingest.statement;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The field `repository`. With an id and a name, the id is the key and the name what people read; with a name
/// alone the id is `name:local/<name>`; with an id alone the name is made from it.
record RepositoryPart(RepositoryId id, RepositoryName name, Component component) {
    private static final Set<String> FIELDS = Set.of("id", "name", "component");
    private static final String EXAMPLE = "\"repository\": {\"name\": \"owner/name\"}";

    static RepositoryPart read(Fields build) {
        Fields fields = build.object("repository", FIELDS);
        if (fields == null) {
            throw build.place().refuse("has no «repository».", "Add " + EXAMPLE);
        }
        RepositoryId id = fields.parsed("id", RepositoryId::new);
        RepositoryName name = fields.parsed("name", RepositoryName::new);
        Component component = fields.parsed("component", Component::new);
        if (name == null) {
            name = nameOf(id, fields);
        }
        return new RepositoryPart(
                id == null ? RepositoryId.ofName(name) : id, name, component == null ? Component.ROOT : component);
    }

    private static RepositoryName nameOf(@Nullable RepositoryId id, Fields fields) {
        if (id == null) {
            throw fields.place().refuse("has neither «id» nor «name».", "Add " + EXAMPLE);
        }
        String value = id.value();
        try {
            return value.startsWith("name:")
                    ? new RepositoryName(value.substring(value.indexOf('/') + 1))
                    : new RepositoryName(value.replaceFirst(":", "/").replace(':', '-'));
        } catch (IllegalArgumentException e) {
            throw fields.place("id")
                    .refuse("holds no owner/name that people could read.", "Add \"name\": \"owner/name\" beside it.");
        }
    }
}
