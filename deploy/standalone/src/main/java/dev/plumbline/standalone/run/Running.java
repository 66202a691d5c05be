package dev.plumbline.standalone.run;

import dev.plumbline.analyzer.Preparation;
import dev.plumbline.http.Health;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Route;
import dev.plumbline.http.StandardRoutes;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.Version;
import dev.plumbline.standalone.topics.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Services of one process, running. Start: broker, topics, services side by side, HTTP last, so that no
/// request meets half a process. Stop: the reporter with its open streams of events, HTTP, the other
/// services, the broker last.
public final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);

    private final Stops stops;
    private final URI address;
    private final List<Health> health;

    private Running(Stops stops, URI address, List<Health> health) {
        this.stops = stops;
        this.address = address;
        this.health = health;
    }

    /// @param stops takes everything that was started, also when starting fails half-way; the caller closes
    ///     it
    /// @param onFailure takes the reason when the embedded broker gives up later
    public static Running start(Plan plan, Stops stops, Consumer<String> onFailure) {
        stops.add("data folder", plan.data());
        Supplier<Preparation> preparation = preparation(plan);
        var connection = connect(plan, stops, onFailure);
        try (var topics = Topics.connect(connection.kafka(), connection.topics())) {
            var made = topics.apply();
            if (!made.isEmpty()) {
                LOG.info("Made {} topics that were missing: {}.", made.size(), String.join(", ", made));
            }
        }
        var meters = new Meters(Version.text());
        stops.add("meters", meters);
        var parts = Parts.start(plan, new Ground(connection, meters.registry(), preparation), stops);
        List<Health> health = parts.stream().map(Part::health).toList();
        var started = new AtomicBoolean();
        var routes = new ArrayList<Route>();
        parts.forEach(part -> routes.addAll(part.routes()));
        routes.addAll(StandardRoutes.of(meters.registry(), started::get, health));
        routes.add(OpenApi.route(routes));
        var server = HttpServer.start(plan.http(), routes);
        stops.add("HTTP server", server);
        parts.stream()
                .filter(part -> part.service() == Service.REPORTER)
                .forEach(reporter -> stops.add("reporter", reporter.stop()::run));
        started.set(true);
        return new Running(stops, address(plan.http().bind(), server.port()), health);
    }

    /// Where this process answers.
    public URI address() {
        return address;
    }

    /// Waits until everything works.
    ///
    /// @return what does not, when it takes too long
    public List<String> awaitReady() throws InterruptedException {
        long giveUp = System.nanoTime() + READY_PATIENCE.toNanos();
        var problems = problems();
        while (!problems.isEmpty() && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(20);
            problems = problems();
        }
        return problems;
    }

    @Override
    public void close() {
        stops.close();
    }

    private List<String> problems() {
        return health.stream().flatMap(part -> part.problems().stream()).toList();
    }

    private static Supplier<Preparation> preparation(Plan plan) {
        if (!plan.services().contains(Service.ANALYZER)) {
            return Preparation::begin;
        }
        var begun = Preparation.begin();
        return () -> begun;
    }

    private static Connection connect(Plan plan, Stops stops, Consumer<String> onFailure) {
        return switch (plan.log()) {
            case LogPlace.Cluster(var kafka, var topics) -> new Connection(kafka, topics, false);
            case LogPlace.Embedded embedded -> {
                var broker = EmbeddedBroker.start(plan.data(), onFailure);
                stops.add("embedded broker", broker);
                yield new Connection(Map.of("bootstrap.servers", broker.bootstrapServers()), embedded.topics(), true);
            }
        };
    }

    private static URI address(String bind, int port) {
        String host = Stream.of("0.0.0.0", "::").anyMatch(bind::equals) ? "localhost" : bind;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }
}
