package dev.plumbline.reporter.projection;

import static dev.plumbline.reporter.Sample.FAIL;
import static dev.plumbline.reporter.Sample.MISSING;
import static dev.plumbline.reporter.Sample.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.Score;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Sample;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class OverviewTest {
    private static final Duration FORTNIGHT = Duration.ofDays(14);

    @Test
    void unknownRepositoriesEnterNoMean() {
        var log = new Log()
                .scored(
                        Sample.of("acme/one", "1"),
                        Sample.of("acme/two", "2").outcomes(FAIL, PASS, PASS),
                        Sample.of("acme/three", "3").outcomes(MISSING, MISSING, MISSING));

        Overview.Totals totals =
                Overview.of(log.picture(), Sample.NOON, FORTNIGHT).totals();

        assertThat(totals.score()).isEqualTo(new Score.Known(8_750));
        assertThat(totals.unknown()).isEqualTo(1);
        assertThat(totals.distribution()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 1);
    }

    @Test
    void aTeamIsJudgedByThePartsItOwns() {
        var log = new Log()
                .scored(Sample.of("acme/one", "1"), Sample.of("acme/two", "2").outcomes(FAIL, FAIL, FAIL))
                .catalogued(Sample.owned("acme/one", "red"))
                .catalogued(Sample.owned("acme/two", "blue"));

        Overview overview = Overview.of(log.picture(), Sample.NOON, FORTNIGHT);

        assertThat(overview.teams())
                .extracting(Overview.Team::name, team -> team.totals().score())
                .containsExactly(Tuple.tuple("blue", new Score.Known(0)), Tuple.tuple("red", new Score.Known(10_000)));
    }

    @Test
    void aRepositoryGoesDarkAFortnightAfterItsLastBuild() {
        var log = new Log().scored(Sample.of("acme/one", "1"));
        RepositoryState repository = log.picture().find("acme/one").orElseThrow();

        assertThat(repository.dark(Sample.NOON.plus(FORTNIGHT), FORTNIGHT)).isFalse();
        assertThat(repository.dark(Sample.NOON.plus(FORTNIGHT).plusMillis(1), FORTNIGHT))
                .isTrue();
    }

    @Test
    void aCataloguedRepositoryWithoutBuildsIsDarkAndUnknown() {
        var log = new Log().catalogued(Sample.owned("acme/quiet", "red"));

        Overview.Totals totals =
                Overview.of(log.picture(), Sample.NOON, FORTNIGHT).totals();

        assertThat(totals.dark()).isEqualTo(1);
        assertThat(totals.unknown()).isEqualTo(1);
        assertThat(totals.score()).isEqualTo(Score.UNKNOWN);
    }

    @Test
    void aTrendEndsWhereTheRepositoryStands() {
        var log = new Log()
                .scored(
                        Sample.of("acme/one", "1"),
                        Sample.of("acme/one", "2")
                                .component("lib")
                                .after(Duration.ofHours(1))
                                .outcomes(FAIL, PASS, MISSING),
                        Sample.of("acme/one", "3").after(Duration.ofHours(2)).outcomes(PASS, FAIL, PASS));
        RepositoryState repository = log.picture().find("acme/one").orElseThrow();

        assertThat(repository.trend().steps())
                .extracting(Trend.Step::score)
                .containsExactly(
                        new Score.Known(10_000),
                        new Score.Known(7_500),
                        repository.standing().score());
    }
}
