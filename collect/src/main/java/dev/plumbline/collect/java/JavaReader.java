package dev.plumbline.collect.java;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.List;
import java.util.Set;

/// Reads Java: each file says all alone, so that nothing is kept of it.
public final class JavaReader implements SourceReader<SourcePath> {
    private static final int LONG = 60;
    private static final Set<String> BROAD = Set.of("Exception", "RuntimeException", "Throwable");
    private static final Set<String> INJECTING = Set.of("Autowired", "Inject", "Resource", "Value");
    private static final Set<String> TESTING =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

    @Override
    public String language() {
        return "java";
    }

    @Override
    public SourcePath read(SourceFile file, Tally tally) {
        file.root().walk(node -> see(file, node, tally));
        return file.at();
    }

    @Override
    public void conclude(List<SourcePath> all, Tally tally) {
        // no fact takes several files
    }

    @Override
    public Language grammar(SourcePath path) {
        return Language.JAVA;
    }

    @Override
    public boolean reads(SourcePath path) {
        return path.name().endsWith(".java");
    }

    private static void see(SourceFile file, Node node, Tally tally) {
        boolean test = file.at().inTestFolder();
        switch (node.type()) {
            case "method_declaration", "constructor_declaration" -> method(file, node, tally);
            case "catch_clause" -> {
                if (!test) {
                    caught(file, node, tally);
                }
            }
            case "field_declaration" -> {
                if (!test) {
                    field(file, node, tally);
                }
            }
            default -> {
                // nothing that is counted
            }
        }
    }

    private static void method(SourceFile file, Node method, Tally tally) {
        String name = method.textOf("name");
        if (file.at().inTestFolder()) {
            if (annotated(method, TESTING)) {
                tally.add(Fact.JAVA_TESTS);
                if (annotated(method, Set.of("Disabled", "Ignore"))) {
                    tally.add(Fact.JAVA_DISABLED_TESTS, file.path(), method.line(), name);
                }
            }
            return;
        }
        tally.add(Fact.JAVA_METHODS);
        if (method.lines() > LONG) {
            tally.add(Fact.JAVA_LONG_METHODS, file.path(), method.line(), name);
        }
    }

    private static void caught(SourceFile file, Node clause, Tally tally) {
        tally.add(Fact.JAVA_CATCHES);
        Node body = clause.field("body");
        if (body == null || body.children().stream().allMatch(it -> it.type().endsWith("comment"))) {
            tally.add(Fact.JAVA_SWALLOWED, file.path(), clause.line(), clause.text());
        }
        Node parameter = clause.child("catch_formal_parameter");
        Node types = parameter == null ? null : parameter.child("catch_type");
        if (types != null && types.children().stream().anyMatch(type -> BROAD.contains(type.text()))) {
            tally.add(Fact.JAVA_BROAD_CATCHES, file.path(), clause.line(), types.text());
        }
    }

    private static void field(SourceFile file, Node field, Tally tally) {
        if (annotated(field, INJECTING)) {
            tally.add(Fact.JAVA_INJECTED_FIELDS, file.path(), field.line(), field.text());
        }
        Node modifiers = field.child("modifiers");
        if (modifiers != null && modifiers.has("static") && !modifiers.has("final")) {
            tally.add(Fact.JAVA_MUTABLE_STATICS, file.path(), field.line(), field.text());
        }
    }

    private static boolean annotated(Node declaration, Set<String> names) {
        Node modifiers = declaration.child("modifiers");
        return modifiers != null
                && modifiers.children().stream()
                        .filter(it -> it.isOneOf("marker_annotation", "annotation"))
                        .anyMatch(it -> names.contains(it.textOf("name")));
    }
}
