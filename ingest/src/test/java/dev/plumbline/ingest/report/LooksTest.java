package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LooksTest {
    private static final List<String> PIECES = List.of(
            "\"type\"",
            "\"sast\"",
            "\"dast\"",
            ": ",
            " ",
            "\"",
            "{",
            "\"name\"",
            "sast",
            "ty",
            "é",
            "€",
            "x".repeat(90));
    private static final Pattern PATTERN =
            Pattern.compile("\"type\"\\s{0,20}:\\s{0,20}\"sast\"|\"dast\"\\s{0,20}:|\\A\"name\"");

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsLookedForAroundItsWordsIsFoundAsInTheWholeText(long seed) {
        Head head = head(new Random(seed));

        assertThat(Looks.near(head, PATTERN, "\"sast\"", "\"dast\"", "\"name\""))
                .isEqualTo(PATTERN.matcher(head.text()).find());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wordsInQuotesAreFoundAsTheyStandInTheText(long seed) {
        Head head = head(new Random(seed));

        for (String word : List.of("\"type\"", "\"sast\"", "\"nam", "\"xxxx", "\"\"", "sast\"", "\"type\": \"")) {
            assertThat(head.has(word)).as(word).isEqualTo(head.text().contains(word));
        }
    }

    private static Head head(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return new Head(new Shape.Text(List.of()), text.toString(), null);
    }
}
