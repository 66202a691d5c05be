package dev.plumbline.http;

import java.util.List;

/// What a part of the process says of itself.
@FunctionalInterface
public interface Health {
    /// {@return a sentence for each thing that keeps the part from working; empty when it works}
    List<String> problems();
}
