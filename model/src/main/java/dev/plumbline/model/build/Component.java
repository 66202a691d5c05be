package dev.plumbline.model.build;

import dev.plumbline.model.evidence.Vetted;

/// A part of a monorepo that is judged on its own: a path below the repository's root, or the root itself.
public record Component(String path) implements Comparable<Component> {
    private static final Vetted FORM = new Vetted("\\.|[A-Za-z0-9._@-]{1,100}(/[A-Za-z0-9._@-]{1,100}){0,9}");
    public static final Component ROOT = new Component(".");

    public Component {
        if (!FORM.has(path) || path.contains("..")) {
            throw new IllegalArgumentException(
                    "«" + path + "» is not a component; use a path such as services/billing, or .");
        }
    }

    public boolean isRoot() {
        return path.equals(".");
    }

    @Override
    public int compareTo(Component other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
