package dev.plumbline.collect.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A node of a syntax tree. Punctuation is left out; keywords are nodes of their own name.
public final class Node {
    private final SourceText text;
    private final String type;
    private final String field;
    private final int start;
    private final int end;
    private final @Nullable Node parent;
    private final List<Node> children = new ArrayList<>(2);

    Node(SourceText text, String type, String field, int start, int end, @Nullable Node parent) {
        this.text = text;
        this.type = type;
        this.field = field;
        this.start = start;
        this.end = end;
        this.parent = parent;
    }

    void add(Node child) {
        children.add(child);
    }

    public String type() {
        return type;
    }

    public boolean is(String type) {
        return this.type.equals(type);
    }

    public boolean isOneOf(String... types) {
        for (String one : types) {
            if (type.equals(one)) {
                return true;
            }
        }
        return false;
    }

    public @Nullable Node parent() {
        return parent;
    }

    public List<Node> children() {
        return children;
    }

    public Stream<Node> children(String type) {
        return children.stream().filter(child -> child.is(type));
    }

    public boolean has(String type) {
        return child(type) != null;
    }

    /// {@return the first child of a type}
    public @Nullable Node child(String type) {
        for (Node child : children) {
            if (child.is(type)) {
                return child;
            }
        }
        return null;
    }

    /// {@return the first child in a field}
    public @Nullable Node field(String field) {
        for (Node child : children) {
            if (child.field.equals(field)) {
                return child;
            }
        }
        return null;
    }

    /// {@return the text of the first child in a field; empty where there is none}
    public String textOf(String field) {
        Node child = field(field);
        return child == null ? "" : child.text();
    }

    public String text() {
        return text.between(start, end);
    }

    public int line() {
        return text.line(start);
    }

    public int lines() {
        return text.line(end) - text.line(start) + 1;
    }

    /// Visits this node and everything below it, parents first.
    public void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        for (Node child : children) {
            child.walk(visitor);
        }
    }

    /// Like {@link #walk} without what is below nodes of some types, this one excepted.
    public void walkWithout(List<String> closed, Consumer<Node> visitor) {
        visitor.accept(this);
        for (Node child : children) {
            if (!closed.contains(child.type)) {
                child.walkWithout(closed, visitor);
            }
        }
    }

    /// {@return the next node above of one of these types}
    public @Nullable Node above(String... types) {
        Node at = parent;
        while (at != null && !at.isOneOf(types)) {
            at = at.parent;
        }
        return at;
    }
}
