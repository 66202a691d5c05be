package dev.plumbline.reporter.web;

import static dev.plumbline.reporter.Sample.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Running;
import dev.plumbline.reporter.Sample;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PagesTest {
    private static final String CANARY = "<script>alert('canary')</script>\"'><img src=x onerror=alert(1)>";
    private static final Sample HOSTILE = Sample.of("acme/hostile", "1")
            .after(Duration.ofHours(1))
            .outcomes(
                    new Outcome.Failed("a", CANARY, "found " + CANARY, 2_500, List.of(new Position(CANARY, 3, CANARY))),
                    new Outcome.Missing(CANARY, CANARY),
                    new Outcome.Errored(CANARY));

    @Test
    void everyTextOfAReportIsEscapedOnEveryPage() {
        try (var running = new Running(hostile())) {
            for (String path : new String[] {
                "/",
                "/?team=%3Cscript%3E",
                "/repositories/acme/hostile",
                "/builds/" + HOSTILE.build().id(),
                "/repositories/%3Cscript%3Ealert"
            }) {
                String html = running.get(path).body();

                assertThat(html)
                        .as(path)
                        .doesNotContain("<script>")
                        .doesNotContain("<img")
                        .doesNotContain("\"'>");
            }
            assertThat(running.get("/repositories/acme/hostile").body())
                    .contains("&lt;script&gt;alert")
                    .doesNotContain("href=\"javascript:");
        }
    }

    @Test
    void onlyHttpsReferencesBecomeLinks() {
        assertThat(RulePart.Reference.of("https://docs.python.org/3/").href()).isEqualTo("https://docs.python.org/3/");
        for (String text : new String[] {
            "javascript:alert(1)", "http://plain.example/", "https:opaque", "data:text/html,x", "not a link"
        }) {
            assertThat(RulePart.Reference.of(text).href()).as(text).isEmpty();
        }
    }

    @Test
    void whatIsBeingJudgedAgainStandsOnTheOverview() {
        var ref = Sample.STANDARD;
        var finished = new RescoringFinished(
                ChangeGroup.of(ref.id(), ref.version()),
                ref.id(),
                ref.version(),
                Running.NOW.minusSeconds(60),
                3,
                new RescoringFinished.Counts(0, 1, 2, 0, 0));
        try (var running =
                new Running(new Log().scored(Sample.of("acme/payments", "1")).rescored(finished))) {
            assertThat(running.get("/").body())
                    .contains("Judged again")
                    .contains("3 components: 0 better, 1 worse, 2 unchanged")
                    .contains("running, 1 of 8 partitions done");
        }
    }

    @Test
    void pagesForbidEverythingThatIsNotOurs() {
        try (var running = new Running(new Log().scored(Sample.of("acme/payments", "1")))) {
            HttpResponse<String> page = running.get("/");

            assertThat(page.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("unsafe"));
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(page.body())
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContain(" onclick=");
        }
    }

    @Test
    void anEmptyInstallationSaysWhatToDoNext() {
        try (var running = new Running(new Log())) {
            assertThat(running.get("/").body()).contains("curl -sS", "/api/v1/builds");
        }
    }

    @Test
    void aRepositoryPageShowsWhatFailsWhereAndWhatToDo() {
        Sample first = Sample.of("acme/payments", "1");
        Sample second = Sample.of("acme/payments", "2")
                .after(Duration.ofHours(1))
                .outcomes(Sample.FAIL, PASS, Sample.NOT_APPLICABLE);
        var log = new Log()
                .published(Sample.published("Backend engineer (Python)", "Write more tests."))
                .scored(
                        first,
                        second,
                        second.component("lib"),
                        Sample.of("acme/payments", "3")
                                .after(Duration.ofHours(2))
                                .open())
                .changed(second.regression(Cause.CODE, "1"));
        try (var running = new Running(log)) {
            String html = running.get("/repositories/acme/payments").body();

            assertThat(html)
                    .contains(
                            "Line coverage is at least 80 %",
                            "at least 80 %", "71.2 %", "src/pay.py:42", "Write more tests.")
                    .contains(
                            "Coverage stays above eighty percent.",
                            "it is no service",
                            "Open regressions",
                            "is still open")
                    .contains("id=\"component-lib\"", "class=\"curve\"", "<table>");
            assertThat(running.get("/?order=score").body())
                    .contains("acme/payments", "lowest score first", "2 components");
        }
    }

    @Test
    void aPageThatIsNotThereIsAPage() {
        try (var running = new Running(new Log())) {
            HttpResponse<String> page = running.get("/repositories/acme/nobody");

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            assertThat(page.body()).contains("acme/nobody", "Back to the overview");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumbline.css", "live.js", "icon.svg"})
    void theFilesOfThePagesAreServed(String file) {
        try (var running = new Running(new Log())) {
            assertThat(running.get("/assets/" + file).statusCode()).isEqualTo(200);
            assertThat(running.get("/assets/other.js").statusCode()).isEqualTo(404);
        }
    }

    private static Log hostile() {
        BuildScored scored = HOSTILE.scored();
        var noted = new BuildScored(
                scored.build(),
                1,
                scored.state(),
                scored.recordedAt(),
                scored.scorecards(),
                new Gate(scored.gate().step(), scored.gate().decision(), List.of(CANARY)),
                scored.provenance(),
                List.of(CANARY),
                false);
        Change change = HOSTILE.regression(Cause.CODE, "0");
        var told = new Change(
                change.id(),
                change.direction(),
                change.build(),
                change.baseline(),
                change.standard(),
                change.rule(),
                new Change.Transition(
                        change.transition().before(),
                        change.transition().after(),
                        CANARY,
                        change.transition().scoreBefore(),
                        change.transition().scoreAfter(),
                        CANARY),
                change.causes(),
                change.recordedAt(),
                false,
                null);
        return new Log()
                .published(Sample.published(CANARY, CANARY, "javascript:alert('canary')"))
                .catalogued(Sample.owned("acme/hostile", CANARY))
                .scored(Sample.of("acme/hostile", "0"))
                .scored(noted)
                .changed(told);
    }
}
