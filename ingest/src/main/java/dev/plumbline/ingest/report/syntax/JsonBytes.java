package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The bytes of JSON, a stretch of the file at a time, and what takes several of them at once: white space
/// and texts.
class JsonBytes implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;
    /// Zeros behind the last byte, which no file holds: they end whatever goes through the bytes.
    private static final int SLACK = Long.BYTES;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// What may stand behind a backslash, but for a number, and what it means.
    private static final byte[] MEANT = meant("\"\\/bfnrt", "\"\\/\b\f\n\r\t");
    private static final int LONGEST_ESCAPE = 6;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    /// Here is something that is no JSON, or is past a limit.
    static final class Strange extends IOException {
        private static final long serialVersionUID = 1;
    }

    private final InputStream utf8;
    private @Nullable RecentBytes recent;
    private byte[] scratch = {};
    final byte[] buffer = new byte[BUFFER + SLACK];
    int at;
    int limit;
    /// How often these bytes were moved or became more.
    int fills;

    private static byte[] meant(String letters, String meanings) {
        var meant = new byte[Byte.MAX_VALUE + 1];
        for (int i = 0; i < letters.length(); i++) {
            meant[letters.charAt(i)] = (byte) meanings.charAt(i);
        }
        return meant;
    }

    /// {@return what a letter behind a backslash means; 0 where it means nothing}
    private static byte meant(int letter) {
        return letter < 0 ? 0 : MEANT[letter];
    }

    JsonBytes(InputStream utf8) {
        this.utf8 = utf8;
    }

    /// {@return the text that goes on here, up to behind the quote that ends it}
    ///
    /// @param most how many characters it may have
    /// @param field whose value it is; null where nothing is known of it
    final String rest(int most, @Nullable JsonField field) throws IOException {
        RecentBytes.Text lately = field == null ? null : field.text();
        if (lately != null && lately.stands(buffer, at, limit)) {
            at += lately.length();
            return lately.text();
        }
        int end = plainTo(at);
        if (buffer[end] == '"') {
            String text = text(end, field, true);
            at = end + 1;
            return text;
        }
        return odd(most, field, end);
    }

    /// {@return the text from here to there, which has escapes of one letter at most}
    ///
    /// @param plain it has none
    private String text(int end, @Nullable JsonField field, boolean plain) {
        long sign = RecentBytes.sign(buffer, at, end);
        RecentBytes.Text known = sign == 0 ? null : recent().known(sign, buffer, at, end);
        if (known == null) {
            String text = plain ? new String(buffer, at, end - at, StandardCharsets.UTF_8) : letters(end);
            recent().keep(sign, buffer, at, end, text);
            return text;
        }
        if (field != null) {
            field.text(known);
        }
        return known.text();
    }

    /// {@return the characters of ASCII from here to there}
    final String ascii(int from, int to) {
        return new String(buffer, from, to - from, StandardCharsets.US_ASCII);
    }

    private RecentBytes recent() {
        RecentBytes texts = recent;
        if (texts == null) {
            texts = new RecentBytes();
            recent = texts;
        }
        return texts;
    }

    /// A text that is not plain, or not all there yet.
    ///
    /// @param plain how far it is plain
    private String odd(int most, @Nullable JsonField field, int plain) throws IOException {
        int end = lettersTo(plain);
        if (end < 0 && ~end >= limit - 1 && fill()) {
            // it was cut here
            end = lettersTo(plainTo(at));
        }
        if (end < 0) {
            return escaped(most);
        }
        String text = text(end, field, false);
        at = end + 1;
        return text;
    }

    /// {@return where the quote stands that ends the text; where it is not among these bytes, or where
    /// anything but escapes of one letter stands before it, the complement of where that is}
    ///
    /// @param plain up to which the text has no escape
    private int lettersTo(int plain) {
        int end = plain;
        while (buffer[end] == '\\' && meant(buffer[end + 1]) != 0) {
            end = plainTo(end + 2);
        }
        return buffer[end] == '"' ? end : ~end;
    }

    /// Escapes of one letter are no more than bytes.
    private String letters(int to) {
        if (scratch.length == 0) {
            scratch = new byte[BUFFER];
        }
        byte[] plain = scratch;
        int length = 0;
        int i = at;
        int end = plainTo(i);
        while (end < to) {
            System.arraycopy(buffer, i, plain, length, end - i);
            length += end - i;
            plain[length++] = meant(buffer[end + 1]);
            i = end + 2;
            end = plainTo(i);
        }
        System.arraycopy(buffer, i, plain, length, to - i);
        length += to - i;
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    /// The same for whatever there is.
    private String escaped(int most) throws IOException {
        var all = new StringBuilder();
        while (true) {
            int end = plainTo(at);
            int whole = end == limit ? wholeCharacters(end) : end;
            all.append(new String(buffer, at, whole - at, StandardCharsets.UTF_8));
            at = whole;
            if (all.length() > most) {
                throw new Strange();
            }
            int c = buffer[end];
            if (end == limit) {
                more();
            } else if (c == '"') {
                at++;
                return all.toString();
            } else if (c == '\\') {
                all.append(escape());
            } else {
                all.append((char) c);
                at++;
            }
        }
    }

    private char escape() throws IOException {
        while (limit - at < LONGEST_ESCAPE && fill()) {
            // an escape is at most so long
        }
        int c = buffer[at + 1];
        if (c == 'u') {
            int unit = 0;
            for (int i = at + 2; i < at + LONGEST_ESCAPE; i++) {
                int digit = Character.digit(buffer[i], 16);
                if (digit < 0) {
                    throw new Strange();
                }
                unit = unit << 4 | digit;
            }
            at += LONGEST_ESCAPE;
            return (char) unit;
        }
        byte meant = meant(c);
        if (meant == 0) {
            throw new Strange();
        }
        at += 2;
        return (char) meant;
    }

    /// Passes over a text that nobody asked for.
    final void pass() throws IOException {
        while (true) {
            at = plainTo(at);
            int c = buffer[at];
            if (c == '"') {
                at++;
                return;
            }
            if (at == limit) {
                more();
            } else if (c == '\\' && meant(buffer[at + 1]) == 0) {
                escape();
            } else {
                at += c == '\\' ? 2 : 1;
            }
        }
    }

    /// {@return the end, or before it the beginning of the last character, which may not be whole}
    private int wholeCharacters(int end) {
        int i = end;
        while (i > at && i > end - 3 && (buffer[i - 1] & 0xC0) == 0x80) {
            i--;
        }
        return i > at && (buffer[i - 1] & 0xC0) == 0xC0 ? i - 1 : end;
    }

    /// {@return where the first quote, backslash or control character stands; the limit where there is
    /// none}
    final int plainTo(int from) {
        byte[] bytes = buffer;
        int i = from;
        while (true) {
            long eight = (long) EIGHT.get(bytes, i);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            // of what is set here the lowest is right, and no other is asked for
            long found = ((quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes) | (eight - SPACES & ~eight))
                    & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
            i += Long.BYTES;
        }
    }

    /// Moves to what is no white space.
    ///
    /// @return what stands there; 0 at the end of the file
    final int visible() throws IOException {
        int c = buffer[at];
        return c > ' ' ? c : behindSpace();
    }

    private int behindSpace() throws IOException {
        byte[] bytes = buffer;
        int i = at;
        while (true) {
            int c = bytes[i];
            if (c == '\n') {
                c = bytes[++i];
            }
            if (c == ' ') {
                int spaces = spaces(bytes, i);
                while (spaces == Long.BYTES) {
                    i += spaces;
                    spaces = spaces(bytes, i);
                }
                i += spaces;
                c = bytes[i];
            }
            if (c > ' ' || c < 0) {
                at = i;
                return c;
            }
            if (c == 0) {
                at = i;
                if (!fill()) {
                    return 0;
                }
                i = at;
            } else {
                i++;
            }
        }
    }

    /// {@return with how many spaces these eight bytes begin}
    private static int spaces(byte[] bytes, int from) {
        return Long.numberOfTrailingZeros((long) EIGHT.get(bytes, from) ^ SPACES) >>> 3;
    }

    private void more() throws IOException {
        if (!fill()) {
            throw new Strange();
        }
    }

    /// Gets more of what begins at `at`.
    ///
    /// @return whether there is more, and room for it
    final boolean fill() throws IOException {
        fills++;
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, limit - at);
            limit -= at;
            at = 0;
        }
        int n = utf8.read(buffer, limit, BUFFER - limit);
        if (n <= 0) {
            EIGHT.set(buffer, limit, 0L);
            return false;
        }
        limit += n;
        EIGHT.set(buffer, limit, 0L);
        return true;
    }

    @Override
    public void close() throws IOException {
        utf8.close();
    }
}
