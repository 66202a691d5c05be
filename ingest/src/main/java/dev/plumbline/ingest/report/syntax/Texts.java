package dev.plumbline.ingest.report.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Text from a report, made fit to be stored and shown: one line, no control or direction-changing
/// characters, a bounded length. What was there stays recognisable as an escape.
public final class Texts {
    private static final int LONG = 16;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private Texts() {}

    /// @param limit most characters of the result; a cut text ends in «…»
    public static String shown(String text, int limit) {
        int looked = Math.min(text.length(), limit);
        if (limit > 0 && plain(text, looked)) {
            return looked == text.length() ? text : text.substring(0, limit - 1) + "…";
        }
        var clean = new StringBuilder(Math.min(text.length(), limit));
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            String piece = piece(c);
            if (clean.length() + piece.length() > limit
                    || clean.length() + piece.length() == limit && i < text.length()) {
                return clean.length() < limit ? clean.append('…').toString() : clean.toString();
            }
            clean.append(piece);
        }
        return clean.toString();
    }

    /// The first line that is not blank, stripped.
    public static String firstLine(String text, int limit) {
        int length = text.length();
        if (length > 0 && length <= limit && visible(text) && text.charAt(0) != ' ' && text.charAt(length - 1) != ' ') {
            return text;
        }
        int from = 0;
        while (from < text.length()) {
            int end = lineEnd(text, from);
            String line = text.substring(from, end).strip();
            if (!line.isEmpty()) {
                return shown(line, limit);
            }
            from = end + 1;
        }
        return "";
    }

    private static int lineEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /// Nothing but characters of ASCII that are shown as they are.
    private static boolean visible(String text) {
        if (text.length() >= LONG) {
            return visibleBytes(text);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /// The same of a longer text: copying its bytes and looking at eight of them at once is quicker than
    /// going through its characters.
    private static boolean visibleBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length()) {
            return false;
        }
        int last = bytes.length - Long.BYTES;
        long hidden = hidden((long) EIGHT.get(bytes, last));
        for (int i = 0; i < last; i += Long.BYTES) {
            hidden |= hidden((long) EIGHT.get(bytes, i));
        }
        return (hidden & HIGH_BITS) == 0;
    }

    /// {@return a high bit for bytes of which one lies outside of the visible characters of ASCII and the
    /// space; the other bits say nothing}
    private static long hidden(long eight) {
        return eight | ~((eight & ~HIGH_BITS) + 0x6060_6060_6060_6060L) | (eight & ~HIGH_BITS) + 0x0101_0101_0101_0101L;
    }

    /// Nothing but characters that are shown as they are, each in one unit, as in most texts.
    private static boolean plain(String text, int length) {
        if (length >= LONG && length == text.length() && visibleBytes(text)) {
            return true;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' && hidden(Character.getType(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hidden(int type) {
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String piece(int c) {
        if (c == '\n' || c == '\r' || c == '\t') {
            return " ";
        }
        return hidden(Character.getType(c)) ? String.format("\\u%04x", c) : Character.toString(c);
    }
}
