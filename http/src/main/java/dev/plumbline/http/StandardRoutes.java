package dev.plumbline.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The routes that every service has: `/metrics` and `/health/{live,ready,started}`.
public final class StandardRoutes {
    private StandardRoutes() {}

    /// @param started whether starting has come to its end
    /// @param parts what must work for the service to be ready
    public static List<Route> of(PrometheusMeterRegistry meters, BooleanSupplier started, List<Health> parts) {
        return List.of(
                Route.get(
                        "/metrics",
                        Access.VIEW,
                        _ -> Reply.bytes(
                                200,
                                "text/plain; version=0.0.4; charset=utf-8",
                                meters.scrape().getBytes(StandardCharsets.UTF_8))),
                Route.get("/health/live", Access.OPEN, _ -> Reply.json(200, "{\"status\":\"up\"}")),
                Route.get(
                        "/health/started",
                        Access.OPEN,
                        _ -> started.getAsBoolean() ? up() : down(List.of("still starting"))),
                Route.get("/health/ready", Access.OPEN, _ -> {
                    var problems = parts.stream()
                            .flatMap(part -> part.problems().stream())
                            .toList();
                    return started.getAsBoolean() && problems.isEmpty()
                            ? up()
                            : down(problems.isEmpty() ? List.of("still starting") : problems);
                }));
    }

    private static Reply up() {
        return Reply.json(200, "{\"status\":\"up\"}");
    }

    private static Reply down(List<String> problems) {
        return Reply.problem(Problem.unavailable(String.join("; ", problems)));
    }
}
