package dev.plumbline.ingest.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Every four characters that stand one behind another in a text: dozens of readers look for words in it
/// that nearly always are not there, and this says so without going through the text again for each of them.
final class Grams {
    private static final int CHARACTERS = Integer.BYTES;
    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 17;
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] bits;
    private final int shift;

    Grams(String text) {
        // a text of so many different fours that this does not tell enough is rare
        int places = Integer.SIZE + 1 - Integer.numberOfLeadingZeros(text.length());
        places = Math.clamp(places, FEWEST_BITS, MOST_BITS);
        bits = new long[(1 << places) / Long.SIZE];
        shift = Integer.SIZE - places;
        byte[] bytes = bytes(text);
        for (int i = 0; i + CHARACTERS <= bytes.length; i++) {
            int place = place(bytes, i);
            bits[place / Long.SIZE] |= 1L << place;
        }
    }

    /// What is no Latin becomes a question mark in text and word alike, which at most lets a word be looked
    /// for in vain.
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private int place(byte[] bytes, int at) {
        return (int) FOUR.get(bytes, at) * 0x9E37_79B1 >>> shift;
    }

    /// {@return whether the text may hold this; false only where it does not}
    boolean mayHold(String word) {
        byte[] bytes = bytes(word);
        for (int i = 0; i + CHARACTERS <= bytes.length; i++) {
            int place = place(bytes, i);
            if ((bits[place / Long.SIZE] & 1L << place) == 0) {
                return false;
            }
        }
        return true;
    }
}
