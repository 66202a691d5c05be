package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpreadTest {
    private static TimeSpread of(long... micros) {
        return TimeSpread.of(micros, micros.length);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 47, 48, 63, 64, 1_000, 999_999, 50_180_000, Long.MAX_VALUE / 2})
    void aTimeLiesInAClassThatIsASixteenthWide(long micros) {
        long said = of(micros).percentile(50);

        assertThat(said).isBetween(micros, micros + micros / 16);
    }

    @Test
    void smallTimesAreExact() {
        assertThat(of(3, 7, 7, 30).percentile(75)).isEqualTo(7);
        assertThat(of(3, 7, 7, 31).percentile(76)).isEqualTo(31);
    }

    @Test
    void severalTogetherAreWhatOneOfAllWouldBe() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var all = new ArrayList<Long>();
            var parts = new ArrayList<TimeSpread>();
            for (int part = 0; part < 1 + random.nextInt(5); part++) {
                long[] some = random.longs(1 + random.nextInt(40), 0, 1L << random.nextInt(1, 40))
                        .sorted()
                        .toArray();
                parts.add(of(some));
                Arrays.stream(some).forEach(all::add);
            }
            long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
            var united = TimeSpread.united(parts);

            assertThat(united).isEqualTo(of(sorted)).isEqualTo(TimeSpread.united(parts.reversed()));
            for (int percent : List.of(1, 50, 95, 100)) {
                long exact = sorted[Math.max(1, (percent * sorted.length + 99) / 100) - 1];
                assertThat(united.percentile(percent)).isBetween(exact, exact + exact / 16);
            }
        }
    }

    @Test
    void nothingTakesNoTime() {
        assertThat(of().packed()).isEmpty();
        assertThat(of().percentile(95)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gA", "AQ", "//////////8/AQ", "AP//////////fw", "!"})
    void whatIsNoSpreadIsRefused(String packed) {
        assertThatThrownBy(() -> new TimeSpread(packed).percentile(50)).isInstanceOf(IllegalArgumentException.class);
    }
}
