package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Vetted;

/// Name of a standard, e.g. `backend-engineer-python`; parents are written `org/user`.
public record StandardId(String value) implements Comparable<StandardId> {
    private static final Vetted FORM = new Vetted("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");

    public StandardId {
        if (value.length() > 100 || !FORM.has(value)) {
            throw new IllegalArgumentException("«" + value + "» is not a standard id such as backend-engineer-python");
        }
    }

    @Override
    public int compareTo(StandardId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
