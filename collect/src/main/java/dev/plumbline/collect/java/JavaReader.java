package dev.plumbline.collect.java;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads Java.
public final class JavaReader implements SourceReader<JavaFile> {
    private static final Set<String> TESTING =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");
    private static final Set<String> DISABLED = Set.of("Disabled", "Ignore");
    /// The longer ones first.
    private static final List<String> ENDINGS =
            List.of("IntegrationTests", "IntegrationTest", "TestCase", "ITCase", "Tests", "Test", "Spec", "IT");

    @Override
    public String language() {
        return "java";
    }

    @Override
    public JavaFile read(SourceFile file, Tally tally) {
        if (!file.at().inTestFolder()) {
            return new JavaReading(file, tally).read();
        }
        var home = new String[] {""};
        file.root().walk(node -> {
            if (node.is("method_declaration")) {
                test(file, node, tally);
            } else if (node.is("package_declaration") && !node.children().isEmpty()) {
                home[0] = node.children().getLast().text();
            }
        });
        return new JavaFile(file.at(), home[0], false, List.of(), List.of());
    }

    private static void test(SourceFile file, Node method, Tally tally) {
        if (Annotations.any(method, TESTING)) {
            tally.add(Fact.JAVA_TESTS);
            if (Annotations.any(method, DISABLED)) {
                tally.add(Fact.JAVA_DISABLED_TESTS, file.path(), method.line(), method.textOf("name"));
            }
        }
    }

    @Override
    public void conclude(List<JavaFile> all, Tally tally) {
        var entities = new HashSet<String>();
        var tested = new HashSet<String>();
        for (var file : all) {
            entities.addAll(file.entities());
            if (file.at().inTestFolder()) {
                tested.add(file.home() + "." + subject(file.at().stem()));
            }
        }
        for (var file : all) {
            for (var route : file.routes()) {
                if (route.types().stream().anyMatch(entities::contains)) {
                    tally.add(Fact.JAVA_ENTITY_ROUTES, file.at().path(), route.line(), route.name());
                }
            }
            if (file.testable()) {
                tally.add(Fact.JAVA_TYPES);
                String name = file.at().stem();
                if (!tested.contains(file.home() + "." + name)) {
                    tally.add(Fact.JAVA_UNTESTED_TYPES, file.at().path(), 0, name);
                }
            }
        }
    }

    /// {@return the name of what a test is about: `Shop` of `ShopTest`, `ShopIT` and `TestShop`}
    private static String subject(String test) {
        for (String ending : ENDINGS) {
            if (test.endsWith(ending)) {
                return test.substring(0, test.length() - ending.length());
            }
        }
        return test.startsWith("Test") ? test.substring("Test".length()) : "";
    }

    @Override
    public Language grammar(SourcePath path) {
        return Language.JAVA;
    }

    @Override
    public boolean reads(SourcePath path) {
        return path.name().endsWith(".java");
    }
}
