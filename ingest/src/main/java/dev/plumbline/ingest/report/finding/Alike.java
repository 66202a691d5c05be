package dev.plumbline.ingest.report.finding;

import dev.plumbline.model.evidence.Fingerprints;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// Findings that only their number among themselves tells apart: one rule finds the same in one file.
final class Alike {
    private final String rule;
    private final String path;
    private final String message;
    private final int hash;
    private byte[] named = {};
    private int count;

    /// @param message without its numbers
    Alike(String rule, String path, String message) {
        this.rule = rule;
        this.path = path;
        this.message = message;
        this.hash = 31 * (31 * rule.hashCode() + path.hashCode()) + message.hashCode();
    }

    /// {@return the hash of the next one}
    long next(String tool, MessageDigest sha256) {
        if (count == 0) {
            named = (tool + '\0' + rule + '\0' + path + '\0' + message + '\0').getBytes(StandardCharsets.UTF_8);
        }
        count++;
        return Fingerprints.hash(sha256, named, Integer.toString(count));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Alike alike
                && hash == alike.hash
                && message.equals(alike.message)
                && path.equals(alike.path)
                && rule.equals(alike.rule);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
