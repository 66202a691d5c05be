package dev.plumbline.model.evidence;

/// Identity of an upload, derived from what it says (build part and report digests), so that a repetition has the same.
public record UploadId(String value) implements Comparable<UploadId> {
    public UploadId {
        if (!Hex.is(value, 0, 32)) {
            throw new IllegalArgumentException("«" + value + "» is not an upload id of 32 lower-case hex digits");
        }
    }

    /// @param content everything that the upload says, in one canonical text
    public static UploadId ofContent(String content) {
        return new UploadId(Digest.ofText(content).hex().substring(0, 32));
    }

    @Override
    public int compareTo(UploadId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
