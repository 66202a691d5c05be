package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecentBytesTest {
    private final RecentBytes recent = new RecentBytes();

    @Test
    void aTextThatComesAgainIsTheVerySame() {
        text("unused import");
        text("another");
        String second = text("unused import");

        assertThat(text("unused import")).isSameAs(second).isEqualTo("unused import");
    }

    @Test
    void textsThatDifferWhereTheirSignDoesNotLookAreToldApart() {
        String one = "x".repeat(20) + "1" + "x".repeat(60);
        String other = "x".repeat(20) + "2" + "x".repeat(60);
        text(one);
        text(one);

        assertThat(text(other)).isEqualTo(other);
        assertThat(text(one)).isEqualTo(one);
        assertThat(sign(one)).isEqualTo(sign(other));
    }

    @Test
    void whatIsVeryLongIsNotKept() {
        assertThat(sign("x".repeat(2_000))).isZero();
    }

    /// Rules of one linter begin alike: they must not drive each other out.
    @Test
    void shortTextsThatDifferInTheirEndHaveSignsOfTheirOwn() {
        for (int i = 0; i < 200; i++) {
            text("DL30" + (char) ('!' + i % 50));
        }
        int kept = 0;
        for (int i = 0; i < 50; i++) {
            kept += known("DL30" + (char) ('!' + i)) == null ? 0 : 1;
        }

        assertThat(kept).isGreaterThan(45);
    }

    @Test
    void manyTextsAreKeptWhereThereAreMany() {
        for (int i = 0; i < 1_200; i++) {
            text("a finding of rule " + i % 300);
        }
        int kept = 0;
        for (int i = 0; i < 300; i++) {
            kept += known("a finding of rule " + i) == null ? 0 : 1;
        }

        assertThat(kept).isGreaterThan(250);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTextIsWhatItsBytesSay(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            var some = new StringBuilder();
            int length = random.nextInt(random.nextBoolean() ? 4 : 40);
            while (some.length() < length) {
                some.append("abü".charAt(random.nextInt(3)));
            }
            assertThat(text(some.toString())).isEqualTo(some.toString());
        }
    }

    private String text(String text) {
        byte[] bytes = bytes(text);
        int end = bytes.length - Long.BYTES;
        long sign = RecentBytes.sign(bytes, 1, end);
        var known = recent.known(sign, bytes, 1, end);
        if (known != null) {
            return known.text();
        }
        String made = new String(bytes, 1, end - 1, StandardCharsets.UTF_8);
        recent.keep(sign, bytes, 1, end, made);
        return made;
    }

    private RecentBytes.@Nullable Text known(String text) {
        byte[] bytes = bytes(text);
        return recent.known(sign(text), bytes, 1, bytes.length - Long.BYTES);
    }

    private static long sign(String text) {
        byte[] bytes = bytes(text);
        return RecentBytes.sign(bytes, 1, bytes.length - Long.BYTES);
    }

    /// As it stands in a file: something before it, and more behind it than is looked at together.
    private static byte[] bytes(String text) {
        byte[] bytes = ('"' + text).getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + Long.BYTES);
        Arrays.fill(longer, bytes.length, longer.length, (byte) '"');
        return longer;
    }
}
