package dev.plumbline.model.build;

import dev.plumbline.model.evidence.Hex;

/// A commit by its full object id: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits.
public record CommitId(String sha) {
    public CommitId {
        if (!Hex.is(sha, 0, 40) && !Hex.is(sha, 0, 64)) {
            throw new IllegalArgumentException(
                    "«" + sha + "» is not a full commit id of 40 or 64 lower-case hex digits");
        }
    }

    /// The first twelve digits, for people.
    public String abbreviated() {
        return sha.substring(0, 12);
    }

    @Override
    public String toString() {
        return sha;
    }
}
