package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Digest;

/// A published standard, pinned to its bytes.
public record StandardRef(StandardId id, Version version, Digest digest) {
    @Override
    public String toString() {
        return id + "@" + version;
    }
}
