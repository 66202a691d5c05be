package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Bytes of UTF-8 as they are, for a parser that reads bytes. What {@link DecodingReader} would replace is
/// replaced here too, by the bytes of U+FFFD, and counted in the same way.
final class Utf8Input extends InputStream {
    private static final int BUFFER = 16 * 1024;
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long LOW_BITS = 0x7F7F_7F7F_7F7F_7F7FL;
    private static final long LINE_ENDS = 0x0A0A_0A0A_0A0A_0A0AL;
    /// So many bytes are looked at together.
    private static final int BLOCK = 4 * Long.BYTES;
    /// Added to seven bits, it sets the eighth where they are at least a space.
    private static final long TO_HIGH = 0x6060_6060_6060_6060L;

    private final InputStream in;
    private final byte[] raw = new byte[BUFFER];
    private int at;
    private int limit;
    private boolean ended;
    /// What is given out next: a clean stretch of the raw bytes, or the replacement.
    private byte[] piece = raw;
    private int pieceAt;
    private int pieceEnd;
    private long read;
    private int replaced;

    Utf8Input(InputStream in) {
        this.in = in;
    }

    /// {@return how many characters were replaced so far}
    int replaced() {
        return replaced;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (pieceAt == pieceEnd && at == limit && !ended) {
            int n = readClean(target, from, Math.min(length, BUFFER));
            if (n > 0) {
                return n;
            }
        }
        if (pieceAt == pieceEnd && !nextPiece()) {
            return -1;
        }
        int n = Math.min(length, pieceEnd - pieceAt);
        System.arraycopy(piece, pieceAt, target, from, n);
        pieceAt += n;
        return n;
    }

    /// Reads without a copy: nearly all files are whole. What does not begin with a whole, allowed
    /// character stays for the next piece.
    ///
    /// @return how many bytes are given out
    private int readClean(byte[] target, int from, int length) throws IOException {
        int n = taken(in.read(target, from, length));
        int clean = clean(target, from, from + n);
        at = 0;
        limit = from + n - clean;
        System.arraycopy(target, clean, raw, 0, limit);
        return clean - from;
    }

    private int taken(int n) {
        ended = n < 0;
        read += Math.max(0, n);
        DecodingReader.bound(read);
        return Math.max(0, n);
    }

    private boolean nextPiece() throws IOException {
        while (true) {
            int clean = clean(raw, at, limit);
            if (clean > at) {
                give(raw, at, clean);
                at = clean;
                return true;
            }
            int broken = at < limit ? broken(at) : 0;
            if (broken > 0) {
                at += broken;
                replaced++;
                give(REPLACEMENT, 0, REPLACEMENT.length);
                return true;
            }
            if (ended) {
                return false;
            }
            fill();
        }
    }

    private void give(byte[] bytes, int from, int to) {
        piece = bytes;
        pieceAt = from;
        pieceEnd = to;
    }

    private void fill() throws IOException {
        System.arraycopy(raw, at, raw, 0, limit - at);
        limit -= at;
        at = 0;
        limit += taken(in.read(raw, limit, raw.length - limit));
    }

    /// {@return the end of the stretch of whole, allowed characters that begins here}
    private static int clean(byte[] bytes, int from, int to) {
        int i = plainTo(bytes, from, to);
        while (i < to) {
            int length = character(bytes, i, to);
            if (length == 0) {
                return i;
            }
            i += length;
            // such characters mostly come several together
            if (i < to && bytes[i] >= 0) {
                i = plainTo(bytes, i, to);
            }
        }
        return i;
    }

