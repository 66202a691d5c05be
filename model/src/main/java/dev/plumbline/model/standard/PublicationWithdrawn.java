package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Digest;
import java.time.Instant;

/// A standard or a binding was withdrawn: the mark that stays on the log when the record itself is gone.
/// What is shipped is not published again while it is there, and nothing else may take the name.
///
/// @param of the key under which it was published
/// @param digest of what it said
/// @param by who withdrew it
public record PublicationWithdrawn(String of, Digest digest, Instant withdrawnAt, String by) {
    private static final String MARK = "withdrawn:";

    public String key() {
        return key(of);
    }

    public static String key(String of) {
        return MARK + of;
    }

    /// Whether a key of the topic is that of such a mark.
    public static boolean isKey(String key) {
        return key.startsWith(MARK);
    }
}
