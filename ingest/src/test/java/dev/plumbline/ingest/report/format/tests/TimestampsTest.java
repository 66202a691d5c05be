package dev.plumbline.ingest.report.format.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TimestampsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.6Z",
                "2026-01-02T03:04:05.000000007Z",
                "2026-01-02T03:04:05.123456789Z",
                "2026-01-02T03:04:05+05:30",
                "2026-01-02T03:04:05.0669-08:00",
                "2026-01-02T03:04Z",
                "2024-02-29T23:59:59.999999999+00:00"
            })
    void moments_are_those_of_the_library(String text) {
        assertThat(Timestamps.moment(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Z",
                "2026-01-02T03:04:05",
                "2026-13-02T03:04:05Z",
                "2026-02-30T03:04:05Z",
                "2026-01-02T25:04:05+01:00",
                "2026-01-02T03:04:05+99:00",
                "2026-01-02T03:04:05.1234567890Z",
                "2026-01-02 03:04:05Z",
                "+026-01-02T03:04:05Z"
            })
    void everything_else_is_none(String text) {
        assertThat(Timestamps.moment(text)).isNull();
    }
}
