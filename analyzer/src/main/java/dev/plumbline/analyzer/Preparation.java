package dev.plumbline.analyzer;

import dev.plumbline.analyzer.shipped.Shipped;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.topology.CompiledStandards;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// What the analyzer can do before there is a log: read the standards that ship, then compile them. That
/// takes the processor and waits for nobody, so it goes beside the start of a broker.
public final class Preparation {
    private static final Executor BESIDE =
            work -> Thread.ofPlatform().name("prepare-standards").daemon().start(work);

    private final CompiledStandards compiled = new CompiledStandards();
    private final CompletableFuture<Shipped> shipped = CompletableFuture.supplyAsync(Shipped::read, BESIDE);

    private Preparation() {
        // whoever needs a standard that is being compiled waits for that inside; one that failed is tried again there
        var _ = shipped.thenAcceptAsync(this::compile, BESIDE);
    }

    /// Begins, and comes back at once.
    public static Preparation begin() {
        return new Preparation();
    }

    /// Waits until they are read.
    Shipped shipped() {
        return shipped.join();
    }

    CompiledStandards compiled() {
        return compiled;
    }

    private void compile(Shipped all) {
        for (var standard : all.standards()) {
            try {
                compiled.compile(standard);
            } catch (StandardRefused e) {
                throw new IllegalStateException("The standards that ship with the product must compile.", e);
            }
        }
    }
}
