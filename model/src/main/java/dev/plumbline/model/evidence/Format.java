package dev.plumbline.model.evidence;

/// A report file's syntax, e.g. `ruff-json`.
public record Format(String id) implements Comparable<Format> {
    private static final Vetted FORM = new Vetted("[a-z0-9]+(-[a-z0-9]+)*");

    public Format {
        if (id.length() > 60 || !FORM.has(id)) {
            throw new IllegalArgumentException("«" + id + "» is not a format id such as ruff-json");
        }
    }

    @Override
    public int compareTo(Format other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
