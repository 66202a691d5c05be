package dev.plumbline.ingest.report.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A field that comes in one object after another, and how it stands in the file: the comma, the name and
/// the colon with the white space around them. A tool lays its objects out alike, so that all of this is
/// mostly passed by comparing it with the last time, eight bytes at once.
final class JsonField {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST = 512;
    /// Where it stands differently each time, remembering it is in vain.
    private static final int MOST_FORMS = 32;

    private final JsonName name;
    /// At least eight bytes, of which the last may not be asked for.
    private byte[] lead = {};

    private int length;
    private int last;
    private long mask;
    private boolean first;
    private int forms;
    private RecentBytes.@Nullable Text text;

    JsonField(JsonName name) {
        this.name = name;
    }

    JsonName name() {
        return name;
    }

    /// {@return how many bytes stand before the value}
    int length() {
        return length;
    }

    /// {@return the text that was its value lately; null where none is known}
    RecentBytes.@Nullable Text text() {
        return text;
    }

    void text(RecentBytes.Text lately) {
        text = lately;
    }

    /// {@return whether it stands here as it did the last time}
    ///
    /// @param bytes at least eight more than the limit
    /// @param fresh no field of the object came before it
    boolean stands(byte[] bytes, int from, int limit, boolean fresh) {
        if (length == 0 || from + length > limit || fresh != first) {
            return false;
        }
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) EIGHT.get(bytes, from + i) != (long) EIGHT.get(lead, i)) {
                return false;
            }
        }
        return (((long) EIGHT.get(bytes, from + last) ^ (long) EIGHT.get(lead, last)) & mask) == 0;
    }

    /// Remembers how it stands.
    void stood(byte[] bytes, int from, int to, boolean fresh) {
        if (forms == MOST_FORMS || to - from > LONGEST) {
            return;
        }
        forms++;
        length = to - from;
        last = Math.max(0, length - Long.BYTES);
        mask = -1L >>> Byte.SIZE * Math.max(0, Long.BYTES - length);
        lead = Arrays.copyOfRange(bytes, from, from + Math.max(Long.BYTES, length));
        first = fresh;
    }
}
