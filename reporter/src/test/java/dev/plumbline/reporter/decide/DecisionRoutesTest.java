package dev.plumbline.reporter.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Running;
import dev.plumbline.reporter.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DecisionRoutesTest {
    private static final String PATH = "/api/v1/waivers";
    private static final String BODY =
            """
            {"standard": "%s", "rules": ["%s"], "reach": "repository:github:7", "reason": "It goes next month.",
             "until": "%s"}""".formatted(Sample.STANDARD.id(), Sample.COVERAGE, Running.NOW.plus(Duration.ofDays(30)));

    private final Running running = new Running(new Log().published(Sample.published("Python", "Mend it.")));

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void aNamelessPersonOnLoopbackMayAskAndNothingMore() {
        var asked = running.post(PATH, BODY);
        var waiver = (Waiver) onTheLog().getFirst();

        assertThat(asked.statusCode()).isEqualTo(201);
        assertThat(waiver.request().by()).isEqualTo("anonymous");
        assertThat(waiver.approval()).isEqualTo(new Waiver.Approval.Awaited());
        assertThat(running.post(PATH + "/" + waiver.id() + "/approval", "").statusCode())
                .isEqualTo(401);
        assertThat(running.post(PATH + "/" + waiver.id() + "/revocation", "{\"reason\": \"x\"}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(running.post("/api/v1/attestations", attestation()).statusCode())
                .isEqualTo(401);
        assertThat(running.producer.history()).hasSize(1);
    }

    @Test
    void aWaiverForAnAliasSaysWhichIdItNeeds() {
        running.log.scored(Sample.of("acme/shop", "1")).aliased("github:7", "name:local/acme/shop");

        var asked = running.post(PATH, BODY);

        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("say repository:name:local/acme/shop");
    }

    @Test
    void somebodyElseApprovesAndOnlyOnce() {
        running.postAsAdmin(PATH, BODY);
        var waiver = (Waiver) onTheLog().getFirst();
        running.log.decided(waiver);
        String approval = PATH + "/" + waiver.id() + "/approval";

        var own = running.postAsAdmin(approval, "");
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.body()).contains("somebody else must approve");
        assertThat(running.postAsApprover(approval, "").statusCode()).isEqualTo(200);

        var granted = (Waiver) onTheLog().getLast();
        assertThat(granted.approval()).isEqualTo(new Waiver.Approval.Given("grace", Running.NOW));
        assertThat(running.producer.history().getLast().key())
                .isEqualTo(waiver.id().value());
        assertThat(header(running.producer.history().getLast(), "ce_type"))
                .isEqualTo("dev.plumbline.waiver.granted.v1");
        assertThat(header(running.producer.history().getLast(), "ce_recordedby"))
                .isEqualTo("grace");
        running.log.decided(granted);
        assertThat(running.postAsApprover(approval, "").statusCode()).isEqualTo(409);
    }

    @Test
    void aRevocationIsARecordOfItsOwn() {
        running.post(PATH, BODY);
        var waiver = (Waiver) onTheLog().getFirst();
        running.log.decided(waiver);
        String path = PATH + "/" + waiver.id() + "/revocation";

        assertThat(running.postAsApprover(path, "{}").statusCode()).isEqualTo(422);
        assertThat(running.postAsApprover(path, "{\"reason\": \"It was mended.\"}")
                        .statusCode())
                .isEqualTo(200);

        var record = running.producer.history().getLast();
        assertThat(record.key()).isEqualTo(waiver.id() + ":revoked");
        assertThat(record.partition())
                .isEqualTo(running.producer.history().getFirst().partition());
        running.log.decided(Codec.DECISION.decode(record.value()));
        assertThat(running.postAsApprover(path, "{\"reason\": \"Again.\"}").statusCode())
                .isEqualTo(409);
        assertThat(running.postAsApprover(PATH + "/" + waiver.id() + "/approval", "")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aDecisionAboutManyRepositoriesLiesOnEveryPartitionByOneTransaction() {
        running.post(PATH, BODY.replace("repository:github:7", "team:payments"));

        assertThat(running.producer.history()).isEmpty();
        assertThat(running.transactions).singleElement().satisfies(transaction -> {
            assertThat(transaction.commitCount()).isEqualTo(1);
            assertThat(transaction.closed()).isTrue();
            assertThat(transaction.history())
                    .extracting(ProducerRecord::partition)
                    .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
            assertThat(transaction.history().stream()
                            .map(record -> Codec.DECISION.decode(record.value()))
                            .distinct())
                    .hasSize(1);
        });
    }

    @Test
    void whatCouldNotBeCommittedIsNowhereAndTheAnswerSaysSo() {
        running.commitException = new TimeoutException("no coordinator");

        assertThat(running.post(PATH, BODY.replace("repository:github:7", "everywhere"))
                        .statusCode())
                .isEqualTo(503);
        assertThat(running.transactions)
                .singleElement()
                .satisfies(transaction -> assertThat(transaction.history()).isEmpty());
    }

    @Test
    void whatMayNotBeExceptedIsRefusedWithAFix() {
        for (String body : List.of(
                "{",
                "{}",
                BODY.replace("repository:github:7", "everything"),
                BODY.replace(Sample.COVERAGE.value(), "py.nothing"),
                BODY.replace(Sample.STANDARD.id().value(), "nobodys"),
                BODY.replace("It goes next month.", " "),
                BODY.replaceAll(
                        "\"until\": \"[^\"]*\"", "\"until\": \"" + Running.NOW.plus(Duration.ofDays(91)) + "\""),
                BODY.replaceAll("\"until\": \"[^\"]*\"", "\"until\": \"2001-01-01T00:00:00Z\""))) {
            var response = running.post(PATH, body);

            assertThat(response.statusCode()).as(body).isEqualTo(422);
            assertThat(response.body())
                    .contains("\"fix\"")
                    .doesNotContain("dev.plumbline")
                    .doesNotContain("WaiverRequest");
        }
        assertThat(running.postAsApprover(PATH + "/nonsense/approval", "").statusCode())
                .isEqualTo(400);
        assertThat(running.postAsApprover(PATH + "/waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA/approval", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(running.producer.history()).isEmpty();
    }

    @Test
    void whoAttestsIsKnownByName() {
        assertThat(running.postAsApprover("/api/v1/attestations", attestation()).statusCode())
                .isEqualTo(201);

        assertThat(onTheLog()).singleElement().isInstanceOfSatisfying(Attestation.class, said -> {
            assertThat(said.by()).isEqualTo("grace");
            assertThat(said.validity().from()).isEqualTo(Running.NOW);
        });
    }

    @Test
    void theListSaysWhereEachStandsAndWhatExcusesNothing() throws IOException {
        running.post(PATH, BODY);
        var waiver = (Waiver) onTheLog().getFirst();
        running.log.decided(waiver.approved("grace", Running.NOW));

        JsonNode row = new ObjectMapper().readTree(running.get(PATH).body()).at("/items/0");

        assertThat(row.at("/id").textValue()).isEqualTo(waiver.id().value());
        assertThat(row.at("/state").textValue()).isEqualTo("IN_FORCE");
        assertThat(row.at("/reach").textValue()).isEqualTo("repository:github:7");
        assertThat(row.at("/approvedBy").textValue()).isEqualTo("grace");
        assertThat(row.at("/unused").booleanValue()).isTrue();
    }

    @Test
    void aLogThatDoesNotAcknowledgeIsNotAnsweredWithSuccess() {
        running.producer.sendException = new TimeoutException("no leader");

        assertThat(running.post(PATH, BODY).statusCode()).isEqualTo(503);
    }

    private static String attestation() {
        return """
                {"standard": "%s", "topic": "on-call", "reach": "repository:github:7", "statement": "We have a rota.",
                 "until": "%s"}""".formatted(Sample.STANDARD.id(), Running.NOW.plus(Duration.ofDays(100)));
    }

    private List<Decision> onTheLog() {
        return running.producer.history().stream()
                .map(record -> Codec.DECISION.decode(record.value()))
                .toList();
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
