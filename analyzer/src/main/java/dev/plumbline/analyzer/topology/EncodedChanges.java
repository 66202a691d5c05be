package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Changes, each encoded once: what stands in the build's row is what goes to the log.
///
/// @param encoded one for each change
record EncodedChanges(List<Change> changes, List<byte[]> encoded) {
    static final EncodedChanges NONE = new EncodedChanges(List.of(), List.of());

    static EncodedChanges of(List<Change> changes) {
        return new EncodedChanges(
                changes, changes.stream().map(Codec.CHANGE::encode).toList());
    }

    /// {@return some changes; only those that are not among these are encoded anew}
    EncodedChanges only(List<Change> some) {
        if (some.equals(changes)) {
            return this;
        }
        var bytes = new ArrayList<byte[]>();
        for (var change : some) {
            int at = changes.indexOf(change);
            bytes.add(at < 0 ? Codec.CHANGE.encode(change) : encoded.get(at));
        }
        return new EncodedChanges(some, bytes);
    }

    Told told() {
        return Told.of(encoded);
    }

    <T> List<T> each(BiFunction<Change, byte[], T> made) {
        var all = new ArrayList<T>();
        for (int i = 0; i < changes.size(); i++) {
            all.add(made.apply(changes.get(i), encoded.get(i)));
        }
        return all;
    }
}
