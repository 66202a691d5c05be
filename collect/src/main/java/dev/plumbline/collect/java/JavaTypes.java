package dev.plumbline.collect.java;

import dev.plumbline.collect.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a class is for, as its annotations, its name and what it extends say.
final class JavaTypes {
    private static final String[] KINDS = {
        "class_declaration", "record_declaration", "enum_declaration", "interface_declaration"
    };
    private static final Set<String> STORED =
            Set.of("Entity", "MappedSuperclass", "Embeddable", "Document", "Table", "MappedEntity");
    private static final Set<String> CONFIGURING =
            Set.of("ConfigurationProperties", "ConfigMapping", "Configuration", "SpringBootApplication");
    private static final List<String> CONFIGURING_NAMES =
            List.of("Config", "Configuration", "Settings", "Properties", "Options");
    private static final Set<String> CLIENTS = Set.of("FeignClient", "RegisterRestClient", "HttpExchange", "Client");
    private static final Set<String> HEALTH_MARKS = Set.of("Liveness", "Readiness");
    private static final Set<String> HEALTH_TYPES =
            Set.of("HealthIndicator", "ReactiveHealthIndicator", "AbstractHealthIndicator", "HealthCheck");

    private JavaTypes() {}

    /// {@return the type that a node is declared in}
    static @Nullable Node around(Node node) {
        return node.above(KINDS);
    }

    static boolean declares(Node node) {
        return node.isOneOf(KINDS);
    }

    static boolean stored(Node type) {
        return Annotations.any(type, STORED);
    }

    static boolean configures(Node type) {
        String name = type.textOf("name");
        return Annotations.any(type, CONFIGURING) || CONFIGURING_NAMES.stream().anyMatch(name::endsWith);
    }

    /// Whether its methods are requests that are sent, not answered.
    static boolean client(Node type) {
        return Annotations.any(type, CLIENTS);
    }

    /// Whether its fields change because that is what it is for, or cannot be final.
    static boolean changesByNature(Node type) {
        return stored(type) || type.textOf("name").endsWith("Builder");
    }

    static boolean checksHealth(Node type) {
        return Annotations.any(type, HEALTH_MARKS)
                || names(type.field("superclass")).stream().anyMatch(HEALTH_TYPES::contains)
                || names(type.field("interfaces")).stream().anyMatch(HEALTH_TYPES::contains);
    }

    /// {@return the names of types in a type: `List` and `Order` in `List<Order>`}
    static List<String> names(@Nullable Node type) {
        var names = new ArrayList<String>();
        if (type != null) {
            type.walk(node -> {
                if (node.is("type_identifier")) {
                    names.add(node.text());
                }
            });
        }
        return names;
    }
}
