package dev.plumbline.model.evidence;

import java.util.Arrays;

/// Tests identifiers for hexadecimal digits. Identifiers are made for every record that is read, and a
/// regular expression costs more than the rest of the reading.
public final class Hex {
    private static final byte OTHER = 1;
    /// 0 for a digit, by character: no branch depends on the text, which no processor could foretell.
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, OTHER);
        "0123456789abcdef".chars().forEach(digit -> DIGITS[digit] = 0);
    }

    private Hex() {}

    /// Whether `text` has lower-case hexadecimal digits from `start` on, and exactly so many.
    public static boolean is(String text, int start, int digits) {
        if (text.length() != start + digits) {
            return false;
        }
        int others = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            others |= c < DIGITS.length ? DIGITS[c] : OTHER;
        }
        return others == 0;
    }
}
