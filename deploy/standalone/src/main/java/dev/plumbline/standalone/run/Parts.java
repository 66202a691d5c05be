package dev.plumbline.standalone.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts services side by side: each waits for the broker more than it works.
final class Parts {
    private Parts() {}

    /// {@return the services, in their order} Those that started are among the stops even when another
    /// failed.
    static List<Part> start(Plan plan, Ground ground, Stops stops) {
        try (var executor = Executors.newFixedThreadPool(Service.values().length)) {
            var starting = plan.services().stream()
                    .sorted()
                    .map(service -> executor.submit((Callable<Part>) () -> started(service.start(plan, ground), stops)))
                    .toList();
            var parts = new ArrayList<Part>();
            for (Future<Part> future : starting) {
                parts.add(future.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("A service did not start: " + e.getCause(), e);
        }
    }

    private static Part started(Part part, Stops stops) {

        if (part.service() != Service.REPORTER) { // it stops before the HTTP server, which is not there yet
            stops.add(part.service().title(), part.stop()::run);
        }
        return part;
    }
}
