package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.standalone.demo.Samples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as a user runs it: killed, started twice, stopped.
class ProgramIT {
    private static final int SENDERS = 4;
    private static final int ACCEPTED_BEFORE_THE_KILL = 60;
    private static final Map<String, byte[]> REPORTS =
            Map.of("coverage.xml", Samples.report("coverage/labrea-001.xml"));

    @TempDir
    Path folder;

    @Test
    void aKilledProcessKeepsEveryAcceptedBuildExactlyOnce() throws Exception {
        List<String> accepted;
        try (var first = up()) {
            accepted = killWhileUploading(first);
        }
        assertThat(accepted)
                .hasSizeGreaterThanOrEqualTo(ACCEPTED_BEFORE_THE_KILL)
                .doesNotHaveDuplicates();

        try (var second = up()) {
            var client = new Client(second.awaitReady());

            Awaitility.await()
                    .atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(accepted)
                            .allSatisfy(build -> assertThat(client.get("/api/v1/builds/" + build)
                                            .statusCode())
                                    .isEqualTo(200)));
            var scored = Log.of(data()).read(Topic.SCORECARDS).stream()
                    .collect(Collectors.groupingBy(
                            record -> Log.header(record, Envelope.SUBJECT), Collectors.counting()));
            assertThat(accepted).allSatisfy(build -> assertThat(scored).containsEntry(build, 1L));
        }
    }

    /// One process for both: starting it is what takes the time.
    @Test
    void aSecondProcessOnTheSameFolderIsRefusedAndTheFirstGoesOnUntilASignalStopsItCleanly() throws Exception {
        try (var first = up()) {
            var client = new Client(first.awaitReady());

            try (var second = up()) {
                assertThat(second.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(second.process().exitValue()).isEqualTo(2);
                assertThat(second.said())
                        .contains("in use by process " + first.process().pid())
                        .hasLineCount(1);
            }

            var answer = client.upload("acme/steady", 1, "?wait=PT30S", REPORTS);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(client.get("/health/live").statusCode()).isEqualTo(200);

            first.process().destroy();

            assertThat(first.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(first.process().exitValue()).isEqualTo(143);
            assertThat(first.result()).isEmpty();
            assertThat(first.said()).contains("admin.token").doesNotContain("did not stop");
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Program up() throws IOException {
        return Program.start(folder, "up", "--port", "0", "--data", data().toString());
    }

    /// Several senders upload without pause; in the middle of it the process is killed.
    ///
    /// @return the builds whose upload was answered with 2xx
    private static List<String> killWhileUploading(Program program) throws Exception {
        URI server = program.awaitReady();
        var accepted = new ConcurrentLinkedQueue<String>();
        var enough = new CountDownLatch(ACCEPTED_BEFORE_THE_KILL);
        try (var executor = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                String name = "acme/sender-" + sender;
                executor.execute(() -> send(new Client(server), name, accepted, enough));
            }
            assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
            program.process().destroyForcibly().waitFor();
        }
        return List.copyOf(accepted);
    }

    private static void send(
            Client client, String name, ConcurrentLinkedQueue<String> accepted, CountDownLatch enough) {
        for (int run = 1; ; run++) {
            try {
                var answer = client.upload(name, run, "", REPORTS);
                if (answer.statusCode() / 100 == 2) {
                    accepted.add(Client.json(answer).path("build").asText());
                    enough.countDown();
                }
            } catch (IOException _) { // the process is gone
                return;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
