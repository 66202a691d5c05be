package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Vetted;

/// Name of a rule within its standard, dotted: `py.test.coverage`.
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Vetted FORM = new Vetted("[a-z0-9]+([.-][a-z0-9]+)*");

    public RuleId {
        if (value.length() > 100 || !FORM.has(value)) {
            throw new IllegalArgumentException("«" + value + "» is not a rule id such as py.test.coverage");
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
