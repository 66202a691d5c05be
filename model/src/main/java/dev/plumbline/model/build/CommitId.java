package dev.plumbline.model.build;

import java.util.regex.Pattern;

/// A commit by its full object id: 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal digits.
public record CommitId(String sha) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    public CommitId {
        if (!FORM.matcher(sha).matches()) {
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
