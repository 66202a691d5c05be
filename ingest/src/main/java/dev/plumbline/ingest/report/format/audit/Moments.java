package dev.plumbline.ingest.report.format.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Moments as audits write them. One without a time zone is taken as UTC.
final class Moments {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ ]['T']HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ][XXX][XX][X]['UTC'][' UTC']")
            .toFormatter(Locale.ROOT);
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;

    private Moments() {}

    /// {@return null where the text is no moment of our time}
    static @Nullable Instant of(String text) {
        try {
            Instant moment = switch (FORM.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
                default -> throw new DateTimeException(text);
            };
            int year = moment.atOffset(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? null : moment;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
