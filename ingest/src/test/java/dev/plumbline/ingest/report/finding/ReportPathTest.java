package dev.plumbline.ingest.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.FindingGroup.Area;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReportPathTest {
    @ParameterizedTest
    @CsvSource({
        "src/a.py, src/a.py",
        "./src//a.py, src/a.py",
        "src\\b\\..\\a.cs, src/a.cs",
        "../../etc/passwd, ../../etc/passwd",
        "/home/runner/work/shop/shop/src/a.py, src/a.py",
        "D:\\a\\shop\\shop\\src\\a.cs, src/a.cs",
        "file:///D:/a/shop/shop/src/a.cs, src/a.cs",
        "/github/workspace/a.py, a.py",
        "/builds/acme/shop/a.py, a.py",
        "/home/me/shop/a.py, /home/me/shop/a.py",
        "file:///x%20y/a.py, /x y/a.py",
        "c:/x/a.py, C:/x/a.py"
    })
    void pathIsBelowTheCheckoutWhereThatIsKnown(String raw, String path) {
        assertThat(ReportPath.of(raw)).isEqualTo(path);
    }

    @Test
    void controlAndDirectionCharactersAreEscapedAndLengthIsBounded() {
        assertThat(ReportPath.of("a\u202E\u0007.py")).isEqualTo("a\\u202e\\u0007.py");
        assertThat(ReportPath.of("ж".repeat(5_000)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(1_024);
    }

    @ParameterizedTest
    @CsvSource({
        "src/shop/a.py, SOURCE",
        "tests/unit/a.py, TEST",
        "src/test/java/A.java, TEST",
        "src/shop/test_a.py, TEST",
        "conftest.py, TEST",
        "web/cart.spec.ts, TEST",
        "alembic/versions/1_x.py, MIGRATION",
        "shop/migrations/0001_initial.py, MIGRATION",
        "shop/api_pb2.py, GENERATED",
        "build/generated/A.java, GENERATED",
        "node_modules/x/test/a.js, VENDORED",
        "/home/tests/shop/a.py, SOURCE",
        "/home/me/shop/tests/a.py, TEST",
        "latest/a.py, SOURCE",
        "tests/, SOURCE",
        "tests/api_pb2.py, GENERATED",
        "shop/a_pb2_test.py, TEST",
        "C:/x/y/z/tests/a.py, TEST",
        "C:/x/y/tests/a.py, SOURCE",
        "/, SOURCE",
        "a, SOURCE"
    })
    void areaFollowsCustom(String path, Area area) {
        assertThat(Areas.of(path)).isEqualTo(area);
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void wordsLookedForBeforeAPatternAreInAllThatItTakes(int seed) {
        var random = new Random(seed);
        String[] pieces = {
            "a",
            "_pb2",
            "_grpc",
            ".py",
            "i",
            ".pb",
            ".go",
            ".g",
            ".cs",
            ".min",
            ".js",
            ".generated.",
            "x",
            "conftest",
            "test_",
            "_test",
            "_spec",
            ".rb",
            "Test",
            "s",
            "IT",
            ".java",
            ".kt",
            ".spec",
            ".test",
            "."
        };
        for (int i = 0; i < 2_000; i++) {
            String name = random.ints(1 + random.nextInt(5), 0, pieces.length)
                    .mapToObj(piece -> pieces[piece])
                    .collect(Collectors.joining());

            Area plain = Areas.GENERATED_FILE.matcher(name).matches()
                    ? Area.GENERATED
                    : Areas.TEST_FILE.matcher(name).matches() ? Area.TEST : Area.SOURCE;
            assertThat(Areas.of(name)).as(name).isEqualTo(plain);
        }
    }
}
