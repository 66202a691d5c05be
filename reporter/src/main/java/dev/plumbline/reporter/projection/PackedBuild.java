package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Packing;
import java.util.Arrays;

/// The bytes of a scored build, packed. Equal where the builds are.
public final class PackedBuild {
    private final byte[] bytes;

    private PackedBuild(byte[] bytes) {
        this.bytes = bytes;
    }

    static PackedBuild of(BuildScored scored) {
        return new PackedBuild(Packing.packed(Codec.BUILD_SCORED.encode(scored)));
    }

    BuildScored unpacked() {
        return Codec.BUILD_SCORED.decode(Packing.unpacked(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackedBuild that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " packed bytes";
    }
}
