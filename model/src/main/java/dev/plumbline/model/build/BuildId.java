package dev.plumbline.model.build;

import dev.plumbline.model.evidence.Digest;
import java.util.regex.Pattern;

/// Identity of a build for links and headers: 32 hexadecimal digits, derived from its key, so that every upload of the
/// build names the same one.
public record BuildId(String value) implements Comparable<BuildId> {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public BuildId {
        if (!FORM.matcher(value).matches()) {
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
