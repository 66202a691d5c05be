package dev.plumbline.model.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;

/// Sorted, distinct 64-bit hashes of names or findings, in base64 on the log. Past a limit the set is left
/// out and marked: what needs it is then not compared.
///
/// @param packed eight big-endian bytes a hash, ascending as signed numbers; empty when `truncated`
/// @param count how many distinct hashes there were, left out or not
public record Fingerprints(String packed, int count, boolean truncated) {
    public static final int FINDINGS_LIMIT = 4_096;
    public static final int TESTS_LIMIT = 16_384;
    public static final int INVENTORY_LIMIT = 16_384;
    public static final Fingerprints NONE = new Fingerprints("", 0, false);

    public static Fingerprints of(Collection<Long> hashes, int limit) {
        return of(hashes.stream().mapToLong(Long::longValue).toArray(), limit);
    }

    public static Fingerprints of(long[] hashes, int limit) {
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (long hash : sorted) {
            if (count == 0 || sorted[count - 1] != hash) {
                sorted[count++] = hash;
            }
        }
        if (count > limit) {
            return new Fingerprints("", count, true);
        }
        var bytes = ByteBuffer.allocate(count * Long.BYTES);
        bytes.asLongBuffer().put(sorted, 0, count);
        return new Fingerprints(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()), count, false);
    }

    /// The first 64 bits of the SHA-256 of a text.
    public static long hash(String text) {
        return hash(Digest.sha256(), text);
    }

    /// The same with a digest that is used for one text after another.
    public static long hash(MessageDigest sha256, String text) {
        return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /// The same of a text whose beginning is there in UTF-8 already.
    public static long hash(MessageDigest sha256, byte[] beginning, String end) {
        sha256.update(beginning);
        return hash(sha256, end);
    }

    /// {@return the hashes, ascending; empty when truncated}
    public long[] hashes() {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(packed));
        var hashes = new long[bytes.remaining() / Long.BYTES];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = bytes.getLong();
        }
        return hashes;
    }
}