    /// {@return whether all of these bytes are allowed characters of ASCII}
    static boolean plain(byte[] bytes, int from, int to) {
        int i = plainTo(bytes, from, to);
        while (i < to && (bytes[i] >= ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
            i++;
        }
        return i == to;
    }

    /// {@return how far there is nothing but allowed characters of ASCII; the last few bytes are not looked
    /// at}
    static int plainTo(byte[] bytes, int from, int to) {
        int i = from;
        for (int end = to - BLOCK; i <= end; i += BLOCK) {
            long a = (long) EIGHT.get(bytes, i);
            long b = (long) EIGHT.get(bytes, i + 8);
            long c = (long) EIGHT.get(bytes, i + 16);
            long d = (long) EIGHT.get(bytes, i + 24);
            if (((a | b | c | d | hidden(a) | hidden(b) | hidden(c) | hidden(d)) & HIGH_BITS) != 0) {
                for (int k = 0; k < BLOCK; k += Long.BYTES) {
                    long odd = odd((long) EIGHT.get(bytes, i + k));
                    if (odd != 0) {
                        return i + k + (Long.numberOfTrailingZeros(odd) >>> 3);
                    }
                }
            }
        }
        return i;
    }

    /// {@return the high bit of each byte of ASCII that is neither visible, nor a space or the end of a
    /// line; the other bits say nothing. Lines end in most blocks, so they are told without a branch: they
    /// become zero, and what is neither zero nor at least a space has one of two bits.}
    private static long hidden(long eight) {
        long low = (eight ^ LINE_ENDS) & LOW_BITS;
        return low + LOW_BITS ^ low + TO_HIGH;
    }

    /// {@return the high bit of each of eight bytes that is no allowed character of ASCII: all but the
    /// visible ones, the space, and the three of white space}
    private static long odd(long eight) {
        long control = ~((eight & LOW_BITS) + TO_HIGH) & HIGH_BITS;
        long space =
                zero(eight ^ LINE_ENDS) | zero(eight ^ 0x0D0D_0D0D_0D0D_0D0DL) | zero(eight ^ 0x0909_0909_0909_0909L);
        return control & ~space | eight & HIGH_BITS;
    }

    /// {@return the high bit of each byte that is zero, and no other}
    private static long zero(long eight) {
        return ~((eight & LOW_BITS) + LOW_BITS | eight | LOW_BITS);
    }

    /// {@return the length of the whole, allowed character that begins here; 0 where there is none}
    private static int character(byte[] bytes, int i, int to) {
        int first = bytes[i];
        if (first >= 0) {
            return first >= ' ' || first == '\n' || first == '\r' || first == '\t' ? 1 : 0;
        }
        if (first < (byte) 0xE0 && first >= (byte) 0xC2) {
            // of two bytes, as most letters with a mark
            return i + 1 < to && bytes[i + 1] < (byte) 0xC0 ? 2 : 0;
        }
        int length = length(first & 0xFF);
        if (length == 0 || to - i < length || valid(bytes, i, length) < length) {
            return 0;
        }
        boolean none = first == (byte) 0xEF && bytes[i + 1] == (byte) 0xBF && (bytes[i + 2] & 0xFF) >= 0xBE;
        return none || surrogate(bytes, i) ? 0 : length;
    }

    /// {@return how many bytes the replacement stands for; 0 where more bytes are needed to tell}
    private int broken(int i) {
        int first = raw[i] & 0xFF;
        int length = length(first);
        if (length < 2) {
            return 1;
        }
        int left = limit - i;
        int valid = valid(raw, i, Math.min(length, left));
        if (valid < Math.min(length, left)) {
            return valid;
        }
        if (left < length) {
            return ended ? left : 0;
        }
        return length;
    }

    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /// {@return how many of so many bytes from here can begin a character}
    private static int valid(byte[] bytes, int i, int length) {
        for (int k = 1; k < length; k++) {
            int octet = bytes[i + k] & 0xFF;
            if ((octet & 0xC0) != 0x80 || k == 1 && !second(bytes[i] & 0xFF, octet)) {
                return k;
            }
        }
        return length;
    }

    /// No characters written longer than they need be, and none past the last.
    private static boolean second(int first, int second) {
        return switch (first) {
            case 0xE0 -> second >= 0xA0;
            case 0xF0 -> second >= 0x90;
            case 0xF4 -> second < 0x90;
            default -> true;
        };
    }

    private static boolean surrogate(byte[] bytes, int i) {
        return bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xFF) >= 0xA0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
