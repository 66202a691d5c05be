package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.model.evidence.TestTimes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Durations of test cases, in microseconds.
final class Durations {
    /// Seconds, with commas between thousands as Ant writes them.
    private static final Pattern SECONDS = Pattern.compile("[0-9][0-9,]{0,15}(?:\\.[0-9]{0,20})?(?:[eE]-?[0-9]{1,2})?");
    private static final BigDecimal MICROS = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 1_000_000);

    private long[] micros = new long[64];
    private int size;

    /// {@return whether the text is a duration}
    boolean add(String seconds) {
        String text = seconds.strip();
        if (!SECONDS.matcher(text).matches()) {
            return false;
        }
        BigDecimal value = new BigDecimal(text.replace(",", "")).multiply(MICROS);
        if (value.compareTo(LONGEST) > 0) {
            return false;
        }
        if (size == micros.length) {
            micros = Arrays.copyOf(micros, size * 2);
        }
        micros[size++] = value.longValue();
        return true;
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
                Arrays.stream(micros, 0, size).sum());
    }

    /// Nearest rank: the smallest value that at least this share of all values does not exceed.
    private long rank(int percent) {
        return micros[Math.max(1, (int) ((long) percent * size + 99) / 100) - 1];
    }
}
