package dev.plumbline.model.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was made of short texts that come with every record, such as the ids of rules: who reads one again
/// gets the same value, and nothing is made or tested anew. There are so many places and no more: what
/// comes later drives out what came before, so that no sender can make it grow.
final class Remembered<T> {
    private static final int LONGEST = 64;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// Odd, its bits without a pattern: the golden ratio.
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Function<String, T> make;
    private final AtomicReferenceArray<@Nullable Entry<T>> entries;

    private static final class Entry<T> {
        private final byte[] text;
        private final T value;

        Entry(byte[] text, T value) {
            this.text = text;
            this.value = value;
        }

        boolean is(byte[] bytes, int from, int to) {
            return Arrays.equals(text, 0, text.length, bytes, from, to);
        }
    }

    /// @param places how many are remembered at most, a power of two
    /// @param make of values that do not change
    Remembered(int places, Function<String, T> make) {
        this.entries = new AtomicReferenceArray<>(places);
        this.make = make;
    }

    T of(byte[] ascii, int from, int to) {
        if (to - from > LONGEST) {
            return of(new String(ascii, from, to - from, StandardCharsets.ISO_8859_1));
        }
        int place = hash(ascii, from, to) & (entries.length() - 1);
        var first = entries.getAcquire(place);
        if (first != null && first.is(ascii, from, to)) {
            return first.value;
        }
        // two texts with one place do not drive each other out
        var second = entries.getAcquire(place ^ 1);
        if (second != null && second.is(ascii, from, to)) {
            return second.value;
        }
        T made = of(new String(ascii, from, to - from, StandardCharsets.ISO_8859_1));
        entries.setRelease(place ^ 1, first);
        entries.setRelease(place, new Entry<>(Arrays.copyOfRange(ascii, from, to), made));
        return made;
    }

    /// Eight letters a step.
    private static int hash(byte[] ascii, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = (hash ^ (long) EIGHT.get(ascii, i)) * SPREAD;
            hash ^= hash >>> 32;
        }
        for (; i < to; i++) {
            hash = 31 * hash + ascii[i];
        }
        hash *= SPREAD;
        return (int) (hash >>> 40);
    }

    T of(String text) {
        return make.apply(text);
    }
}
