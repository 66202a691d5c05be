package dev.plumbline.ingest.report.format.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeSpanTest {
    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(i -> (long) i);
    }

    private static String moment(Random random) {
        String minute = "2026-0" + (1 + random.nextInt(2)) + "-1" + random.nextInt(2) + "T03:0" + random.nextInt(3);
        String second = ":" + random.nextInt(7) + random.nextInt(10);
        String fraction = random.nextInt(5) == 0 ? "" : "." + random.nextInt(10, 99);
        return minute + second + fraction + List.of("Z", "+01:00", "-04:00", "").get(random.nextInt(4));
    }

    /// The first and the last moment are those that reading each of them gives, in whatever order they come.
    @ParameterizedTest
    @MethodSource("seeds")
    void spanIsThatOfAllMoments(long seed) {
        var random = new Random(seed);
        var texts = new ArrayList<String>();
        String text = moment(random);
        for (int i = 0; i < 40; i++) {
            int at = 16 + random.nextInt(Math.max(1, text.length() - 16));
            char digit = (char) ('0' + random.nextInt(10));
            boolean near = random.nextInt(4) > 0 && at < text.length() && Character.isDigit(text.charAt(at));
            text = near ? text.substring(0, at) + digit + text.substring(at + 1) : moment(random);
            texts.add(random.nextInt(30) == 0 ? text.replace('.', 'x') : text);
        }

        var span = new TimeSpan();
        texts.forEach(span::add);

        List<Instant> moments = texts.stream()
                .map(Timestamps::moment)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        assertThat(span.first()).isEqualTo(moments.isEmpty() ? null : moments.getFirst());
        assertThat(span.last()).isEqualTo(moments.isEmpty() ? null : moments.getLast());
    }

    @Test
    void localTimesAndNothingHaveNoSpan() {
        var span = new TimeSpan();
        span.add("");
        span.add("2026-01-02T03:04:05.123");
        span.add("soon");

        assertThat(span.first()).isNull();
        assertThat(span.last()).isNull();
    }
}
