package dev.plumbline.model.evidence;

/// Tests identifiers for hexadecimal digits. Identifiers are made for every record that is read, and a regular
/// expression
/// costs more than the rest of the reading.
public final class Hex {
    private Hex() {}

    /// Whether `text` has lower-case hexadecimal digits from `start` on, and exactly so many.
    public static boolean is(String text, int start, int digits) {
        if (text.length() != start + digits) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
