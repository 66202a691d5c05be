package dev.plumbline.model.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/// How many test cases took how long, in classes that are a sixteenth of their lower end wide: percentiles
/// of several reports together are at most that much too large. Below 32 microseconds every one is a class
/// of its own.
///
/// @param packed for each class that is not empty, ascending: how many classes after the one before, and
///     how many cases, as numbers of seven bits a byte, the lowest first, the highest bit where more
///     follow; in base64
public record TimeSpread(String packed) {
    private static final int FINE_BITS = 4;
    private static final int FINE = 1 << FINE_BITS;
    private static final int MORE = 0x80;
    private static final int CLASSES = (Long.SIZE - FINE_BITS) * FINE;

    /// @param micros ascending from 0, of which the first so many count
    public static TimeSpread of(long[] micros, int size) {
        var packer = new Packer();
        int from = 0;
        while (from < size) {
            int at = classOf(micros[from]);
            int to = from + 1;
            while (to < size && classOf(micros[to]) == at) {
                to++;
            }
            packer.add(at, to - from);
            from = to;
        }
        return packer.packed();
    }

    public static TimeSpread united(List<TimeSpread> all) {
        var counts = new TreeMap<Integer, Long>();
        all.forEach(one -> one.counts().forEach((at, count) -> counts.merge(at, count, Long::sum)));
        var packer = new Packer();
        counts.forEach(packer::add);
        return packer.packed();
    }

    /// {@return the longest time of the class in which the smallest lies that this share of all cases does
    /// not exceed, in microseconds; 0 where there are none}
    public long percentile(int percent) {
        var counts = counts();
        long cases = counts.values().stream().mapToLong(Long::longValue).sum();
        long left = Math.max(1, (percent * cases + 99) / 100);
        for (var entry : counts.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return longest(entry.getKey());
            }
        }
        return 0;
    }

    private TreeMap<Integer, Long> counts() {
        var counts = new TreeMap<Integer, Long>();
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        long at = 0;
        while (bytes.hasRemaining()) {
            at += read(bytes);
            long count = read(bytes);
            if (at >= CLASSES || count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a spread of times has " + count + " cases in class " + at);
            }
            counts.put((int) at, count);
        }
        return counts;
    }

    private static int classOf(long micros) {
        int coarse = Long.SIZE - Long.numberOfLeadingZeros(micros) - FINE_BITS - 1;
        return coarse <= 0 ? (int) micros : coarse * FINE + (int) (micros >>> coarse);
    }

    private static long longest(int at) {
        int coarse = at / FINE - 1;
        return coarse <= 0 ? at : ((at - (long) coarse * FINE + 1) << coarse) - 1;
    }

    private static long read(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            number |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("a spread of times ends within a number");
    }

    /// Takes the classes one after another, ascending.
    private static final class Packer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int before;

        void add(int at, long count) {
            write(at - before);
            write(count);
            before = at;
        }

        private void write(long number) {
            long left = number;
            while (left >= MORE) {
                bytes.write((int) (left | MORE));
                left >>>= 7;
            }
            bytes.write((int) left);
        }

        TimeSpread packed() {
            return new TimeSpread(Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray()));
        }
    }
}
