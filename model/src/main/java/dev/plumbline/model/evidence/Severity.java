package dev.plumbline.model.evidence;

/// How bad a finding or vulnerability is, on one scale for all tools; the readers document their mapping.
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO,
    UNSTATED
}
