package dev.plumbline.reporter.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Running;
import dev.plumbline.reporter.Sample;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CatalogRoutesTest {
    private static final String PATH = "/api/v1/catalog/name:local/acme/payments";
    private static final String BODY = """
            {"name": "acme/payments", "aliases": ["acme/old-payments"],
             "parts": [{"team": "money", "subject": {"languages": ["python"]}}, {"component": "lib", "team": "core"}]}""";

    private final Running running = new Running(new Log().catalogued(Sample.owned("acme/taken", "red")));

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void anEntryGoesOntoTheLogWithTheNameOfWhoWroteIt() {
        assertThat(running.putAsAdmin(PATH, BODY).statusCode()).isEqualTo(200);

        var kafka = running.producer.history().getFirst();
        CatalogEntry entry = Codec.CATALOG_ENTRY.decode(kafka.value());
        assertThat(kafka.topic()).isEqualTo("plumbline.catalog.v1");
        assertThat(kafka.key()).isEqualTo("name:local/acme/payments");
        assertThat(entry.parts()).extracting(CatalogEntry.Part::team).containsExactly("money", "core");
        assertThat(new String(kafka.headers().lastHeader("ce_recordedby").value(), UTF_8))
                .isEqualTo("ada");
        assertThat(new String(kafka.headers().lastHeader("ce_type").value(), UTF_8))
                .isEqualTo("dev.plumbline.catalog.registered.v1");
    }

    @Test
    void onlyAnAdministratorMay() {
        assertThat(running.put(PATH, BODY).statusCode()).isEqualTo(401);
        assertThat(running.producer.history()).isEmpty();
    }

    @Test
    void whatIsNoEntryIsRefusedWithAFixAndWithoutOurClassNames() {
        for (String body : new String[] {
            "{",
            "[]",
            "{}",
            "null",
            BODY.replace("acme/payments", "no name"),
            BODY.replace("\"lib\"", "\"../lib\""),
            BODY.replace("\"lib\"", "\".\""),
            BODY.replace("money", "<script>"),
            BODY.replaceAll("\"parts\".*", "\"parts\": []}"),
            BODY.replace("acme/old-payments", "a b")
        }) {
            var response = running.putAsAdmin(PATH, body);

            assertThat(response.statusCode()).as(body).isEqualTo(422);
            assertThat(response.body())
                    .contains("\"fix\"")
                    .doesNotContain("dev.plumbline")
                    .doesNotContain("CatalogRequest");
        }
        assertThat(running.putAsAdmin("/api/v1/catalog/nonsense", BODY).statusCode())
                .isEqualTo(400);
        assertThat(running.producer.history()).isEmpty();
    }

    @Test
    void aNameThatAnotherEntryHasIsRefused() {
        var response = running.putAsAdmin(PATH, BODY.replace("acme/old-payments", "acme/taken"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("name:local/acme/taken");
    }

    @Test
    void anAliasHasNoEntryOfItsOwn() {
        running.log.scored(Sample.of("acme/shop", "1")).aliased("github:7", "name:local/acme/shop");

        var response = running.putAsAdmin("/api/v1/catalog/github:7", BODY.replace("acme/payments", "acme/shop"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body())
                .contains("another id of name:local/acme/shop")
                .contains("\"fix\"");
        assertThat(running.producer.history()).isEmpty();
    }

    @Test
    void aNameUnderWhichAHistoryIsKeptIsNotGivenAway() {
        running.log.scored(Sample.of("acme/shop", "1"));

        var response = running.putAsAdmin(PATH, BODY.replace("acme/old-payments", "acme/shop"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("name:local/acme/shop");
    }

    @Test
    void aNameThatOnlyAnUploadBroughtMayBeGivenToAnother() {
        running.log.scored(Sample.of("acme/shop", "1")).aliased("name:local/acme/store", "name:local/acme/shop");

        assertThat(running.putAsAdmin(PATH, BODY.replace("acme/old-payments", "acme/store"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLogThatDoesNotAcknowledgeIsNotAnsweredWithSuccess() {
        running.producer.sendException = new TimeoutException("no leader");

        var response = running.putAsAdmin(PATH, BODY);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
    }
}
