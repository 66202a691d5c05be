package dev.plumbline.ingest.report.syntax;

/// Text from a report, made fit to be stored and shown: one line, no control or direction-changing
/// characters, a bounded length. What was there stays recognisable as an escape.
public final class Texts {
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
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /// Nothing but characters that are shown as they are, each in one unit, as in most texts.
    private static boolean plain(String text, int length) {
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
