package dev.plumbline.model.standard;

/// How strictly a binding holds, in ascending order. Draft and shadow are shown to the standard's owner only.
public enum Step {
    DRAFT,
    SHADOW,
    WARN,
    GATE
}
