package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    private static @Nullable Instant library(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Test
    void whatOurEncoderWritesIsReadByItsDigits() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long second = random.nextLong(-62_167_219_200L, 253_402_300_800L);
            int nanos = random.nextBoolean() ? 0 : random.nextInt(1_000) * (int) Math.pow(1_000, random.nextInt(3));
            var instant = Instant.ofEpochSecond(second, nanos);

            assertThat(Instants.read(instant.toString())).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T00:00:00Z",
                "2024-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-01-01T23:59:60Z",
                "2026-01-01T23:60:00Z",
                "2026-01-01t00:00:00z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00.000000001Z",
                "2026-01-01T00:00:00,5Z",
                "2026-01-01T00:00:00.-5Z",
                "+2026-01-01T00:00:00Z",
                "2026-01-01T00:00Z",
                "２０２６-01-01T00:00:00Z",
                "Z",
                ""
            })
    void otherwiseItSaysNothingOrWhatTheLibrarySays(String text) {
        var ours = Instants.read(text);

        if (ours != null) {
            assertThat(ours).isEqualTo(library(text));
        }
    }

    @Test
    void oneCharacterElsewhereIsNeverReadAsAnotherMoment() {
        var random = new Random(11);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder("2026-11-01T10:05:07.250Z");
            text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
            var ours = Instants.read(text.toString());

            if (ours != null) {
                assertThat(ours).isEqualTo(library(text.toString()));
            }
        }
    }
}
