package dev.plumbline.ingest.report.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A field's name and the bytes by which it is known again, eight at a time.
final class JsonName {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final String text;
    /// As it stands in a file, with the quote that ends it, and zeros up to a multiple of eight.
    private final byte[] written;
    private final int length;
    private final int whole;
    private final long mask;

    private JsonName(String text, byte[] plain) {
        this.text = text;
        this.length = plain.length + 1;
        this.written = Arrays.copyOf(plain, (length + 7) & -8);
        this.written[plain.length] = '"';
        this.whole = (length - 1) & -8;
        this.mask = -1L >>> Long.SIZE - 8 * (length - whole);
    }

    /// A name with a quote or a backslash never stands in a file as it is: a zero, which no file holds,
    /// keeps it from being found there.
    static JsonName of(String text) {
        String written = text.replace('\\', '\0').replace('"', '\0');
        return new JsonName(text, written.getBytes(StandardCharsets.UTF_8));
    }

    /// @param plain the bytes of the name, of which none is written with a backslash
    static JsonName of(byte[] plain) {
        return new JsonName(new String(plain, StandardCharsets.UTF_8), plain);
    }

    String text() {
        return text;
    }

    /// {@return how many bytes it takes, with the quote that ends it}
    int length() {
        return length;
    }

    /// {@return whether it stands here, up to its quote}
    ///
    /// @param bytes at least eight more than are looked at
    boolean stands(byte[] bytes, int from) {
        for (int i = 0; i < whole; i += Long.BYTES) {
            if ((long) EIGHT.get(bytes, from + i) != (long) EIGHT.get(written, i)) {
                return false;
            }
        }
        return (((long) EIGHT.get(bytes, from + whole) ^ (long) EIGHT.get(written, whole)) & mask) == 0;
    }
}
