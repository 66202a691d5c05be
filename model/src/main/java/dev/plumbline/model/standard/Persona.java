package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Digest;

/// The prose that a standard reads.
///
/// @param bullets how many bullets it has
public record Persona(String file, Digest digest, int bullets) {}
