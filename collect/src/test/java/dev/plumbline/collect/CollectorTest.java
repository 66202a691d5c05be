package dev.plumbline.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorTest {
    @TempDir
    Path root;

    @Test
    void theSameTreeGivesTheSameBytesInAnyNumberOfThreads() throws IOException {
        var tree = new Trees(root);
        for (int i = 0; i < 60; i++) {
            tree.with("src/p" + i % 7 + "/m" + i + ".py", "try:\n    a()\nexcept A" + i + ":\n    pass\n");
        }

        assertThat(text(Collector.collect(root, 1))).isEqualTo(text(Collector.collect(root, 4)));
        assertThat(tree.collect().count(Fact.PYTHON_SWALLOWED)).isEqualTo(60);
        assertThat(tree.collect().places(Fact.PYTHON_SWALLOWED)).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {".git", "node_modules", "venv", "build/lib", ".venv/lib", "a/site-packages"})
    void whatPeopleDidNotWriteIsLeftOut(String folder) {
        var facts = new Trees(root)
                .with(folder + "/a.py", "def f(): return 1\n")
                .with("b.py", "def f(): return 1\n")
                .collect();

        assertThat(facts.count(Fact.FILES)).isEqualTo(1);
    }

    @Test
    void aFolderWithAnEnvironmentOfPythonIsLeftOutWhateverItsName() {
        var facts = new Trees(root)
                .with("mine/pyvenv.cfg", "home = /usr\n")
                .with("mine/a.py", "a = 1\n")
                .collect();

        assertThat(facts.count(Fact.FILES)).isZero();
    }

    @Test
    void linksThatLeadOutsideAreNamedAndNotFollowed(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("secret.py"), "def f(): return 1\n");
        Files.createSymbolicLink(root.resolve("out"), outside);
        Files.createSymbolicLink(root.resolve("loop"), root);

        var facts = new Trees(root).collect();

        assertThat(facts.count(Fact.FILES)).isZero();
        assertThat(facts.places(Fact.FILES_PASSED_OVER))
                .extracting(Position::path)
                .containsExactly("out");
    }

    @Test
    void largeAndBinarySourcesAreNamed() {
        var facts = new Trees(root)
                .with("large.py", "a = 1\n".repeat(200_000))
                .with("binary.py", new byte[] {'a', 0, 'b'})
                .collect();

        assertThat(facts.places(Fact.FILES_PASSED_OVER))
                .extracting(Position::path)
                .containsExactly("large.py");
        assertThat(facts.places(Fact.FILES_UNPARSED)).extracting(Position::path).containsExactly("binary.py");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{", "not ", "lambda: ", "f'{", "a + "})
    void sourcesThatNestWithoutEndNeitherStopNorBreakIt(String opening) {
        var facts = new Trees(root).with("deep.py", opening.repeat(20_000)).collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rubbishIsCountedAndBreaksNothing(int seed) {
        byte[] rubbish = new byte[4_000];
        new Random(seed).nextBytes(rubbish);

        var facts = new Trees(root).with("rubbish.py", rubbish).collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isEqualTo(1);
    }

    static int[] seeds() {
        return new int[] {1, 2, 3, 4, 5};
    }

    @Test
    void aTreeThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Collector.collect(root.resolve("nowhere"), 1)).isInstanceOf(IOException.class);
    }

    @Test
    void aProjectSaysItsHeadingsSettingsAndDependencies() {
        var facts = new Trees(root)
                .with("README.md", "# Shop\n```\n# no heading\n```\nUsage\n-----\n## `run` it\n")
                .with("pyproject.toml", """
                        [project]
                        dependencies = ["FastAPI>=0.1", "pydantic_settings"]
                        [tool.ruff]
                        line-length = 100
                        [tool.ruff.lint]
                        select = ["E", "F"]
                        """)
                .with(".flake8", "[flake8]\nmax-line-length = 120\n")
                .with("web/package.json", "{\"dependencies\": {\"react\": \"1\"}}")
                .with("web/app.ts", "let a = 1\n")
                .with("broken/pyproject.toml", "[[[")
                .with(".env", "A=1\n")
                .with(".env.example", "A=1\n")
                .with("docs/adr/0001-a.md", "# A\n")
                .with("main.go", "package main\n")
                .collect();

        assertThat(facts.headings()).containsExactly("Shop", "Usage", "run it");
        assertThat(facts.settings())
                .containsEntry("ruff.line-length", "100")
                .containsEntry("ruff.lint.select", "E F")
                .containsEntry("flake8.max-line-length", "120");
        assertThat(facts.dependencies()).containsExactly("fastapi", "pydantic-settings", "react");
        assertThat(facts.files()).containsEntry("typescript", 1).containsEntry("go", 1);
        assertThat(facts.count(Fact.DISPUTED_SETTINGS)).isEqualTo(1);
        assertThat(facts.count(Fact.README)).isEqualTo(1);
        assertThat(facts.count(Fact.DECISIONS)).isEqualTo(1);
        assertThat(facts.count(Fact.ENVIRONMENT_FILES)).isEqualTo(1);
    }

    private static String text(Facts facts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        facts.write(bytes, "1");
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
