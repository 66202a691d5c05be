package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import java.util.Arrays;
import java.util.List;

/// The changes that stand of a build as they were last told. They lie in the build's row encoded, and are read only
/// when a
/// later revision compares with them.
record Told(List<byte[]> encoded) {
    static final Told NOTHING = new Told(List.of());

    static Told of(List<Change> changes) {
        return changes.isEmpty()
                ? NOTHING
                : new Told(changes.stream().map(Codec.CHANGE::encode).toList());
    }

    static Told kept(List<byte[]> encoded) {
        return encoded.isEmpty() ? NOTHING : new Told(List.copyOf(encoded));
    }

    List<Change> changes() {
        return encoded.stream().map(Codec.CHANGE::decode).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Told told
                && encoded.size() == told.encoded.size()
                && Arrays.deepEquals(encoded.toArray(), told.encoded.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(encoded.toArray());
    }

    @Override
    public String toString() {
        return encoded.size() + " changes";
    }
}
