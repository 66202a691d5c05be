package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Digest;
import java.time.Instant;

/// A binding was published. The digest is that of its canonical JSON.
public record BindingPublished(Binding binding, Digest digest, Instant publishedAt, String publisher) {}
