package dev.plumbline.ingest.report.syntax;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The names that came lately: those of a report come again and again. A name whose place another one takes
/// is made again: whatever a file holds, this takes no more than its places.
final class JsonNames {
    private static final int PLACES = 512;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final @Nullable JsonName[] names = new @Nullable JsonName[PLACES];

    /// @param bytes at least eight more than the name; the quote that ends it stands at `to`
    JsonName of(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        JsonName known = names[place];
        if (known != null && known.length() == to - from + 1 && known.stands(bytes, from)) {
            return known;
        }
        var name = JsonName.of(Arrays.copyOfRange(bytes, from, to));
        names[place] = name;
        return name;
    }

    private static int place(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = (hash ^ (long) EIGHT.get(bytes, i)) * 0x9E37_79B9_7F4A_7C15L;
            hash ^= hash >>> 29;
        }
        if (i < to) {
            hash = (hash ^ (long) EIGHT.get(bytes, i) << Long.SIZE - 8 * (to - i)) * 0x9E37_79B9_7F4A_7C15L;
        }
        return (int) (hash >>> 40) & PLACES - 1;
    }
}
