package dev.plumbline.analyzer.topology;

import java.util.ArrayList;
import java.util.List;

/// What one step does to stores and log, made whole before any of it is done: a step that fails leaves nothing behind.
final class Effects {
    static final Effects NONE = new Effects();
    private final List<Runnable> inOrder = new ArrayList<>();

    /// @param effect must not fail but for the world's fault
    void add(Runnable effect) {
        inOrder.add(effect);
    }

    void happen() {
        inOrder.forEach(Runnable::run);
    }
}
