package dev.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Trees that mean harm, or that nobody expected.
class HostileTreesTest {
    @TempDir
    Path root;

    @Test
    void linksThatGoInCirclesEnd() throws IOException {
        Path a = Files.createDirectories(root.resolve("a"));
        Path b = Files.createDirectories(root.resolve("b"));
        Files.createSymbolicLink(a.resolve("b"), b);
        Files.createSymbolicLink(b.resolve("a"), a);
        Files.createSymbolicLink(root.resolve("self.py"), root.resolve("self.py"));
        Files.writeString(a.resolve("one.py"), "def f(): return 1\n");

        var facts = new Trees(root).collect();

        assertThat(facts.count(Fact.FILES)).isEqualTo(1);
        assertThat(facts.places(Fact.FILES_PASSED_OVER))
                .extracting(Position::path)
                .containsExactly("self.py");
    }

    @Test
    void whatLiesTooDeepIsNamed() {
        String deep = "d/".repeat(70);

        var facts = new Trees(root).with(deep + "a.py", "def f(): return 1\n").collect();

        assertThat(facts.count(Fact.FILES)).isZero();
        assertThat(facts.places(Fact.FILES_PASSED_OVER)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.py", "A.java", "a.ts", "a.tsx", "a.go"})
    void bytesThatAreNoTextAreNamedWhateverTheirName(String name) {
        byte[] program = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0};

        var facts = new Trees(root).with(name, program).collect();

        assertThat(facts.places(Fact.FILES_UNPARSED)).extracting(Position::path).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                "package.json",
                "pyproject.toml",
                "go.mod",
                "build.gradle",
                "openapi.yaml",
                "README.md"
            })
    void filesThatAreTooLargeSayNothing(String name) {
        var facts = new Trees(root).with(name, new byte[9 << 20]).collect();

        assertThat(facts.count(Fact.FILES)).isEqualTo(1);
        assertThat(facts.dependencies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A.java, class A { void f() { x(, ); } }",
        "A.java, 'class A { int f = ', ; }",
        "a.tsx, const A = () => <a>, </a>;",
        "a.ts, const a: any = [, ];",
        "a.go, 'package a; func f() { x(', ) }"
    })
    void sourcesThatNestWithoutEndAreCounted(String name, String before, String after) {
        String opening = before.endsWith("=> <a>") ? "<a>" : "(";

        var facts = new Trees(root)
                .with(name, before + opening.repeat(50_000) + after)
                .collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isEqualTo(1);
    }

    @Test
    void namesThatAreNoNamesAreTakenAsTheyAre() {
        var facts = new Trees(root)
                .with("a\nb.py", "try:\n    f()\nexcept A:\n    pass\n")
                .with(" .java", "class A { }")
                .with(".go", "package a\n")
                .collect();

        assertThat(facts.count(Fact.FILES)).isEqualTo(3);
        assertThat(facts.count(Fact.PYTHON_SWALLOWED)).isEqualTo(1);
    }
}
