package dev.plumbline.collect.java;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.java.JavaFile.JavaRoute;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one file that is no test.
final class JavaReading {
    private static final int LONG = 60;
    private static final Set<String> BROAD = Set.of("Exception", "RuntimeException", "Throwable");
    private static final Set<String> INJECTING = Set.of("Autowired", "Inject", "Resource", "Value", "EJB");
    private static final Set<String> ENVIRONMENT = Set.of("env", "environment");
    private static final Set<String> PROPERTIES = Set.of("getProperty", "getRequiredProperty");
    private static final Set<String> SYSTEM = Set.of("getenv", "getProperty");

    private final SourceFile file;
    private final Tally tally;
    private final List<String> entities = new ArrayList<>();
    private final List<JavaRoute> routes = new ArrayList<>();
    private final List<Node> reads = new ArrayList<>();
    private String home = "";
    private boolean settings;
    private boolean bodied;

    JavaReading(SourceFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
    }

    JavaFile read() {
        file.root().walk(this::see);
        for (Node read : reads) {
            tally.add(Fact.JAVA_ENVIRONMENT_READS);
            when(!settings, Fact.JAVA_ENVIRONMENT_OUTSIDE, read, read.text());
        }
        return new JavaFile(file.at(), home, bodied, entities, routes);
    }

    private void see(Node node) {
        switch (node.type()) {
            case "package_declaration" ->
                home = node.children().isEmpty()
                        ? ""
                        : node.children().getLast().text();
            case "class_declaration", "record_declaration", "enum_declaration", "interface_declaration" -> type(node);
            case "method_declaration" -> method(node);
            case "constructor_declaration" -> measured(node);
            case "catch_clause" -> caught(node);
            case "field_declaration" -> field(node);
            case "method_invocation" -> call(node);
            case "annotation" -> {
                if (readsSettings(node)) {
                    reads.add(node);
                }
            }
            default -> {
                // nothing that is counted
            }
        }
    }

    private void type(Node type) {
        String name = type.textOf("name");
        if (JavaTypes.stored(type)) {
            entities.add(name);
            tally.add(Fact.JAVA_ENTITIES);
        }
        if (JavaTypes.configures(type)) {
            settings = true;
            tally.add(Fact.JAVA_SETTINGS);
        }
        when(JavaTypes.checksHealth(type), Fact.JAVA_HEALTH, type, name);
        Node components = type.is("record_declaration") ? type.field("parameters") : null;
        if (components != null) {
            tally.add(Fact.JAVA_FIELDS, (int)
                    components.children("formal_parameter").count());
        }
    }

    private void method(Node method) {
        String name = method.textOf("name");
        measured(method);
        bodied |= method.field("body") != null;
        when(Annotations.any(method, INJECTING), Fact.JAVA_INJECTED_METHODS, method, name);
        if (JavaRoutes.is(method)) {
            var route = JavaRoutes.of(method);
            routes.add(route);
            tally.add(Fact.JAVA_ROUTES);
            when(JavaRoutes.saysHealth(method), Fact.JAVA_HEALTH, method, name);
            var bodies = JavaRoutes.bodies(method);
            if (!bodies.isEmpty()) {
                tally.add(Fact.JAVA_BODY_ROUTES);
                when(!bodies.stream().allMatch(JavaRoutes::checked), Fact.JAVA_UNCHECKED_ROUTES, method, name);
            }
        }
    }

    private void measured(Node method) {
        tally.add(Fact.JAVA_METHODS);
        when(method.lines() > LONG, Fact.JAVA_LONG_METHODS, method, method.textOf("name"));
    }

    private void caught(Node clause) {
        tally.add(Fact.JAVA_CATCHES);
        Node body = clause.field("body");
        boolean empty = body == null
                || body.children().stream().allMatch(it -> it.type().endsWith("comment"));
        when(empty, Fact.JAVA_SWALLOWED, clause, clause.text());
        Node parameter = clause.child("catch_formal_parameter");
        Node types = parameter == null ? null : parameter.child("catch_type");
        if (types != null && types.children().stream().anyMatch(type -> BROAD.contains(type.text()))) {
            tally.add(Fact.JAVA_BROAD_CATCHES, file.path(), clause.line(), types.text());
        }
    }

    private void field(Node field) {
        boolean injected = Annotations.any(field, INJECTING);
        when(injected, Fact.JAVA_INJECTED_FIELDS, field, field.text());
        Node modifiers = field.child("modifiers");
        boolean isFinal = modifiers != null && modifiers.has("final");
        if (modifiers != null && modifiers.has("static")) {
            when(!isFinal, Fact.JAVA_MUTABLE_STATICS, field, field.text());
            return;
        }
        Node type = JavaTypes.around(field);
        if (!injected && type != null && !JavaTypes.changesByNature(type)) {
            boolean changes = !isFinal && !Annotations.any(type, Set.of("Value"));
            field.children("variable_declarator").forEach(variable -> {
                tally.add(Fact.JAVA_FIELDS);
                when(changes, Fact.JAVA_CHANGEABLE_FIELDS, variable, variable.textOf("name"));
            });
        }
    }

    private void call(Node call) {
        String name = call.textOf("name");
        String receiver = call.textOf("object");
        boolean console = receiver.equals("System.out")
                || receiver.equals("System.err")
                || (name.equals("printStackTrace") && empty(call.field("arguments")));
        when(console, Fact.JAVA_CONSOLE, call, call.text());
        if ((receiver.equals("System") && SYSTEM.contains(name))
                || (PROPERTIES.contains(name) && ENVIRONMENT.contains(receiver))) {
            reads.add(call);
        }
    }

    private static boolean empty(@Nullable Node list) {
        return list == null || list.children().isEmpty();
    }

    /// `@Value` of Spring names a setting in braces; Lombok's has no argument.
    private static boolean readsSettings(Node annotation) {
        String name = Annotations.name(annotation);
        return name.equals("ConfigProperty")
                || (name.equals("Value")
                        && Annotations.texts(annotation).stream().anyMatch(text -> text.contains("{")));
    }

    private void when(boolean holds, Fact fact, Node node, String what) {
        if (holds) {
            tally.add(fact, file.path(), node.line(), what);
        }
    }
}
