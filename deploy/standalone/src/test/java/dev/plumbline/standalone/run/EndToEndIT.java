package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.Tokens;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.standalone.demo.Samples;
import dev.plumbline.standalone.start.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndToEndIT {
    private static final byte[] COVERAGE = Samples.report("coverage/cpython-parts.xml");
    private static final byte[] TESTS = Samples.report("tests/cpython-parts-junit.xml");

    @TempDir
    static Path folder;

    private static final Stops STOPS = new Stops();
    private static Client client;

    @BeforeAll
    static void start() throws InterruptedException {
        var plan = new Plan(
                EnumSet.allOf(Service.class),
                new LogPlace.Embedded(),
                new HttpConfig(HttpConfig.LOOPBACK, 0, Tokens.none(), 64 << 20),
                DataFolder.open(folder),
                2,
                Optional.empty());
        var running = Running.start(plan, STOPS, reason -> {
            throw new AssertionError("the broker gave up: " + reason);
        });
        assertThat(running.awaitReady()).isEmpty();
        client = new Client(running.address());
    }

    @AfterAll
    static void stop() {
        STOPS.close();
    }

    @Test
    void anUploadOfAStrangerIsAnsweredWithAScorecard() throws Exception {
        var answer =
                client.upload("acme/stranger", 1, "?wait=PT30S", Map.of("coverage.xml", COVERAGE, "tests.xml", TESTS));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var scorecard = Client.json(answer).path("scorecards").path(0);
        assertThat(scorecard.path("marks").path("score").isInt()).isTrue();
        assertThat(scorecard.path("results")).isNotEmpty();
        assertThat(answer.body()).contains("516 of 687 lines");
    }

    @Test
    void whatWasScoredIsSeenByTheReporter() throws Exception {
        var answer = client.upload("acme/seen", 1, "?wait=PT30S", Map.of("coverage.xml", COVERAGE));
        String build = Client.json(answer).path("build").asText();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> client.get("/api/v1/builds/" + build).statusCode() == 200);
        assertThat(client.get("/api/v1/repositories/acme/seen").body()).contains(build);
        assertThat(client.get("/").body()).contains("acme/seen");
    }

    @Test
    void aReportThatIsCutOffIsRefusedWithPartPositionAndFix() throws Exception {
        var answer = client.upload(
                "acme/cut",
                1,
                "?wait=PT30S",
                Map.of("coverage.xml", Arrays.copyOf(COVERAGE, 2_000), "tests.xml", TESTS));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Client.json(answer);
        assertThat(problem.path("part").asText()).isEqualTo("coverage.xml");
        assertThat(problem.path("position").asText()).startsWith("line 51");
        assertThat(problem.path("fix").asText()).isNotBlank();
        assertThat(client.get("/api/v1/repositories/acme/cut").statusCode()).isEqualTo(404);
    }

    @Test
    void aRecordThatNobodyCanReadIsSetAsideAndTheNextGoesOn() throws Exception {
        var log = Log.of(folder);
        byte[] poison = "{not json".getBytes(StandardCharsets.UTF_8);
        log.write(Topic.EVIDENCE, "name:local/acme/poisoned", poison);

        var answer = client.upload("acme/poisoned", 1, "?wait=PT30S", Map.of("coverage.xml", COVERAGE));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(log.read(Topic.DEADLETTERS)).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(letter.key()).isEqualTo("name:local/acme/poisoned");
            assertThat(Log.header(letter, "plumbline-topic")).isEqualTo("plumbline.evidence.v1");
            assertThat(Log.header(letter, "plumbline-reason")).isNotBlank();
            assertThat(Log.header(letter, "plumbline-partition")).matches("\\d");
            assertThat(Log.header(letter, "plumbline-offset")).matches("\\d+");
        });
    }

    @Test
    void theProcessTellsOfItselfAndOfItsInterface() throws Exception {
        assertThat(client.get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(client.get("/metrics").body())
                .contains("plumbline_build_info{")
                .contains("jvm_memory_used_bytes{");
        var served = Client.json(client.get("/openapi.json")).path("paths");
        for (String file : List.of("/openapi/ingest.json", "/openapi/reporter.json")) {
            OpenApi.read(file)
                    .path("paths")
                    .fieldNames()
                    .forEachRemaining(path -> assertThat(served.has(path))
                            .as(file + " describes " + path + ", which is not served")
                            .isTrue());
        }
        assertThat(served.has("/api/v1/builds")).isTrue();
    }
}
