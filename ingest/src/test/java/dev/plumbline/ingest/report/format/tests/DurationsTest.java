package dev.plumbline.ingest.report.format.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DurationsTest {
    /// With an exponent of none a duration takes the way of the library.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "7",
                "12",
                "0.5",
                "3.",
                "0.0000009",
                "1.234567",
                "1.2345678901234567890",
                "999999.999999",
                "1000000.5",
                "9223372.036854",
                "9223372.1",
                "9999999.5",
                "999999999"
            })
    void plain_durations_are_those_of_the_library(String seconds) {
        var plain = new Durations();
        var exponent = new Durations();

        assertThat(plain.add(seconds)).isEqualTo(exponent.add(seconds + "e0"));
        assertThat(plain.times()).isEqualTo(exponent.times());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", ".5", "1.2.3", "1s", "NaN", "12345678901234567890", "1.123456789012345678901"})
    void everything_else_is_none(String seconds) {
        assertThat(new Durations().add(seconds)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:00", "00:00:00.0001365", "01:02:03.4", "23:59:59.999999999", "00:00:10.5"})
    void a_time_of_the_clock_is_the_same_without_the_librarys_parser(String clock) {
        assertThat(micros(String.valueOf(Durations.ofClock(clock))))
                .isEqualTo(micros(Double.toString(LocalTime.parse(clock).toNanoOfDay() / 1e9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00:00", "24:00:00", "00:60:00", "00:00:60", "00:00:00.", "1.00:00:00", "00:00:00,5"})
    void what_is_no_time_of_the_clock_is_left_to_the_library(String other) {
        assertThat(Durations.ofClock(other)).isNull();
    }

    private static long micros(String seconds) {
        var durations = new Durations();
        assertThat(durations.add(seconds)).isTrue();
        return durations.times().maxMicros();
    }
}
