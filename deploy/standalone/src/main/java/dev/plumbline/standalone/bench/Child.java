package dev.plumbline.standalone.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `plumbline up` in a process of its own, started with the options of this one.
final class Child implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    /// Its connections are kept: what opening one costs is not measured.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final long startedNanos;

    private Child(Process process, URI server, long startedNanos) {
        this.process = process;
        this.server = server;
        this.startedNanos = startedNanos;
    }

    /// Starts the process, and does not wait for it.
    static Child start(Path data, int port) throws IOException {
        long started = System.nanoTime();
        var process = new ProcessBuilder(command(data, port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(data.resolveSibling("up.log").toFile())
                .start();
        return new Child(process, URI.create("http://127.0.0.1:" + port), started);
    }

    URI server() {
        return server;
    }

    /// {@return the seconds from the start of the process to its being ready}
    double awaitReady() throws InterruptedException {
        return awaitOk(HttpRequest.newBuilder(server.resolve("/health/ready")).build());
    }

    /// Sends a request until it is answered with 200: nobody listens at first, then not everything works.
    ///
    /// @return the seconds from the start of the process to that answer
    double awaitOk(HttpRequest request) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!ok(request)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("the process to measure did not answer "
                        + request.uri().getPath() + " with 200 within " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private boolean ok(HttpRequest request) throws InterruptedException {
        try {
            return send(request).statusCode() == 200;
        } catch (IOException e) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the process to measure ended with exit code " + process.exitValue(), e);
            }
            return false;
        }
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// Heap in use as the process's own metrics say.
    long heapBytes() throws IOException, InterruptedException {
        var metrics =
                send(HttpRequest.newBuilder(server.resolve("/metrics")).build()).body();
        return (long) metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains("area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Resident set in bytes; 0 where the platform has no /proc.
    long rssBytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static List<String> command(Path data, int port) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(
                "dev.plumbline.standalone.PlumblineApp",
                "up",
                "--port",
                String.valueOf(port),
                "--data",
                data.toString()));
        return command;
    }
}
