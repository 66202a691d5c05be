package dev.plumbline.model.score;

import dev.plumbline.model.evidence.Digest;

/// A binding as it stood when a scorecard was made.
public record BindingRef(String id, int revision, Digest digest) {}
