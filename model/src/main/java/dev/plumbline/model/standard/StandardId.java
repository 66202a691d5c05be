package dev.plumbline.model.standard;

import java.util.regex.Pattern;

/// Name of a standard, e.g. `backend-engineer-python`; parents are written `org/user`.
public record StandardId(String value) implements Comparable<StandardId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?");

    public StandardId {
        if (value.length() > 100 || !FORM.matcher(value).matches()) {
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
