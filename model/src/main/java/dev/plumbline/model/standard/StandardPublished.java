package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Digest;
import java.time.Instant;

/// A standard was published. The digest is that of its canonical JSON.
public record StandardPublished(Standard standard, Digest digest, Instant publishedAt, String publisher) {
    public StandardRef ref() {
        return new StandardRef(standard.id(), standard.version(), digest);
    }
}
