package dev.plumbline.ingest.report.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts that came lately, found again by their bytes: rules, severities, paths and messages of a report
/// come again and again, and are then the very same, which whoever compares or hashes them sees at once.
/// The first time only a sign of the bytes is kept, so that a text that comes once costs little more. A
/// text whose place another one takes is made again: whatever a file holds, this takes no more than its
/// places.
final class RecentBytes {
    /// Most files are small, and these are enough for them.
    private static final int FIRST_PLACE_BITS = 6;

    private static final int MOST_PLACE_BITS = 10;
    private static final int LONGEST = 1024;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private int placeBits = FIRST_PLACE_BITS;
    private long[] signs = new long[1 << placeBits];
    private @Nullable Text[] texts = new @Nullable Text[1 << placeBits];
    private int news;

    /// {@return what tells bytes apart from nearly all others: length, beginning, middle and end; 0 where
    /// they are not looked for}
    ///
    /// @param from at least eight bytes before the end of the array
    static long sign(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return 0;
        }
        long hash = length;
        if (length < Long.BYTES) {
            // of eight bytes, those that belong to the text
            hash ^= (long) EIGHT.get(bytes, from) & (1L << Byte.SIZE * length) - 1;
        } else {
            hash = (hash ^ (long) EIGHT.get(bytes, from)) * MIX;
            hash = (hash ^ hash >>> 29 ^ (long) EIGHT.get(bytes, from + (length - Long.BYTES >> 1))) * MIX;
            hash ^= hash >>> 29 ^ (long) EIGHT.get(bytes, to - Long.BYTES);
        }
        hash *= MIX;
        return (hash ^ hash >>> 29) * MIX | 1;
    }

    /// {@return the text that these bytes stood for the last time; null where it is not known}
    @Nullable
    Text known(long sign, byte[] from, int start, int end) {
        int place = place(sign);
        if (signs[place] != sign) {
            place++;
        }
        Text text = texts[place];
        return text != null && signs[place] == sign && text.is(from, start, end) ? text : null;
    }

    /// Keeps what has the same sign as a text before; nothing where the sign is 0.
    void keep(long sign, byte[] from, int start, int end, String text) {
        if (sign == 0) {
            return;
        }
        int place = place(sign);
        if (signs[place] != sign && signs[place + 1] != sign) {
            if (++news > signs.length && placeBits < MOST_PLACE_BITS) {
                grow();
                place = place(sign);
            }
            signs[place + 1] = signs[place];
            texts[place + 1] = texts[place];
            signs[place] = sign;
            texts[place] = null;
            return;
        }
        place += signs[place] == sign ? 0 : 1;
        texts[place] = new Text(from, start, end, text);
    }

    /// A text and the bytes by which it is known again, eight at a time, which is quicker for texts of a
    /// few words than the library's way.
    static final class Text {
        /// With the quote that ends it and a few more, for they are compared eight at a time.
        private final byte[] written;

        private final int length;
        private final String text;

        private Text(byte[] from, int start, int end, String text) {
            this.length = end - start;
            this.written = Arrays.copyOfRange(from, start, end + Long.BYTES);
            this.text = text;
        }

        String text() {
            return text;
        }

        /// {@return how many bytes it takes, with the quote that ends it}
        int length() {
            return length + 1;
        }

        /// {@return whether it stands here, up to its quote}
        ///
        /// @param bytes at least eight more than the limit
        boolean stands(byte[] bytes, int from, int limit) {
            return from + length < limit && same(bytes, from, length + 1);
        }

        private boolean is(byte[] bytes, int start, int end) {
            return length == end - start && same(bytes, start, length);
        }

        private boolean same(byte[] bytes, int from, int count) {
            int whole = count & -Long.BYTES;
            for (int i = 0; i < whole; i += Long.BYTES) {
                if ((long) EIGHT.get(written, i) != (long) EIGHT.get(bytes, from + i)) {
                    return false;
                }
            }
            if (whole == count) {
                return true;
            }
            long odd = (long) EIGHT.get(written, whole) ^ (long) EIGHT.get(bytes, from + whole);
            return odd << Long.SIZE - Byte.SIZE * (count - whole) == 0;
        }
    }

    /// What was kept is forgotten; it comes again soon, if it does at all.
    private void grow() {
        placeBits = MOST_PLACE_BITS;
        signs = new long[1 << placeBits];
        texts = new @Nullable Text[1 << placeBits];
    }

    /// Two that lie together, so that two texts of one place do not drive each other out.
    private int place(long sign) {
        return (int) (sign >>> Long.SIZE - placeBits) & -2;
    }
}
