package dev.plumbline.model.decision;

import java.util.Locale;
import java.util.regex.Pattern;

/// Name of a decision and, but for a revocation, its key on the log: `waiver:<ulid>`, `attestation:<ulid>`,
/// `rescore:<ulid>`.
///
/// @param ulid 26 digits of Crockford's base 32, so that ids sort by the moment of the request
public record DecisionId(Sort sort, String ulid) implements Comparable<DecisionId> {
    private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    /// What is decided.
    public enum Sort {
        WAIVER,
        ATTESTATION,
        RESCORE
    }

    public DecisionId {
        if (!ULID.matcher(ulid).matches()) {
            throw new IllegalArgumentException("«" + ulid + "» is not a ULID of 26 digits and capital letters");
        }
    }

    public static DecisionId parse(String text) {
        int colon = text.indexOf(':');
        for (var sort : Sort.values()) {
            if (colon > 0 && text.substring(0, colon).equals(sort.name().toLowerCase(Locale.ROOT))) {
                return new DecisionId(sort, text.substring(colon + 1));
            }
        }
        throw new IllegalArgumentException(
                "«" + text + "» is not a decision id; use waiver:<ulid>, attestation:<ulid> or rescore:<ulid>");
    }

    public String value() {
        return sort.name().toLowerCase(Locale.ROOT) + ":" + ulid;
    }

    @Override
    public int compareTo(DecisionId other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value();
    }
}
