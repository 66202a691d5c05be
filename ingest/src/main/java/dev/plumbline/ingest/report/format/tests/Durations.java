package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TimeSpread;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations of test cases, in microseconds.
final class Durations {
    /// Seconds, with commas between thousands as Ant writes them.
    private static final Pattern SECONDS = Pattern.compile("[0-9][0-9,]{0,15}(?:\\.[0-9]{0,20})?(?:[eE]-?[0-9]{1,2})?");
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000);

    private static final int MICRO_DIGITS = 6;
    /// So few are never too long.
    private static final int USUAL_DIGITS = 6;

    private static final int FRACTION_DIGITS = 20;

    private static final String CLOCK = "00:00:00";
    private static final int NANO_DIGITS = 9;

    private long[] micros = new long[64];
    private int size;

    /// {@return whether the text is a duration}
    boolean add(String seconds) {
        String text = seconds.strip();
        long usual = usual(text);
        if (usual >= 0) {
            keep(usual);
            return true;
        }
        if (!SECONDS.matcher(text).matches()) {
            return false;
        }
        BigDecimal value = new BigDecimal(text.replace(",", "")).multiply(MICROS);
        if (value.compareTo(LONGEST) > 0) {
            return false;
        }
        keep(value.longValue());
        return true;
    }

    private void keep(long value) {
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = value;
    }

    /// {@return the microseconds of `12` or `1.234`, as nearly all durations are written; -1 where it is
    /// otherwise}
    private static long usual(String text) {
        long value = 0;
        int point = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                value = point < 0 || i - point <= MICRO_DIGITS ? 10 * value + (c - '0') : value;
            } else if (c == '.' && point < 0 && i > 0) {
                point = i;
            } else {
                return -1;
            }
        }
        int whole = point < 0 ? text.length() : point;
        int fraction = point < 0 ? 0 : text.length() - point - 1;
        if (whole == 0 || whole > USUAL_DIGITS || fraction > FRACTION_DIGITS) {
            return -1;
        }
        for (int i = fraction; i < MICRO_DIGITS; i++) {
            value *= 10;
        }
        return value;
    }

    /// {@return the seconds of `00:01:02.345`, a time within a day; null where it is written otherwise}
    static @Nullable String ofClock(String text) {
        int length = text.length();
        if (length < CLOCK.length() || length == CLOCK.length() + 1 || length > CLOCK.length() + 1 + NANO_DIGITS) {
            return null;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            char wanted = i < CLOCK.length() ? CLOCK.charAt(i) : i == CLOCK.length() ? '.' : '0';
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return null;
            }
        }
        int hours = two(text, 0);
        int minutes = two(text, 3);
        int seconds = two(text, 6);
        return hours > 23 || minutes > 59 || seconds > 59
                ? null
                : (hours * 60 + minutes) * 60 + seconds + text.substring(CLOCK.length());
    }

    private static int two(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }

    TestTimes times() {
        if (size == 0) {
            return TestTimes.NONE;
        }
        Arrays.sort(micros, 0, size);
        return new TestTimes(
                rank(50),
                rank(95),
                micros[size - 1],
                Arrays.stream(micros, 0, size).sum(),
                TimeSpread.of(micros, size));
    }

    /// Nearest rank: the smallest value that at least this share of all values does not exceed.
    private long rank(int percent) {
        return micros[Math.max(1, (int) ((long) percent * size + 99) / 100) - 1];
    }
}
