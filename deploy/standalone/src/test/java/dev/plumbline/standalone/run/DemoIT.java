package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.standalone.demo.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `plumbline demo` as a user meets it: what it shows, what it prints, and that a regression reaches a webhook.
class DemoIT {
    @TempDir
    Path folder;

    private final Queue<String> posted = new ConcurrentLinkedQueue<>();

    @Test
    void theDemoShowsItsOrganisationAndItsPrintedCommandWorksAndARegressionIsTold() throws Exception {
        HttpServer webhook = webhook();
        try (var demo = Program.start(
                folder,
                "demo",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString(),
                "--notify-webhook",
                "http://127.0.0.1:" + webhook.getAddress().getPort() + "/hook")) {
            URI address = demo.awaitReady();
            var client = new Client(address);
            await().atMost(Duration.ofMinutes(2)).until(() -> demo.said().contains("Ctrl-C stops it"));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Client.json(client.get("/api/v1/repositories?limit=100"))
                                    .path("items"))
                            .hasSize(12));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Client.json(client.get("/api/v1/repositories?level=GOLD"))
                                    .path("items")
                                    .findValuesAsText("name"))
                            .contains("acme/ledger"));
            assertThat(client.get("/").body()).contains("<title>", "acme/");
            assertThat(demo.result()).as("standard output").isEmpty();

            assertThat(runPrintedCommand(demo.said())).contains("\"scorecards\"", "acme/my-first");

            regress(client);
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(posted)
                            .anySatisfy(message -> assertThat(message)
                                    .contains("acme/falling", "rule.regressed", "\"cause\":\"CODE\"")));
        } finally {
            webhook.stop(0);
        }
    }

    private HttpServer webhook() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /// Two builds of one repository: in the second a test fails.
    private static void regress(Client client) throws IOException, InterruptedException {
        for (var tests : List.of(
                "tests='1' failures='0'><testcase classname='a' name='b'/>",
                "tests='1' failures='1'><testcase classname='a' name='b'><failure message='broken'/></testcase>")) {
            int run = tests.contains("failures='1'") ? 2 : 1;
            var report = "<testsuite name='pytest' %s</testsuite>".formatted(tests);
            var answer = client.upload(
                    "acme/falling",
                    run,
                    "?wait=PT30S",
                    Map.of(
                            "tests.xml",
                            report.getBytes(StandardCharsets.UTF_8),
                            "coverage.xml",
                            Samples.report("coverage/labrea-001.xml")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private String runPrintedCommand(String said) throws IOException, InterruptedException {
        int from = said.indexOf("curl -sS");
        String command = said.substring(from, said.indexOf("PT10S'", from) + "PT10S'".length());
        Path answer = folder.resolve("answer.json");
        var process = new ProcessBuilder("sh", "-c", command)
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(answer);
    }
}
