package dev.plumbline.collect;

import dev.plumbline.collect.syntax.Node;

/// One source file, parsed.
public record SourceFile(SourcePath at, Node root) {
    public String path() {
        return at.path();
    }
}
