package dev.plumbline.collect.java;

import dev.plumbline.collect.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The annotations of a declaration, by their simple names.
final class Annotations {
    private Annotations() {}

    static Stream<Node> of(Node declaration) {
        Node modifiers = declaration.child("modifiers");
        return modifiers == null
                ? Stream.empty()
                : modifiers.children().stream().filter(it -> it.isOneOf("marker_annotation", "annotation"));
    }

    /// {@return the simple name: `Valid` of `@jakarta.validation.Valid`}
    static String name(Node annotation) {
        String name = annotation.textOf("name");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static boolean any(Node declaration, Set<String> names) {
        return of(declaration).anyMatch(it -> names.contains(name(it)));
    }

    /// {@return the texts in the arguments of an annotation}
    static List<String> texts(Node annotation) {
        var texts = new ArrayList<String>();
        annotation.walk(node -> {
            if (node.is("string_fragment")) {
                texts.add(node.text());
            }
        });
        return texts;
    }
}
