package dev.plumbline.model.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A content address: `sha256:` and 64 hexadecimal digits.
public record Digest(String value) implements Comparable<Digest> {
    private static final String PREFIX = "sha256:";

    public Digest {
        if (!value.startsWith(PREFIX) || !Hex.is(value, PREFIX.length(), 64)) {
            throw new IllegalArgumentException("«" + value + "» is not a digest of the form sha256:<64 hex digits>");
        }
    }

    public static Digest of(byte[] bytes) {
        return ofHash(sha256().digest(bytes));
    }

    public static Digest ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param hash the 32 bytes of a finished SHA-256
    public static Digest ofHash(byte[] hash) {
        return new Digest(PREFIX + HexFormat.of().formatHex(hash));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256; this one does not.", e);
        }
    }

    public String hex() {
        return value.substring(PREFIX.length());
    }

    @Override
    public int compareTo(Digest other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
