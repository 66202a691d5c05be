package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.Severity;

/// One entry of a report, as the report writes it.
///
/// @param path as written; empty where none is named
/// @param line from 1; 0 where none is named
record Entry(String rule, Severity severity, String path, int line, String message, State state) {
    Entry rule(String other) {
        return new Entry(other, severity, path, line, message, state);
    }

    Entry severity(Severity other) {
        return new Entry(rule, other, path, line, message, state);
    }

    Entry message(String other) {
        return new Entry(rule, severity, path, line, other, state);
    }

    Entry path(String other) {
        return new Entry(rule, severity, other, line, message, state);
    }

    Entry line(int other) {
        return new Entry(rule, severity, path, other, message, state);
    }

    Entry state(State other) {
        return new Entry(rule, severity, path, line, message, other);
    }

    /// @param not whether somebody decided that it does not count
    Entry suppressed(boolean not) {
        return not ? state(State.SUPPRESSED) : this;
    }
}
