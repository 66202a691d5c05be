package dev.plumbline.reporter.rest;

import static dev.plumbline.reporter.Sample.FAIL;
import static dev.plumbline.reporter.Sample.MISSING;
import static dev.plumbline.reporter.Sample.NOT_APPLICABLE;
import static dev.plumbline.reporter.Sample.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Running;
import dev.plumbline.reporter.Sample;
import dev.plumbline.reporter.projection.Judged;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestRoutesTest {
    private static final Sample GOOD = Sample.of("acme/payments", "1");
    private static final Sample WORSE =
            Sample.of("acme/payments", "2").after(Duration.ofHours(1)).outcomes(FAIL, PASS, NOT_APPLICABLE);
    private static Running running;

    @BeforeAll
    static void start() {
        running = new Running(new Log()
                .published(Sample.published("Backend engineer (Python)", "Write more tests."))
                .catalogued(Sample.owned("acme/payments", "money"))
                .catalogued(Sample.owned("acme/quiet", "red"))
                .scored(GOOD, WORSE)
                .scored(Sample.of("acme/group/deep/lib", "3").outcomes(MISSING, MISSING, MISSING))
                .scored(Sample.of("acme/ledger", "4").component("services/api"))
                .changed(WORSE.regression(Cause.CODE, "1")));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theOverviewCountsUnknownRepositoriesApart() {
        JsonNode totals = json("/api/v1/overview").at("/totals");

        assertThat(totals.at("/repositories").asInt()).isEqualTo(4);
        assertThat(totals.at("/unknown").asInt()).isEqualTo(2);
        assertThat(totals.at("/dark").asInt()).isEqualTo(1);
        assertThat(totals.at("/openRegressions").asInt()).isEqualTo(1);
        // payments 10 of 15, ledger 20 of 20
        assertThat(totals.at("/score/basisPoints").asInt()).isEqualTo(8_334);
        assertThat(totals.at("/score/ratio").asDouble()).isEqualTo(0.8334);
    }

    @Test
    void anUnknownScoreIsNullWithAReason() {
        JsonNode score = json("/api/v1/repositories/acme/group/deep/lib").at("/repository/score");

        assertThat(score.at("/ratio").isNull()).isTrue();
        assertThat(score.at("/basisPoints").isNull()).isTrue();
        assertThat(score.at("/reason").asText()).contains("no rule that applies");
    }

    @Test
    void aRepositoryShowsEveryRuleWithExpectedFoundPlacesRemediationAndClause() {
        JsonNode rules = json("/api/v1/repositories/acme/payments").at("/components/0/latest/scorecards/0/rules");

        assertThat(rules).hasSize(3);
        JsonNode coverage = rules.get(0);
        assertThat(coverage.at("/verdict/outcome").asText()).isEqualTo("FAIL");
        assertThat(coverage.at("/verdict/expected").asText()).isEqualTo("at least 80 %");
        assertThat(coverage.at("/verdict/found").asText()).isEqualTo("71.2 %");
        assertThat(coverage.at("/verdict/where/0/path").asText()).isEqualTo("src/pay.py");
        assertThat(coverage.at("/verdict/where/0/line").asInt()).isEqualTo(42);
        assertThat(coverage.at("/rule/remediation").asText()).isEqualTo("Write more tests.");
        assertThat(coverage.at("/rule/clauses/0/quote").asText()).contains("eighty percent");
        assertThat(rules.get(2).at("/verdict/reason").asText()).isEqualTo("it is no service");
        assertThat(rules.get(2).at("/verdict/creditBasisPoints").isNull()).isTrue();
    }

    @Test
    void aRepositoryShowsItsHistoryAndItsOpenRegressions() {
        JsonNode repository = json("/api/v1/repositories/acme/payments");

        assertThat(repository.at("/components/0/history")).hasSize(2);
        assertThat(repository.at("/openRegressions/0/cause").asText()).isEqualTo("CODE");
        assertThat(repository.at("/openRegressions/0/open").asBoolean()).isTrue();
        assertThat(repository.at("/repository/teams/0").asText()).isEqualTo("money");
    }

    @Test
    void anOlderBuildIsReadFromItsPlaceOnTheLog() {
        JsonNode build = json("/api/v1/builds/" + GOOD.build().id());

        assertThat(build.at("/build/run").asText()).isEqualTo("1");
        assertThat(build.at("/scorecards/0/score/basisPoints").asInt()).isEqualTo(10_000);
        assertThat(build.at("/state/phase").asText()).isEqualTo("final");
        assertThat(build.at("/provenance/evidence/0/kind").asText()).isEqualTo("coverage");
    }

    @Test
    void pagesOfRepositoriesNeitherRepeatNorMissOne() {
        JsonNode first = json("/api/v1/repositories?limit=3");
        JsonNode second =
                json("/api/v1/repositories?limit=3&cursor=" + first.at("/next").asText());

        assertThat(first.at("/items").findValuesAsText("name"))
                .containsExactly("acme/group/deep/lib", "acme/ledger", "acme/payments");
        assertThat(second.at("/items").findValuesAsText("name")).containsExactly("acme/quiet");
        assertThat(second.at("/next").isNull()).isTrue();
        assertThat(first.at("/total").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/repositories?team=money, acme/payments",
        "/api/v1/repositories?level=silver, acme/ledger",
        "/api/v1/repositories?team=red, acme/quiet"
    })
    void repositoriesAreFiltered(String path, String name) {
        assertThat(json(path).at("/items").findValuesAsText("name")).containsExactly(name);
    }

    @Test
    void teamsScorecardsChangesStandardsAndRulesAreListed() {
        assertThat(json("/api/v1/teams").at("/items").findValuesAsText("name"))
                .containsExactly("money", "red", "unowned");
        assertThat(json("/api/v1/scorecards?repository=acme/ledger")
                        .at("/items/0/build/component")
                        .asText())
                .isEqualTo("services/api");
        assertThat(json("/api/v1/scorecards?team=money").at("/total").asInt()).isEqualTo(1);
        assertThat(json("/api/v1/changes?open=true&cause=code&team=money").at("/items"))
                .hasSize(1);
        assertThat(json("/api/v1/changes?direction=recovery").at("/items")).isEmpty();
        assertThat(json("/api/v1/changes?repository=acme/payments")
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("Line coverage is at least 80 %");
        assertThat(json("/api/v1/standards").at("/items/0/standard/id").asText())
                .isEqualTo("backend-engineer-python");
        assertThat(json("/api/v1/rules?standard=backend-engineer-python&version=1.0.0")
                        .at("/items/1/outcomes/FAIL")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aStandardTellsHowFarItsRescoringsAre() {
        var log = new Log().published(Sample.published("Backend engineer (Python)", "Write more tests."));
        for (int partition = 0; partition < 8; partition++) {
            log.rescored(finished(Running.NOW.minusSeconds(7_200), partition));
        }
        log.rescored(finished(Running.NOW.minusSeconds(3_601), 0));
        log.rescored(finished(Running.NOW.minusSeconds(60), 3)).rescored(finished(Running.NOW.minusSeconds(60), 3));
        log.rescored(finished(Running.NOW.minusSeconds(60), 5));
        try (var fresh = new Running(log)) {
            var rescorings = json(fresh, "/api/v1/standards").at("/items/0/rescorings");

            assertThat(rescorings.findValuesAsText("state")).containsExactly("RUNNING", "INCOMPLETE", "DONE");
            assertThat(rescorings.at("/0/reported").asInt()).isEqualTo(2);
            assertThat(rescorings.at("/0/partitions").asInt()).isEqualTo(8);
            assertThat(rescorings.at("/0/counts/worse").asInt()).isEqualTo(2);
            assertThat(rescorings.at("/2/counts/worse").asInt()).isEqualTo(8);
        }
    }

    private static Change inCourse(Change change) {
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
                new Course(Course.Against.SAME_BUILD, new Course.Effect.Opens(), 0, true));
    }

    private static RescoringFinished finished(Instant at, int partition) {
        var ref = Sample.STANDARD;
        return new RescoringFinished(
                ChangeGroup.of(ref.id(), ref.version()),
                ref.id(),
                ref.version(),
                at,
                partition,
                new RescoringFinished.Counts(0, 1, 2, 0, 0));
    }

    @Test
    void aChangeOfARescoringNamesItsGroup() {
        var group = ChangeGroup.of(Sample.STANDARD.id(), Sample.STANDARD.version());
        var change = inCourse(WORSE.regression(Cause.STANDARD, "1")).in(group);
        try (var fresh = new Running(new Log().scored(GOOD, WORSE).changed(change))) {
            assertThat(json(fresh, "/api/v1/changes?repository=acme/payments")
                            .at("/items/0/group")
                            .asText())
                    .isEqualTo(group.value());
        }
        assertThat(json("/api/v1/changes").at("/items/0/group").isNull()).isTrue();
    }

    @Test
    void aPublishedStandardIsGivenWholeInTheJsonOfItsDigest() {
        assertThat(json("/api/v1/standards/backend-engineer-python/1.0.0").at("/rules"))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/standards/backend-engineer-python/9.0.0, 404, not-found",
        "/api/v1/standards/backend-engineer-python/newest, 400, bad-request",
        "/api/v1/standards/acme/python/1.0.0, 404, not-found",
        "/api/v1/repositories/acme/nobody, 404, not-found",
        "/api/v1/builds/00000000000000000000000000000000, 404, not-found",
        "/api/v1/builds/xyz, 400, bad-request",
        "/api/v1/repositories?limit=501, 400, bad-request",
        "/api/v1/repositories?cursor=%25, 400, bad-request",
        "/api/v1/repositories?level=platinum, 400, bad-request",
        "/api/v1/changes?cause=weather, 400, bad-request"
    })
    void refusalsAreProblemDetails(String path, int status, String slug) {
        HttpResponse<String> response = running.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("/problems/" + slug);
    }

    @Test
    void badgesSayWhatIsKnownAndUnknownIsGrey() {
        JsonNode known = json("/badges/acme/payments.json");
        JsonNode unknown = json("/badges/acme/group/deep/lib.json");

        assertThat(known.at("/schemaVersion").asInt()).isEqualTo(1);
        assertThat(known.at("/message").asText()).isEqualTo("66.6 %");
        assertThat(unknown.at("/message").asText()).isEqualTo("unknown");
        assertThat(unknown.at("/color").asText()).isEqualTo("lightgrey");
        HttpResponse<String> svg = running.get("/badges/acme/ledger.svg");
        assertThat(svg.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(svg.body()).contains("silver · 100.0 %");
        assertThat(running.get("/badges/nobody/knows.svg").body()).contains("unknown");
    }

    @Test
    void theStreamTellsOfNewFinalsAndChanges() throws Exception {
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        var response = running.client()
                .sendAsync(
                        running.request("/api/v1/stream").GET().build(),
                        HttpResponse.BodyHandlers.fromLineSubscriber(new Lines(lines)));
        await().until(() -> running.events.listeners() == 1);

        running.events.finalOf(new Judged(
                GOOD.scored(),
                running.log
                        .picture()
                        .locate(GOOD.build().id())
                        .orElseThrow()
                        .point()
                        .order()));
        running.events.changed(WORSE.regression(Cause.TOOL, "1"));

        await().untilAsserted(() -> assertThat(List.copyOf(lines)).contains("event: final", "event: change"));
        assertThat(lines).anyMatch(line -> line.startsWith("data: ") && line.contains("\"cause\":\"TOOL\""));
        response.cancel(true);
    }

    private static JsonNode json(String path) {
        return json(running, path);
    }

    private static JsonNode json(Running running, String path) {
        HttpResponse<String> response = running.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(path + " did not answer JSON", e);
        }
    }
}
