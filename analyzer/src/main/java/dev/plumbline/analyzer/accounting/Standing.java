package dev.plumbline.analyzer.accounting;

/// How a bullet is accounted for.
public enum Standing {
    /// By rules, each of which has been seen to pass and to fail on report files, or that ask for an attestation
    /// besides.
    ENFORCED,
    /// By a person's word.
    ATTESTED,
    /// Openly not at all: a tag, guidance, or what another persona says.
    GUIDANCE,
    /// By a rule that has not been seen to pass and to fail.
    UNPROVEN,
    /// By nothing.
    UNACCOUNTED;

    public boolean accounted() {
        return switch (this) {
            case ENFORCED, ATTESTED, GUIDANCE -> true;
            case UNPROVEN, UNACCOUNTED -> false;
        };
    }
}
