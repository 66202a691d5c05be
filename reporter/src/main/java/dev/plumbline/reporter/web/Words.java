package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How figures, times and words read on pages.
final class Words {
    /// Stands before a unit and does not break.
    private static final String NARROW = "\u202f";

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    static String percent(Score score) {
        return switch (score) {
            case Score.Known(int basisPoints) -> percent(basisPoints);
            case Score.Unknown _ -> "unknown";
        };
    }

    /// One decimal, half up, from basis points.
    static String percent(int basisPoints) {
        int tenths = (basisPoints + 5) / 10;
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + NARROW + "%";
    }

    /// A class that colours what a score is: never the only sign of it.
    static String tone(Score score) {
        return switch (score) {
            case Score.Unknown _ -> "unknown";
            case Score.Known(int basisPoints) when basisPoints >= 9_000 -> "good";
            case Score.Known(int basisPoints) when basisPoints >= 7_500 -> "fair";
            case Score.Known(int basisPoints) when basisPoints >= 5_000 -> "weak";
            case Score.Known _ -> "poor";
        };
    }

    static String level(@Nullable Level level) {
        if (level == null) {
            return "unknown";
        }
        return level == Level.NONE ? "no level" : lower(level);
    }

    static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + NARROW + "min ago";
        }
        if (age.toDays() < 2) {
            return age.toHours() + NARROW + "h ago";
        }
        return age.toDays() < 400 ? age.toDays() + " days ago" : moment(then);
    }

    static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
