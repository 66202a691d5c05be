package dev.plumbline.ingest.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What stands behind the quotes of a text, by four characters each: dozens of readers look for a name in
/// quotes that nearly always is not there, and this says so without going through the text again for each
/// of them.
final class QuotedWords {
    private static final int CHARACTERS = Integer.BYTES;
    private static final int FEWEST_BITS = 10;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUOTES = 0x2222_2222_2222_2222L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;

    private final long[] bits;
    private final int shift;

    QuotedWords(String text) {
        // a bit for each character, of which few are quotes
        int places = Math.max(FEWEST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(text.length()));
        bits = new long[(1 << places) / Long.SIZE];
        shift = Integer.SIZE - places;
        // what is no Latin becomes a question mark, which at most lets a word be looked for in vain
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        int last = bytes.length - 1 - CHARACTERS;
        int i = 0;
        for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
            long others = (long) EIGHT.get(bytes, i) ^ QUOTES;
            long quotes = ~((others & LOW_BITS) + LOW_BITS | others | LOW_BITS);
            while (quotes != 0) {
                add(bytes, i + (Long.numberOfTrailingZeros(quotes) >>> 3), last);
                quotes &= quotes - 1;
            }
        }
        for (; i <= last; i++) {
            if (bytes[i] == '"') {
                add(bytes, i, last);
            }
        }
    }

    private void add(byte[] bytes, int quote, int last) {
        if (quote <= last) {
            int place = place((int) FOUR.get(bytes, quote + 1));
            bits[place / Long.SIZE] |= 1L << place;
        }
    }

    private int place(int four) {
        return four * 0x9E37_79B1 >>> shift;
    }

    /// {@return whether the text may hold this; false only where it does not}
    boolean mayHold(String word) {
        if (word.length() <= CHARACTERS || word.charAt(0) != '"') {
            return true;
        }
        int four = 0;
        for (int i = CHARACTERS; i > 0; i--) {
            four = four << Byte.SIZE | word.charAt(i);
        }
        int place = place(four);
        return (bits[place / Long.SIZE] & 1L << place) != 0;
    }
}
