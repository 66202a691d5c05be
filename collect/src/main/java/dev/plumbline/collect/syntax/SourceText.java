package dev.plumbline.collect.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The text of a source file as UTF-8, without a byte order mark, and its lines.
public final class SourceText {
    private static final Pattern COOKIE = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]{1,40})");
    private static final int COOKIE_BYTES = 400;

    private final byte[] utf8;
    private int[] lines = {};

    private SourceText(byte[] utf8) {
        this.utf8 = utf8;
    }

    /// @param raw in UTF-8, in UTF-16 with a byte order mark, or as a coding cookie of Python says; what cannot be
    ///     decoded is replaced
    public static SourceText of(byte[] raw) {
        if (starts(raw, 0xEF, 0xBB, 0xBF)) {
            return new SourceText(Arrays.copyOfRange(raw, 3, raw.length));
        }
        if (starts(raw, 0xFF, 0xFE) || starts(raw, 0xFE, 0xFF)) {
            return new SourceText(new String(raw, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8));
        }
        if (ascii(raw)) {
            return new SourceText(raw);
        }
        return new SourceText(new String(raw, charset(raw)).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean starts(byte[] raw, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= raw.length || (raw[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean ascii(byte[] raw) {
        for (byte b : raw) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /// In one of the first two lines (PEP 263).
    private static Charset charset(byte[] raw) {
        String head = new String(raw, 0, Math.min(raw.length, COOKIE_BYTES), StandardCharsets.ISO_8859_1);
        return head.lines()
                .limit(2)
                .map(COOKIE::matcher)
                .filter(cookie -> cookie.find())
                .flatMap(cookie -> Stream.of(cookie.group(1), cookie.group(1).replaceAll("[-_]", "")))
                .filter(SourceText::known)
                .map(Charset::forName)
                .findFirst()
                .orElse(StandardCharsets.UTF_8);
    }

    private static boolean known(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException e) {
            return false; // not even the form of a name
        }
    }

    /// Whether it holds what no source has: a file of another kind under a source's name.
    public boolean binary() {
        for (byte b : utf8) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    byte[] utf8() {
        return utf8;
    }

    String between(int start, int end) {
        return new String(utf8, start, end - start, StandardCharsets.UTF_8);
    }

    /// {@return the line of a byte, from 1}
    int line(int offset) {
        if (lines.length == 0) {
            lines = starts();
        }
        int at = Arrays.binarySearch(lines, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private int[] starts() {
        int count = 1;
        for (byte b : utf8) {
            count += b == '\n' ? 1 : 0;
        }
        int[] starts = new int[count];
        int line = 1;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
        return starts;
    }
}
