package dev.plumbline.model.standard;

/// How binding a rule is, in the sense of RFC 2119. Only MUST decides levels and gates.
public enum Keyword {
    MUST,
    SHOULD,
    MAY
}
