package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The patterns say what the parsers find.
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PythonLinesTest {
    private static final int LINES = 4_000;
    private static final List<LineForm> FORMS = Stream.of(PythonText.pylint(), PythonText.mypy(), PythonText.flake8())
            .flatMap(dialect -> dialect.forms().stream())
            .filter(LineForm::handWritten)
            .toList();
    private static final List<String> EXAMPLES = List.of(
            "a.py:3:1: E501 line too long (99 > 79)",
            "C:\\src\\a.py:3: W291 trailing whitespace",
            "c:12:3: E501 a drive or a path",
            "a.py:3: [E501] line too long",
            "a.py:3: [C0301(line-too-long), f] Line too long (120/100)",
            "a.py:m.n:3: [E0602(undefined-variable), C.g] Undefined variable 'x'",
            "a.py:3:4: [W0611, ] Unused",
            "a.py:3: [(line-too-long), ] Line too long",
            "a.py:3: [C] Line too long",
            "a.py:3:0: C0301: Line too long (120/100) (line-too-long)",
            "a.py(3): [E0602(undefined-variable), C.g] Undefined variable 'x'",
            "a.py(3): [E06021] Undefined variable 'x'",
            "C:  3, 0: Line too long (line-too-long)",
            "W:1234567890,12: Message",
            "a.py:3:1: error: Name \"x\" is not defined  [name-defined]",
            "C:\\a b.pyi:3: note: See  [docs]  [misc]",
            "a.ipynb:3:1:3:9: warning: unused   [unused-ignore]",
            "<string>: error: not a file",
            "x<string>: error: too short",
            "x.py:1:2:3:4:5: error: too many numbers");
    private static final List<String> PIECES = List.of(
            ":",
            ": ",
            " ",
            "  [",
            "[",
            "]",
            "] ",
            "(",
            ")",
            ",",
            ", ",
            "3",
            "1234567890",
            "C:",
            "x",
            "E501",
            "C0301",
            "F",
            "no-redef",
            ".py",
            ".pyi",
            "<string>",
            "error",
            "note: ",
            "\u00e9",
            "\uD83D\uDE00",
            "\u2028",
            "\u0085",
            "\r",
            "\t",
            "-",
            "_",
            ".");

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parsers_agree_with_their_patterns_on_lines_that_were_damaged(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < LINES; i++) {
            agree(damaged(EXAMPLES.get(random.nextInt(EXAMPLES.size())), random));
        }
    }

    @Test
    void parsers_agree_with_their_patterns_on_reports() {
        var lines = new String(Samples.corpus("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .map(row -> row.substring(0, row.indexOf('\t')))
                .filter(file -> file.matches("(?:pylint|mypy|flake8)-text/.*"))
                .flatMap(file -> new String(Samples.corpus(file), StandardCharsets.UTF_8).lines())
                .distinct()
                .toList();

        lines.forEach(PythonLinesTest::agree);

        assertThat(lines).hasSizeGreaterThan(100);
    }

    @Test
    void each_form_is_that_of_an_example() {
        for (LineForm form : FORMS) {
            assertThat(EXAMPLES).anyMatch(line -> form.parts(line) != null);
        }
    }

    @Test
    void paths_are_as_long_as_a_pattern_lets_them_be() {
        for (String character : List.of("x", "\uD83D\uDE00")) {
            for (int length : new int[] {996, 997, 998, 999, 1_000, 1_001, 1_002}) {
                for (String example : EXAMPLES) {
                    agree(character.repeat(length) + example);
                    agree("C:" + character.repeat(length) + ".py" + example.substring(1));
                }
            }
        }
    }

    private static void agree(String line) {
        for (LineForm form : FORMS) {
            assertThat(form.parts(line)).as("«%s»", line).isEqualTo(form.byPattern(line));
        }
    }

    private static String damaged(String line, Random random) {
        String result = line;
        for (int i = random.nextInt(4); i > 0 && !result.isEmpty(); i--) {
            int from = random.nextInt(result.length());
            int to = Math.min(result.length(), from + random.nextInt(3));
            String piece = random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "";
            result = Stream.of(result.substring(0, from), piece, result.substring(to))
                    .collect(Collectors.joining());
        }
        return result;
    }
}
