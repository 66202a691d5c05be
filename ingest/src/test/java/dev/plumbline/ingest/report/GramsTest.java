package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GramsTest {
    static Stream<Long> seeds() {
        return IntStream.range(0, 50).mapToObj(i -> (long) i);
    }

    private static String text(Random random, int length) {
        return random.ints(length, 0, 6)
                .mapToObj(letter -> String.valueOf("abc: \u6f22".charAt(letter)))
                .reduce("", String::concat);
    }

    /// A reader whose word stands in a file is never told that it does not.
    @ParameterizedTest
    @MethodSource("seeds")
    void wordThatIsThereMayBeThere(long seed) {
        var random = new Random(seed);
        String text = text(random, random.nextInt(300));
        var grams = new Grams(text);
        for (int from = 0; from < text.length(); from++) {
            for (int to = from; to <= Math.min(text.length(), from + 12); to++) {
                assertThat(grams.mayHold(text.substring(from, to))).isTrue();
            }
        }
    }

    @Test
    void wordThatIsNotThereIsNotLookedForInVain() {
        var grams = new Grams("src/a.py:1: error: Name \"x\" is not defined".repeat(1_000));

        assertThat(grams.mayHold("warning: ")).isFalse();
        assertThat(grams.mayHold("Doxygen version used: ")).isFalse();
    }

    @Test
    void coloursHideNoWord() {
        String text = "a.c:1: \u001b[31mwar\u001b[0mning: unused";
        var head = new Head(new Shape.Text(text.lines().toList()), text, null);

        assertThat(head.has("warning: ")).isFalse();
        assertThat(head.shows("warning: ")).isTrue();
        assertThat(head.shows("error: ")).isFalse();
    }
}
