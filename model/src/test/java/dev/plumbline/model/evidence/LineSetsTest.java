package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
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

    /// Packing stops as soon as the limit is passed: that must not change what is left out.
    @Test
    void setsAreLeftOutWhereAllOfThemPackedAreOverTheLimit() {
        long[] paths = new Random(7).longs(14_000).sorted().toArray();
        int fit = 9_000;
        int over = paths.length;
        while (over - fit > 1) {
            int middle = (fit + over) / 2;
            if (packedWhole(paths, middle).length() > LineSets.LIMIT_BYTES) {
                over = middle;
            } else {
                fit = middle;
            }
        }

        assertThat(packed(paths, fit)).isEqualTo(new LineSets(packedWhole(paths, fit), false));
        assertThat(packed(paths, over)).isEqualTo(LineSets.TRUNCATED);
    }

    private static LineSets packed(long[] paths, int count) {
        var packer = new LineSets.Packer();
        Arrays.stream(paths, 0, count).forEach(path -> packer.file(path, 0));
        return packer.packed();
    }

    private static String packedWhole(long[] paths, int count) {
        var raw = ByteBuffer.allocate(count * (Long.BYTES + 1));
        Arrays.stream(paths, 0, count).forEach(path -> raw.putLong(path).put((byte) 0));
        return packedWhole(raw.array());
    }

    private static String packedWhole(byte[] raw) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(raw);
            deflater.finish();
            var deflated = new byte[2 * raw.length];
            int length = deflater.deflate(deflated);
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(deflated, length));
        }
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
