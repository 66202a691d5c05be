package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.Tokens;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.demo.Samples;
import dev.plumbline.standalone.start.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerLossIT {
    private static final Map<String, byte[]> REPORTS =
            Map.of("coverage.xml", Samples.report("coverage/cpython-parts.xml"));

    @TempDir
    Path clusterFolder;

    @TempDir
    Path serviceFolder;

    @Test
    void withoutTheBrokerUploadsAreRefusedForNowAndNothingAcceptedIsLost() throws Exception {
        try (var clusterData = DataFolder.open(clusterFolder)) {
            var first = start(clusterData);
            var stops = new Stops();
            var client = new Client(services(first.bootstrapServers(), stops));
            var before = client.upload("acme/patient", 1, "?wait=PT30S", REPORTS);
            assertThat(before.statusCode()).as(before.body()).isEqualTo(200);

            first.close();
            var during = client.upload("acme/patient", 2, "", REPORTS);
            assertThat(during.statusCode()).as(during.body()).isEqualTo(503);
            assertThat(during.headers().firstValue("Retry-After")).isPresent();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> client.get("/health/ready").statusCode() == 503);

            var second = start(clusterData);
            try {
                await().atMost(Duration.ofSeconds(90)).until(() -> scored(client));
                String kept = Client.json(before).path("build").asText();
                assertThat(client.get("/api/v1/builds/" + kept).statusCode()).isEqualTo(200);
            } finally {
                stops.close();
                second.close();
            }
        }
    }

    private static boolean scored(Client client) throws Exception {
        return client.upload("acme/patient", 3, "?wait=PT10S", REPORTS).statusCode() == 200;
    }

    private static EmbeddedBroker start(DataFolder data) {
        return EmbeddedBroker.start(data, reason -> {
            throw new AssertionError("the broker gave up: " + reason);
        });
    }

    private URI services(String servers, Stops stops) throws InterruptedException {
        var plan = new Plan(
                EnumSet.allOf(Service.class),
                new LogPlace.Cluster(Map.of("bootstrap.servers", servers), new TopicManifest("far.", 2, 1)),
                new HttpConfig(HttpConfig.LOOPBACK, 0, Tokens.none(), 64 << 20),
                DataFolder.open(serviceFolder),
                1,
                Optional.empty());
        var running = Running.start(plan, stops, _ -> {});
        assertThat(running.awaitReady()).isEmpty();
        return running.address();
    }
}
