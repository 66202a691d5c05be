package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LineSetsTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsPackedUnpacksEqual(int seed) {
        SortedMap<Long, SortedMap<Integer, Boolean>> files = files(new Random(seed));

        assertThat(LineSets.of(files).files()).isEqualTo(files);
    }

    @Test
    void setsOverTheLimitAreLeftOutAndMarked() {
        var files = new TreeMap<Long, SortedMap<Integer, Boolean>>();
        var random = new Random(7);
        for (long file = 0; file < 4_000; file++) {
            var lines = new TreeMap<Integer, Boolean>();
            for (int i = 0; i < 200; i++) {
                lines.put(random.nextInt(1_000_000), random.nextBoolean());
            }
            files.put(random.nextLong(), lines);
        }

        assertThat(LineSets.of(files)).isEqualTo(LineSets.TRUNCATED);
        assertThat(LineSets.TRUNCATED.files()).isEmpty();
    }

    @Test
    void bytesThatAreNoLineSetsAreRefused() {
        assertThatThrownBy(() -> new LineSets("AAAA", false).files()).isInstanceOf(IllegalArgumentException.class);
    }

    private static SortedMap<Long, SortedMap<Integer, Boolean>> files(Random random) {
        var files = new TreeMap<Long, SortedMap<Integer, Boolean>>();
        for (int file = random.nextInt(5); file >= 0; file--) {
            var lines = new TreeMap<Integer, Boolean>();
            for (int i = random.nextInt(50); i > 0; i--) {
                lines.put(random.nextInt(Integer.MAX_VALUE), random.nextBoolean());
            }
            files.put(random.nextLong(), lines);
        }
        return files;
    }
}
