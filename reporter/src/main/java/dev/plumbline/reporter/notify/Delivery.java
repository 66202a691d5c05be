package dev.plumbline.reporter.notify;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import java.net.URI;
import java.time.Instant;

/// The end of one notification, as it lies on the log under its id.
///
/// @param change what was told: a change, or a re-scoring under an id of the same form
/// @param id derived from change and destination, so that a repetition has the same
/// @param destination digest of the address: addresses of webhooks often hold a secret
/// @param attempts how often it was tried
public record Delivery(String id, Change.Id change, Digest destination, End end, int attempts, Instant recordedAt) {
    static final Codec<Delivery> CODEC = Codec.of(Delivery.class);

    enum End {
        /// The destination answered 2xx.
        DELIVERED,
        /// It did not for a whole day; nobody is told any more.
        ABANDONED
    }

    static String id(Change.Id change, URI destination) {
        return Digest.ofText(change.value() + "\n" + destination).hex().substring(0, 32);
    }
}
