package dev.plumbline.reporter.notify;

import static dev.plumbline.reporter.Sample.FAIL;
import static dev.plumbline.reporter.Sample.MISSING;
import static dev.plumbline.reporter.Sample.PASS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.Step;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Sample;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NotifierTest {
    private static final Sample BEFORE = Sample.of("acme/payments", "1");
    private static final Sample WORSE =
            Sample.of("acme/payments", "2").after(Duration.ofHours(1)).outcomes(FAIL, PASS, PASS);
    private static final Instant NOW = WORSE.at().plusSeconds(120);

    private static final Standard STANDARD =
            Sample.published("Coverage", "Write tests.").standard();

    private final Deque<Integer> answers = new ArrayDeque<>();
    private final List<Posted> posted = new CopyOnWriteArrayList<>();
    private final FakeOutbox outbox = new FakeOutbox();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Log log = new Log().scored(BEFORE, WORSE);
    private HttpServer server;
    private Webhook webhook;

    private record Posted(String id, String body) {}

    private static final class FakeOutbox implements Outbox {
        private final Map<String, Delivery> kept = new LinkedHashMap<>();
        private final List<String> forgotten = new ArrayList<>();
        private boolean broken;

        @Override
        public void record(Delivery delivery, int partition) {
            if (broken) {
                throw new OutboxException("no leader", new IOException("down"));
            }
            kept.put(delivery.id(), delivery);
        }

        @Override
        public void forget(String id, int partition) {
            forgotten.add(id);
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            posted.add(new Posted(exchange.getRequestHeaders().getFirst("Plumbline-Delivery"), body));
            Integer answer = answers.poll();
            int status = answer == null ? 204 : answer;
            if (status == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            posted.add(new Posted("followed", ""));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        webhook =
                new Webhook(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"));
    }

    @AfterEach
    void close() {
        webhook.close();
        server.stop(0);
    }

    @Test
    void aRegressionIsPostedOnceUnderAStableId() throws IOException {
        Change change = WORSE.regression(Cause.CODE, "1");
        Notifier notifier = notifier();

        notifier.offer(change, 3, NOW);
        notifier.offer(change, 3, NOW);
        notifier.round(log.picture(), NOW);
        notifier.round(log.picture(), NOW.plusSeconds(10));

        assertThat(posted).hasSize(1);
        var message = new ObjectMapper().readTree(posted.getFirst().body());
        assertThat(posted.getFirst().id())
                .isEqualTo(Delivery.id(change.id(), webhook.destination()))
                .isEqualTo(message.at("/id").asText());
        assertThat(message.at("/text").asText()).contains("acme/payments", "PASS to FAIL", "CODE");
        assertThat(message.at("/change/rule").asText()).isEqualTo("py.test.coverage");
        assertThat(outbox.kept.values()).extracting(Delivery::end).containsExactly(Delivery.End.DELIVERED);
    }

    @Test
    void whatANewStandardChangesIsNeverToldSingly() {
        Notifier notifier = notifier();
        notifier.offer(grouped(WORSE.regression(Cause.STANDARD, "1")), 0, NOW);
        notifier.round(log.picture(), NOW.plusSeconds(120));

        assertThat(posted).isEmpty();
    }

    @Test
    void theOwnerOfAStandardIsToldOnceWhenAllPartitionsAreDone() throws IOException {
        log.published(Sample.published("Coverage", "Write tests."));
        Notifier notifier = notifier();
        notifier.offer(done(0, 2), 5, 2, NOW);
        notifier.round(log.picture(), NOW);
        assertThat(posted).isEmpty();

        notifier.offer(done(0, 2), 5, 2, NOW);
        notifier.offer(done(1, 3), 5, 2, NOW);
        notifier.round(log.picture(), NOW.plusSeconds(2));
        notifier.offer(done(1, 3), 5, 2, NOW.plusSeconds(3));
        notifier.round(log.picture(), NOW.plusSeconds(4));

        var message = new ObjectMapper().readTree(posted.getFirst().body());
        assertThat(posted).hasSize(1);
        assertThat(message.at("/type").asText()).isEqualTo("dev.plumbline.rescoring.finished.v1");
        assertThat(message.at("/text").asText())
                .isEqualTo(STANDARD.id() + " " + STANDARD.version()
                        + ": 25 components judged again, 0 better, 5 worse, 20 unchanged.");
        assertThat(message.at("/owners/0").asText()).isEqualTo("group:architecture");
        assertThat(message.at("/complete").asBoolean()).isTrue();
        assertThat(message.at("/counts/worse").asInt()).isEqualTo(5);
    }

    @Test
    void afterAnHourItIsToldThatAReScoringIsIncomplete() throws IOException {
        Notifier notifier = notifier();
        notifier.offer(done(1, 3), 5, 2, NOW);
        notifier.round(log.picture(), NOW.plus(Duration.ofMinutes(59)));
        assertThat(posted).isEmpty();

        notifier.round(log.picture(), NOW.plus(Duration.ofMinutes(61)));
        notifier.offer(done(0, 3), 5, 2, NOW.plus(Duration.ofMinutes(62)));
        notifier.round(log.picture(), NOW.plus(Duration.ofMinutes(63)));

        assertThat(posted).hasSize(1);
        var message = new ObjectMapper().readTree(posted.getFirst().body());
        assertThat(message.at("/complete").asBoolean()).isFalse();
        assertThat(message.at("/text").asText()).endsWith("Incomplete: 1 of 2 partitions are done.");
    }

    @Test
    void ofAReScoringThatTouchedNothingNobodyHears() {
        Notifier notifier = notifier();
        notifier.offer(of(0, Counts.NONE), 5, 2, NOW);
        notifier.offer(of(1, Counts.NONE), 5, 2, NOW);
        notifier.round(log.picture(), NOW.plus(Duration.ofMinutes(61)));

        assertThat(posted).isEmpty();
        assertThat(notifier.waiting()).isZero();
    }

    private static Change grouped(Change change) {
        return new Change(
                        change.id(),
                        change.direction(),
                        change.build(),
                        change.baseline(),
                        change.standard(),
                        change.rule(),
                        change.transition(),
                        change.causes(),
                        change.recordedAt(),
                        change.backfilled(),
                        new Course(Course.Against.SAME_BUILD, new Course.Effect.Opens(), 0, true))
                .in(done(0, 0).group());
    }

    private static RescoringFinished done(int partition, int worse) {
        return of(partition, new Counts(0, worse, 10, 0, 0));
    }

    private static RescoringFinished of(int partition, Counts counts) {
        var group = ChangeGroup.of(STANDARD.id(), STANDARD.version());
        return new RescoringFinished(group, STANDARD.id(), STANDARD.version(), NOW, partition, counts);
    }

    @Test
    void aRefusalIsTriedAgainLaterUnderTheSameId() {
        answers.addAll(List.of(500, 302, 204));
        Notifier notifier = notifier();
        notifier.offer(WORSE.regression(Cause.CODE, "1"), 0, NOW);

        notifier.round(log.picture(), NOW);
        notifier.round(log.picture(), NOW);
        assertThat(posted).hasSize(1);
        notifier.round(log.picture(), NOW.plusSeconds(1));
        notifier.round(log.picture(), NOW.plusSeconds(3));

        assertThat(posted)
                .hasSize(3)
                .extracting(Posted::id)
                .containsOnly(posted.getFirst().id());
        assertThat(outbox.kept.values()).extracting(Delivery::attempts).containsExactly(3);
        assertThat(meters.counter("plumbline.notifications", "result", "refused")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void nothingDeliveredIsSentAgainAfterARestart() {
        Change change = WORSE.regression(Cause.CODE, "1");
        Notifier first = notifier();
        first.offer(change, 0, NOW);
        first.round(log.picture(), NOW);

        Notifier second = notifier();
        second.offer(change, 0, NOW);
        outbox.kept.values().forEach(delivery -> second.recorded(delivery, 0, NOW));
        second.offer(change, 0, NOW);
        second.round(log.picture(), NOW.plusSeconds(5));

        assertThat(posted).hasSize(1);
        assertThat(second.waiting()).isZero();
    }

    @Test
    void whatWasSentButNotRecordedIsOnlyRecordedAgain() {
        Notifier notifier = notifier();
        notifier.offer(WORSE.regression(Cause.CODE, "1"), 0, NOW);
        outbox.broken = true;
        notifier.round(log.picture(), NOW);
        outbox.broken = false;

        notifier.round(log.picture(), NOW.plusSeconds(2));

        assertThat(posted).hasSize(1);
        assertThat(outbox.kept).hasSize(1);
    }

    @Test
    void aDestinationThatRefusesForADayIsGivenUp() {
        answers.addAll(List.of(500, 500));
        Notifier notifier = notifier();
        notifier.offer(WORSE.regression(Cause.CODE, "1"), 0, NOW);
        notifier.round(log.picture(), NOW);

        notifier.round(log.picture(), NOW.plus(Duration.ofHours(25)));

        assertThat(outbox.kept.values()).extracting(Delivery::end).containsExactly(Delivery.End.ABANDONED);
        assertThat(notifier.waiting()).isZero();
    }

    @Test
    void nobodyIsToldOfHistoryRecoveriesShadowsChangeRequestsAndOldNews() {
        Notifier notifier = notifier();
        Sample shadow = Sample.of("acme/shadow", "9")
                .step(Step.SHADOW)
                .outcomes(FAIL, PASS, PASS)
                .after(Duration.ofHours(1));
        log.scored(shadow);

        notifier.offer(WORSE.fromHistory().regression(Cause.CODE, "1"), 0, NOW);
        notifier.offer(WORSE.recovery("1"), 0, NOW);
        notifier.offer(WORSE.change("412").regression(Cause.CODE, "1"), 0, NOW);
        notifier.offer(shadow.regression(Cause.CODE, "8"), 0, NOW);
        notifier.offer(WORSE.after(Duration.ofDays(-3)).regression(Cause.CODE, "1"), 0, NOW);
        notifier.round(log.picture(), NOW);

        assertThat(posted).isEmpty();
        assertThat(notifier.waiting()).isZero();
    }

    @Test
    void missingEvidenceIsHeldForAMinuteAndALateReportTakesItBack() {
        Sample missing = Sample.of("acme/late", "5").after(Duration.ofHours(1)).outcomes(MISSING, PASS, PASS);
        Change change = missing.regression(Cause.EVIDENCE, "4");
        log.scored(missing);
        Notifier notifier = notifier();
        notifier.offer(change, 0, missing.at().plusSeconds(5));
        notifier.round(log.picture(), missing.at().plusSeconds(10));
        assertThat(posted).isEmpty();
        assertThat(notifier.waiting()).isEqualTo(1);

        log.scored(missing.revision(2).outcomes(PASS, PASS, PASS)).changed(change);
        notifier.round(log.picture(), missing.at().plusSeconds(90));

        assertThat(posted).isEmpty();
        assertThat(notifier.waiting()).isZero();
    }

    @Test
    void aChangeWaitsForItsScorecardAndIsToldWithoutItAfterAMinute() {
        Change change = Sample.of("acme/unseen", "7").after(Duration.ofHours(1)).regression(Cause.CODE, "6");
        Instant recorded = change.recordedAt();
        Notifier notifier = notifier();
        notifier.offer(change, 0, recorded);
        notifier.round(log.picture(), recorded.plusSeconds(1));
        assertThat(posted).isEmpty();

        notifier.round(log.picture(), recorded.plusSeconds(61));

        assertThat(posted).hasSize(1);
    }

    @Test
    void deliveriesOlderThanTheirChangesAreForgotten() {
        Change change = WORSE.regression(Cause.CODE, "1");
        var old = new Delivery(
                "0".repeat(32),
                change.id(),
                Sample.STANDARD.digest(),
                Delivery.End.DELIVERED,
                1,
                NOW.minus(Duration.ofDays(401)));

        notifier().recorded(old, 0, NOW);

        assertThat(outbox.forgotten).containsExactly("0".repeat(32));
        assertThat(Delivery.CODEC.decode(Delivery.CODEC.encode(old))).isEqualTo(old);
    }

    @Test
    void anUnreachableDestinationIsARefusal() {
        server.stop(0);

        assertThat(webhook.post("id", new byte[0]))
                .hasValueSatisfying(why -> assertThat(why).contains("could not be reached"));
    }

    private Notifier notifier() {
        return new Notifier(webhook, outbox, meters);
    }
}
