package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LinesTest {
    private static final int LINE_CHARS = 64 * 1024;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lines_of_every_encoding_are_those_of_the_text(long seed) throws IOException {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = random.nextInt(400); i > 0; i--) {
            text.append(random.nextBoolean() ? "a" : "\u00e9\uD83D\uDE00")
                    .repeat('x', random.nextInt(3) * random.nextInt(500));
            text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
        }
        text.append(random.nextBoolean() ? "" : "last");
        List<String> expected = text.toString().lines().toList();

        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String mark = charset.equals(StandardCharsets.UTF_8) ? "" : "\uFEFF";
            assertThat(lines((mark + text).getBytes(charset))).isEqualTo(expected);
        }
    }

    @Test
    void what_cannot_be_decoded_is_replaced_and_counted() throws IOException {
        byte[] file = {'a', (byte) 0xFF, '\n', 0, 'b'};
        try (var lines = Lines.open(Content.of(file), Allowance.untimed(1))) {
            assertThat(lines.next()).isEqualTo("a\uFFFD");
            assertThat(lines.next()).isEqualTo("\uFFFDb");
            assertThat(lines.next()).isNull();
            assertThat(lines.replacedCharacters()).isEqualTo(2);
        }
    }

    @Test
    void line_of_the_longest_length_is_read_and_a_longer_one_is_not() throws IOException {
        for (String character : List.of("x", "\u00e9", "\u4e2d")) {
            String longest = character.repeat(LINE_CHARS);
            assertThat(lines(("a\n" + longest + "\nb").getBytes(StandardCharsets.UTF_8)))
                    .containsExactly("a", longest, "b");
            for (String end : List.of("\nb", "", character.repeat(5 * LINE_CHARS))) {
                byte[] file = ("a\n" + longest + character + end).getBytes(StandardCharsets.UTF_8);
                assertThatThrownBy(() -> lines(file))
                        .isInstanceOfSatisfying(
                                MalformedReport.class,
                                e -> assertThat(e.where()).isEqualTo(new Where.Place(2, 1)))
                        .hasMessageContaining("longer than 65536");
            }
        }
    }

    private static List<String> lines(byte[] file) throws IOException {
        var all = new ArrayList<String>();
        try (var lines = Lines.open(Content.of(file), Allowance.untimed(1))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }
}
