package dev.plumbline.model.standard;

import java.util.regex.Pattern;

/// Name of a rule within its standard, dotted: `py.test.coverage`.
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    public RuleId {
        if (value.length() > 100 || !FORM.matcher(value).matches()) {
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
