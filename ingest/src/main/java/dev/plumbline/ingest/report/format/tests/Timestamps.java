package dev.plumbline.ingest.report.format.tests;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Moments as reports write them. Some reports have one on each line, so the usual form is read without the
/// library's general parser.
final class Timestamps {
    private static final int SECONDS = "2026-01-02T03:04:05".length();
    private static final String FORM = "0000-00-00T00:00:00";
    private static final String OFFSET = "+00:00";
    private static final int NANO_DIGITS = 9;

    private Timestamps() {}

    /// {@return the moment; null for local time without an offset, which is none}
    static @Nullable Instant moment(@Nullable String timestamp) {
        try {
            if (timestamp == null || timestamp.isBlank()) {
                return null;
            }
            Instant usual = usual(timestamp);
            return usual != null ? usual : OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// The usual form, ending in `Z` or `+01:00`; null where it is another.
    private static @Nullable Instant usual(String text) {
        boolean utc = text.endsWith("Z");
        int end = text.length() - (utc ? 1 : OFFSET.length());
        if (end < SECONDS || !has(text, 0, FORM) || !utc && !offset(text, end)) {
            return null;
        }
        int digits = end - SECONDS - 1;
        boolean fraction = end > SECONDS;
        if (fraction && (text.charAt(SECONDS) != '.' || digits > NANO_DIGITS || !digits(text, SECONDS + 1, end))) {
            return null;
        }
        int nanos = digits < 1 ? 0 : number(text, SECONDS + 1, end);
        for (int i = Math.max(0, digits); nanos > 0 && i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        var local = LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19),
                nanos);
        return local.toInstant(utc ? ZoneOffset.UTC : zone(text, end));
    }

    /// `+01:00`, of which every character is known to be what it should.
    private static ZoneOffset zone(String text, int from) {
        int sign = text.charAt(from) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(
                sign * number(text, from + 1, from + 3), sign * number(text, from + 4, from + OFFSET.length()));
    }

    private static boolean offset(String text, int from) {
        char sign = text.charAt(from);
        return (sign == '+' || sign == '-') && has(text, from + 1, OFFSET.substring(1));
    }

    private static boolean has(String text, int from, String form) {
        for (int i = 0; i < form.length(); i++) {
            char wanted = form.charAt(i);
            char there = text.charAt(from + i);
            if (wanted == '0' ? there < '0' || there > '9' : there != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Of digits, which are known to be some, and at most nine.
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
