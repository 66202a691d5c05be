package dev.plumbline.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.start.DataFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenameIT {
    private static final String GOOD = """
            <coverage version="7.6" line-rate="1" lines-valid="2" lines-covered="2"><packages><package><classes><class filename="a.py"><lines>
            <line number="1" hits="1"/><line number="2" hits="1"/></lines></class></classes></package></packages></coverage>""";

    private static final String SHOP = "name:local/acme/shop";

    @TempDir
    Path folder;

    @Test
    void oneRepositoryKeepsItsHistoryThroughANumberARenameAndARestart() throws Exception {
        String first = inOneLife(client -> {
            var named = scored(client, "\"name\": \"acme/shop\"", 1, GOOD);
            var numbered = scored(client, "\"id\": \"github:7\", \"name\": \"acme/shop\"", 2, GOOD);
            assertThat(numbered.path("repository").asText()).isEqualTo(SHOP);
            return named.path("build").asText();
        });
        inOneLife(client -> {
            var renamed = scored(
                    client,
                    "\"id\": \"github:7\", \"name\": \"acme/store\"",
                    3,
                    GOOD.replace("hits=\"1\"", "hits=\"0\""));
            assertThat(renamed.path("repository").asText()).isEqualTo(SHOP);
            scored(client, "\"name\": \"acme/store\"", 4, GOOD);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                for (String name : new String[] {"acme/store", "acme/shop", "github:7", SHOP}) {
                    var answer = client.get("/api/v1/repositories/" + name);
                    assertThat(answer.statusCode())
                            .as(name + ": " + answer.body())
                            .isEqualTo(200);
                    assertThat(Client.json(answer).at("/repository/id").asText())
                            .isEqualTo(SHOP);
                    assertThat(answer.body()).contains("acme/store").contains(first);
                }
                var changes = Client.json(client.get("/api/v1/changes?repository=github:7"));
                assertThat(changes.findValuesAsText("direction")).contains("REGRESSION", "RECOVERY");
            });
            assertThat(Client.json(client.get("/api/v1/repositories"))
                            .path("total")
                            .asInt())
                    .isEqualTo(1);
            return first;
        });
    }

    private interface Life {
        String live(Client client) throws Exception;
    }

    private String inOneLife(Life life) throws Exception {
        var stops = new Stops();
        try {
            var plan = new Plan(
                    EnumSet.allOf(Service.class),
                    new LogPlace.Embedded(),
                    new HttpConfig(HttpConfig.LOOPBACK, 0, Tokens.none(), 64 << 20),
                    DataFolder.open(folder),
                    1,
                    Optional.empty());
            var running = Running.start(plan, stops, reason -> {
                throw new AssertionError("the broker gave up: " + reason);
            });
            assertThat(running.awaitReady()).isEmpty();
            return life.live(new Client(running.address()));
        } finally {
            stops.close();
        }
    }

    private static JsonNode scored(Client client, String repository, int run, String coverage) throws Exception {
        var answer = client.uploadOf(
                repository, run, "?wait=PT30S", Map.of("coverage.xml", coverage.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Client.json(answer);
    }
}
