package dev.plumbline.standalone.command;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.Tokens;
import dev.plumbline.ingest.http.UploadLimits;
import dev.plumbline.standalone.client.Multipart;
import dev.plumbline.standalone.demo.Samples;
import dev.plumbline.standalone.run.LogPlace;
import dev.plumbline.standalone.run.Plan;
import dev.plumbline.standalone.run.Running;
import dev.plumbline.standalone.run.Service;
import dev.plumbline.standalone.run.Stops;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.ScratchFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// For the launcher alone: lives a short life on a throw-away folder, so that the Java runtime can note which classes a
/// start needs and keep them ready (its AOT cache).
@Command(name = "train", hidden = true, description = "Run once, briefly, to prepare the start-up cache.")
final class TrainCommand implements Callable<Integer> {
    private static final String BUILD = """
            {"repository": {"name": "train/ing"}, "commit": "0123456789abcdef0123456789abcdef01234567",
             "run": "1", "complete": true}""";

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create("train");
                var stops = new Stops()) {
            var http = new HttpConfig(HttpConfig.LOOPBACK, 0, Tokens.none(), UploadLimits.DEFAULT.totalBytes());
            var plan = new Plan(
                    EnumSet.allOf(Service.class),
                    new LogPlace.Embedded(),
                    http,
                    DataFolder.open(scratch.path()),
                    AllInOne.threads(),
                    Optional.empty());
            var running = Running.start(plan, stops, _ -> {});
            running.awaitReady();
            visit(running.address());
        }
        return 0;
    }

    private static void visit(URI server) throws IOException, InterruptedException {
        var body = new Multipart()
                .part("build", "application/json", BUILD.getBytes(StandardCharsets.UTF_8))
                .part("coverage.xml", "application/xml", Samples.report("coverage/cpython-parts.xml"))
                .part("tests.xml", "application/xml", Samples.report("tests/cpython-parts-junit.xml"))
                .part("ruff.json", "application/json", Samples.report("ruff/ruff-orders.json"));
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(server.resolve("/api/v1/builds?wait=PT10S"))
                            .header("Content-Type", body.contentType())
                            .POST(body.publisher())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            for (String path : List.of("/", "/api/v1/overview", "/metrics")) {
                client.send(
                        HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
    }
}
