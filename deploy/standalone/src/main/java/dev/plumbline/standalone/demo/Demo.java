package dev.plumbline.standalone.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Fills a running installation with the demo's organisation. A second run on the same data folder sends the same
/// builds,
/// which are recognised and change nothing.
public final class Demo {
    private static final String MOMENT_FILE = "demo-moment";
    private static final int SENDERS = 4;

    private final URI server;
    private final String adminToken;
    private final Path data;

    public Demo(URI server, String adminToken, Path data) {
        this.server = server;
        this.adminToken = adminToken;
        this.data = data;
    }

    /// What was sent, and a command line that sends one more build.
    public record Filled(int repositories, int builds, String curl) {}

    public Filled fill(Consumer<String> progress) throws IOException, InterruptedException {
        var organisation = Organisation.load();
        var sender = new Sender(server, adminToken, organisation);
        for (var repository : organisation.repositories()) {
            sender.register(repository);
        }
        List<DemoBuild> builds = History.of(organisation, moment());
        progress.accept("sending " + builds.size() + " builds of "
                + organisation.repositories().size() + " repositories, made from real reports");
        sendAll(sender, builds);
        return new Filled(organisation.repositories().size(), builds.size(), curl());
    }

    /// Builds of one repository go one after another; repositories go side by side.
    private static void sendAll(Sender sender, List<DemoBuild> builds) throws IOException {
        var byRepository = builds.stream()
                .collect(Collectors.groupingBy(build -> build.repository().id()));
        try (var executor = Executors.newFixedThreadPool(SENDERS)) {
            var sending = byRepository.values().stream()
                    .map(own -> CompletableFuture.runAsync(() -> own.forEach(build -> send(sender, build)), executor))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sending).join();
        } catch (CompletionException e) {
            throw new IOException("the demo's builds could not be sent: " + e.getMessage(), e);
        }
    }

    private static void send(Sender sender, DemoBuild build) {
        try {
            sender.upload(build);
        } catch (IOException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    /// The moment up to which the history goes is kept, so that a restart tells the same history.
    private Instant moment() throws IOException {
        Path file = data.resolve(MOMENT_FILE);
        if (Files.exists(file)) {
            return Instant.parse(Files.readString(file).strip());
        }
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        Files.writeString(file, now + "\n");
        return now;
    }

    private String curl() throws IOException {
        Path folder = data.resolve("sample-reports");
        Path coverage = Samples.copyTo(folder, "coverage/cpython-parts.xml");
        Path tests = Samples.copyTo(folder, "tests/cpython-parts-junit.xml");
        Path ruff = Samples.copyTo(folder, "ruff/ruff-orders.json");
        Path settings = Samples.copyTo(folder, "ruff/ruff-settings-strict.txt");
        return """
                curl -sS -F build='{"repository":{"name":"acme/my-first"},"commit":"%s","run":"1","complete":true}' \\
                  -F coverage=@%s -F tests=@%s \\
                  -F ruff=@%s -F settings=@%s \\
                  '%s/api/v1/builds?wait=PT10S'""".formatted("0123456789abcdef0123456789abcdef01234567", coverage, tests, ruff, settings, server);
    }
}
