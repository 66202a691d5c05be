package dev.plumbline.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.score.Cause;
import dev.plumbline.reporter.rest.Points;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Why a score moved and what is excepted, as people and programs read it.
class WhyTest {
    private static JsonNode json(Running running, String path) throws IOException {
        return new ObjectMapper().readTree(running.get(path).body());
    }

    @Test
    void aRegressionWhoseEffectWasOffsetShowsItsOwnShareAndWhatOffsetIt() {
        try (var running = new Running(Why.log())) {
            var page = running.get("/repositories/acme/payments").body();

            assertThat(page)
                    .contains("<span class=\"points\">−25.0 points</span>")
                    .contains("The score moves by ±0.0: evidence +25.0, tool −25.0.");
        }
    }

    @Test
    void aScorecardSaysByCauseHowItsScoreMovedAndThatACauseIsInferred() {
        try (var running = new Running(Why.log())) {
            for (var path : new String[] {
                "/repositories/acme/payments", "/builds/" + Why.NOW.build().id()
            }) {
                assertThat(running.get(path).body())
                        .contains("The score moved by −3.13 points since build "
                                + Why.BEFORE.build().id().value().substring(0, 12)
                                + ": evidence +25.0, tool −25.0, code −3.13")
                        .contains("some causes are inferred");
            }
        }
    }

    @Test
    void aWaivedRuleSaysWhyByWhomAndUntilWhen() {
        try (var running = new Running(Why.log())) {
            assertThat(running.get("/repositories/acme/payments").body())
                    .contains("<strong>Excepted.</strong> The importer goes in January.")
                    .contains("asked for by ada, approved by grace, until")
                    .contains("18 Dec 2026")
                    .contains("no level without exceptions");
        }
    }

    @Test
    void anExceptionThatExcusesNothingIsListedAsUnused() {
        try (var running = new Running(Why.log())) {
            var page = running.get("/repositories/acme/payments").body();
            var exceptions = page.substring(page.indexOf("<h3>Exceptions</h3>"));

            assertThat(exceptions.split("<li class=\"waiver\">", -1)).hasSize(3);
            assertThat(exceptions)
                    .contains("<span class=\"chip in force\">in force</span> <strong>py.test.coverage")
                    .contains("<span class=\"chip unused\">unused</span> <strong>py.test.pass")
                    .contains("The suite is being moved.")
                    .contains("It excuses nothing here");
        }
    }

    @Test
    void theApiHasTheSame() throws IOException {
        try (var running = new Running(Why.log())) {
            var build = json(running, "/api/v1/builds/" + Why.NOW.build().id());
            var card = build.at("/scorecards/0");
            var change =
                    json(running, "/api/v1/changes?repository=acme/payments").at("/items/0");

            assertThat(build.at("/moves/0/basisPoints").asInt()).isEqualTo(-313);
            assertThat(build.at("/moves/0/causes").toString())
                    .isEqualTo(
                            "[{\"cause\":\"EVIDENCE\",\"basisPoints\":2500},{\"cause\":\"TOOL\",\"basisPoints\":-2500},"
                                    + "{\"cause\":\"CODE\",\"basisPoints\":-313}]");
            assertThat(card.at("/level").asText()).isEqualTo("GOLD");
            assertThat(card.at("/unexcusedLevel").asText()).isEqualTo("NONE");
            assertThat(card.at("/rules/0/exception/approvedBy").asText()).isEqualTo("grace");
            assertThat(card.at("/rules/1/exception").isNull()).isTrue();
            assertThat(change.at("/transition/share/ruleBasisPoints").asInt()).isEqualTo(-2_500);
        }
    }

    @Test
    void pointsShowTwoPlacesOnlyWhereOneWouldHideSomething() {
        assertThat(Points.text(-750)).isEqualTo("−7.5");
        assertThat(Points.text(-313)).isEqualTo("−3.13");
        assertThat(Points.text(5)).isEqualTo("+0.05");
        assertThat(Points.text(2_000)).isEqualTo("+20.0");
        assertThat(Points.text(0)).isEqualTo("±0.0");
        assertThat(Points.text(new TreeMap<>(Map.of(Cause.CODE, 10, Cause.STANDARD, -5))))
                .isEqualTo("standard −0.05, code +0.1");
    }
}
