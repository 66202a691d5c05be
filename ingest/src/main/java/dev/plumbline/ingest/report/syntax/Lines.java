package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Walks through a text report line by line. Lines are looked for among the bytes, where eight are seen at
/// once, and become characters one by one.
public final class Lines implements AutoCloseable {
    private static final int LINE_CHARS = 64 * 1024;
    /// A character takes at most three bytes for each of its units.
    private static final int LINE_BYTES = 3 * LINE_CHARS;

    private static final int FIRST_BYTES = 16 * 1024;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_ENDS = 0x0A0A_0A0A_0A0A_0A0AL;
    private static final long RETURNS = 0x0D0D_0D0D_0D0D_0D0DL;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private final InputStream utf8;
    private final IntSupplier replaced;
    private final Allowance allowance;
    private byte[] buffer = new byte[FIRST_BYTES];
    private int at;
    private int limit;
    private int number;
    /// Zero where the line is known to be nothing but characters of ASCII without a carriage return.
    private long odd;

    private Lines(InputStream utf8, IntSupplier replaced, Allowance allowance) {
        this.utf8 = utf8;
        this.replaced = replaced;
        this.allowance = allowance;
    }

    /// The caller closes the lines.
    public static Lines open(Content content, Allowance allowance) throws IOException {
        InputStream in = content.open();
        byte[] head = in.readNBytes(512);
        var encoding = Encoding.of(head);
        if (encoding.charset().equals(StandardCharsets.UTF_8)) {
            var bytes = new Utf8Input(encoding.whole(head, in));
            return new Lines(bytes, bytes::replaced, allowance);
        }
        var characters = new DecodingReader(encoding.whole(head, in), encoding.charset());
        return new Lines(new EncodedInput(characters), characters::replaced, allowance);
    }

    /// {@return the next line without its end; null after the last}
    public @Nullable String next() throws IOException {
        allowance.step();
        number++;
        odd = 0;
        int from = at;
        int end = lineEnd(from);
        while (end == limit) {
            if (limit - at > LINE_BYTES) {
                throw tooLong();
            }
            from = limit - at;
            if (!fill()) {
                String rest = text(limit);
                at = limit;
                return rest.isEmpty() ? null : rest;
            }
            end = lineEnd(from);
        }
        String line = text(end);
        at = end + 1;
        return line;
    }

    /// {@return where the line ends that goes on from here; the limit where its end is not among these
    /// bytes}
    private int lineEnd(int from) {
        int i = from;
        while (i + Long.BYTES <= limit) {
            long eight = (long) EIGHT.get(buffer, i);
            odd |= equal(eight, RETURNS) | eight & HIGH_BITS;
            long ends = equal(eight, LINE_ENDS);
            if (ends != 0) {
                return i + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
            i += Long.BYTES;
        }
        odd = -1;
        while (i < limit && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    /// {@return the high bit of each byte that is the same, the lowest of them at least; others may be set
    /// above it}
    private static long equal(long eight, long same) {
        long others = eight ^ same;
        return (others - ONES) & ~others & HIGH_BITS;
    }

    private String text(int end) {
        if (odd == 0 && end - at <= LINE_CHARS) {
            return new String(buffer, at, end - at, StandardCharsets.ISO_8859_1);
        }
        String text = new String(buffer, at, end - at, StandardCharsets.UTF_8);
        if (text.length() > LINE_CHARS) {
            throw tooLong();
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r", "");
    }

    /// Gets more of the line that is not at its end.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        int more = utf8.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, more);
        return more > 0;
    }

    private MalformedReport tooLong() {
        return new MalformedReport(
                where(), "A line is longer than " + LINE_CHARS + " characters.", "Send the file as the tool wrote it.");
    }

    public Where where() {
        return new Where.Place(number, 1);
    }

    /// {@return how many characters were replaced because they cannot be decoded or are not allowed}
    public int replacedCharacters() {
        return replaced.getAsInt();
    }

    @Override
    public void close() throws IOException {
        utf8.close();
    }
}
