package dev.plumbline.ingest.report.syntax;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// The JSON values of a file that also holds lines of text, because a tool writes both or because what it
/// said was caught together with its report. A line outside of a value that does not begin one is taken
/// out.
public final class JsonValues extends FilterInputStream {
    /// The byte order mark.
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final int HEAD_BYTES = 512;
    private static final int LINE_CHARS = 500;
    private static final int LINES_KEPT = 1_000;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private final byte[] buffer = new byte[16 * 1_024];
    private final StringBuilder line = new StringBuilder();
    private final List<String> kept = new ArrayList<>();
    private int lines;
    private int from;
    private int to;
    private int depth;
    private int marked;
    private boolean text;
    private boolean quoted;
    private boolean escaped;

    private JsonValues(InputStream in) {
        super(in);
    }

    /// {@return the values, in UTF-8}
    public static JsonValues open(Content content) throws IOException {
        InputStream in = content.open();
        try {
            byte[] head = in.readNBytes(HEAD_BYTES);
            var encoding = Encoding.of(head);
            InputStream whole = encoding.whole(head, in);
            return new JsonValues(
                    encoding.charset().equals(StandardCharsets.UTF_8)
                            ? whole
                            : new EncodedInput(new DecodingReader(whole, encoding.charset())));
        } catch (MalformedReport | IOException e) {
            in.close();
            throw e;
        }
    }

    /// {@return the values as a file: the first time these here, whose lines are counted, then from the
    /// start}
    public Content of(Content content) {
        var first = new AtomicBoolean(true);
        return () -> first.getAndSet(false) ? this : open(content);
    }

    /// {@return how many lines of text were taken out}
    public int lines() {
        return lines;
    }

    /// {@return the first thousand of them}
    public List<String> said() {
        return List.copyOf(kept);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int written = 0;
        while (written == 0 && length > 0) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(buffer, 0, buffer.length));
                if (to == 0) {
                    ended();
                    return -1;
                }
            }
            while (from < to && written < length) {
                if (depth > 0) {
                    int begin = from;
                    from = insideTo(Math.min(to, from + length - written));
                    System.arraycopy(buffer, begin, target, offset + written, from - begin);
                    written += from - begin;
                    continue;
                }
                byte octet = buffer[from++];
                if (passes(octet)) {
                    target[offset + written++] = octet;
                }
            }
        }
        return written;
    }

    private boolean passes(byte octet) {
        if (octet == '\n') {
            ended();
            return true;
        }
        if (text) {
            keep(octet);
            return false;
        }
        if (octet == '{' || octet == '[') {
            depth = 1;
            marked = MARK.length;
            return true;
        }
        if (marked < MARK.length && octet == MARK[marked]) {
            marked++;
            return false;
        }
        marked = MARK.length;
        // a comma may stand between values
        boolean nothing = octet == ' ' || octet == '\t' || octet == '\r' || octet == ',';
        if (!nothing) {
            text = true;
            keep(octet);
        }
        return nothing;
    }

    private void keep(byte octet) {
        if (line.length() < LINE_CHARS) {
            line.append((char) (octet & 0xFF));
        }
    }

    private void ended() {
        if (!text) {
            return;
        }
        text = false;
        lines++;
        String said = new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        line.setLength(0);
        if (kept.size() < LINES_KEPT) {
            kept.add(said);
        }
    }

    /// {@return how far a value goes, at most to the end}
    private int insideTo(int end) {
        int i = from;
        while (i < end && depth > 0) {
            if (quoted && !escaped) {
                i = plainTo(i, end);
                if (i == end) {
                    break;
                }
            }
            inside(buffer[i++]);
        }
        return i;
    }

    /// {@return where, among these, a text has its next quote or backslash, or less than eight bytes
    /// before}
    private int plainTo(int begin, int end) {
        int i = begin;
        for (; i + Long.BYTES <= end; i += Long.BYTES) {
            long eight = (long) EIGHT.get(buffer, i);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long found = ((quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes)) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        return i;
    }

    private void inside(byte octet) {
        if (escaped) {
            escaped = false;
        } else if (quoted) {
            escaped = octet == '\\';
            quoted = octet != '"';
        } else {
            switch (octet) {
                case '"' -> quoted = true;
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {
                    // numbers, words, white space
                }
            }
        }
    }
}
