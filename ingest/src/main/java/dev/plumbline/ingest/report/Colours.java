package dev.plumbline.ingest.report;

import java.util.regex.Pattern;

/// Colours and links of a terminal; their escape character was replaced when the file was decoded.
public final class Colours {
    private static final Pattern COLOURS = Pattern.compile(
            "[\\x{FFFD}\\x{1B}]\\[[0-9;]{0,20}[mK]|[\\x{FFFD}\\x{1B}]\\]8;[^\\x{7}\\x{1B}\\x{FFFD}]{0,2000}(?:\\x{7}|[\\x{FFFD}\\x{1B}]\\\\)");

    private Colours() {}

    /// {@return the text without them}
    public static String off(String text) {
        boolean coloured = text.indexOf('\uFFFD') >= 0 || text.indexOf('\u001B') >= 0;
        return coloured ? COLOURS.matcher(text).replaceAll("") : text;
    }
}
