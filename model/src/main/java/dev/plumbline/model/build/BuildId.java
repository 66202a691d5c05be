package dev.plumbline.model.build;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Hex;

/// Identity of a build for links and headers: 32 hexadecimal digits, derived from its key, so that every upload of the
/// build names the same one.
public record BuildId(String value) implements Comparable<BuildId> {
    public BuildId {
        if (!Hex.is(value, 0, 32)) {
            throw new IllegalArgumentException("«" + value + "» is not a build id of 32 lower-case hex digits");
        }
    }

    static BuildId of(BuildKey key) {
        return new BuildId(Digest.ofText(key.repository() + "\n" + key.component() + "\n" + key.commit() + "\n"
                        + key.run() + "\n" + key.attempt())
                .hex()
                .substring(0, 32));
    }

    @Override
    public int compareTo(BuildId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
