package dev.plumbline.collect.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Facts;
import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonSyntaxTest {
    @TempDir
    Path root;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "def f[T: (int, str)](x: T) -> T:\n    return x\ntype Pair[A] = tuple[A, A]\nclass Box[T]: ...\n",
                "if (n := len(a)) > 10: print(f'{n:>{width}} {a!r} {\"x\" + 'y'}')\n",
                "match command:\n    case {'a': [x, *rest]} if x > 1: pass\n    case Point(x=0) | None: pass\n",
                "async def f():\n    async with a as b, c as d:\n        return [i async for i in b if await d]\n",
                "try:\n    pass\nexcept* (A, B) as group:\n    raise\n",
                "def f(a, /, b, *, c=1, **d): return lambda *x, y=2: (yield)\n",
                "def g():\n\tif x:\n\t\treturn 1\n\treturn 2\n",
                "a = 1\r\nif a:\r\n    b = '''x\r\ny'''\r\n",
                "\uFEFFa = 'byte order mark'\n",
                "with (open('a') as f, open('b') as g):\n    pass\n",
                "@a.b[0](c)\nclass C(metaclass=M): x: int = 1; y: 'C | None'\n",
                "print(*a, sep='')\nx = yield\nglobal y; del z\n"
            })
    void whatPythonAllowsIsReadThroughout(String source) {
        assertThat(of(source).count(Fact.FILES_UNPARSED)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"def f(:\n", "class\n", "a = (1, 2\n", "<<<<<<< HEAD\na = 1\n=======\n", "a = 'b\n", "}{\n"})
    void brokenSourcesAreCountedAndNamed(String source) {
        var facts = of(source);

        assertThat(facts.places(Fact.FILES_UNPARSED)).extracting(Position::path).containsExactly("src/shop/api.py");
    }

    @Test
    void sourcesInLatinOneAreReadAsTheirCookieSays() {
        byte[] source = "# -*- coding: latin-1 -*-\nclass Gr\u00f6\u00dfe(BaseSettings):\n    b\u00fcro: str\n"
                .getBytes(StandardCharsets.ISO_8859_1);

        var facts = new Trees(root).with("src/a.py", source).collect();

        assertThat(facts.count(Fact.FILES_UNPARSED)).isZero();
        assertThat(facts.count(Fact.PYTHON_SETTINGS)).isEqualTo(1);
    }

    @Test
    void textsThatHoldCodeAreNoCode() {
        var facts = of("""
                EXAMPLE = \"""
                @router.get("/orders")
                def create(body: dict): ...
                class Settings(BaseSettings): ...
                \"""
                QUERY = f"{'os.environ'}"
                # @router.get("/x")
                """);

        assertThat(facts.count(Fact.PYTHON_ROUTES)).isZero();
        assertThat(facts.count(Fact.PYTHON_SETTINGS)).isZero();
        assertThat(facts.count(Fact.PYTHON_FUNCTIONS)).isZero();
    }

    @Test
    void nestedClassesAndFunctionsAreCounted() {
        var facts = of("""
                class Outer:
                    class Inner(BaseSettings):
                        a: int
                    def method(self, a: int) -> int:
                        def inner(b): return b
                        return inner(a)
                    @staticmethod
                    def free(a): ...
                """);

        assertThat(facts.count(Fact.PYTHON_SETTINGS)).isEqualTo(1);
        assertThat(facts.count(Fact.PYTHON_FUNCTIONS)).isEqualTo(3);
        assertThat(names(facts, Fact.PYTHON_UNTYPED_FUNCTIONS)).containsExactly("inner", "free");
    }

    private Facts of(String source) {
        return new Trees(root).with("src/shop/api.py", source).collect();
    }

    private static List<String> names(Facts facts, Fact fact) {
        return facts.places(fact).stream().map(Position::message).toList();
    }
}
