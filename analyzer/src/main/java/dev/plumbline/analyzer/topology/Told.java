package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The changes that stand of a build as they were last told. They lie in the build's row packed, for they
/// say much the same, and are read only when a later revision compares with them.
final class Told {
    static final Told NOTHING = new Told(new byte[0]);

    private final byte[] packed;

    private Told(byte[] packed) {
        this.packed = packed;
    }

    /// @param encoded the changes as they lie on the log
    static Told of(List<byte[]> encoded) {
        if (encoded.isEmpty()) {
            return NOTHING;
        }
        var all = new ByteArrayOutputStream(2048 * encoded.size());
        try (var out = new DataOutputStream(all)) {
            out.writeShort(encoded.size());
            for (byte[] change : encoded) {
                out.writeInt(change.length);
                out.write(change);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return new Told(Packing.packed(all.toByteArray()));
    }

    static Told read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == 0 ? NOTHING : new Told(in.readNBytes(length));
    }

    /// {@return how many bytes it takes in a row}
    int length() {
        return Integer.BYTES + packed.length;
    }

    void put(ByteBuffer row) {
        row.putInt(packed.length).put(packed);
    }

    List<Change> changes() {
        if (packed.length == 0) {
            return List.of();
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(Packing.unpacked(packed)))) {
            var changes = new ArrayList<Change>();
            for (int left = in.readShort(); left > 0; left--) {
                changes.add(Codec.CHANGE.decode(in.readNBytes(in.readInt())));
            }
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException("The changes in a build's row are cut short.", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Told told && Arrays.equals(packed, told.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return changes().size() + " changes";
    }
}
