package dev.plumbline.reporter.projection;

import static dev.plumbline.reporter.Sample.FAIL;
import static dev.plumbline.reporter.Sample.MISSING;
import static dev.plumbline.reporter.Sample.NOT_APPLICABLE;
import static dev.plumbline.reporter.Sample.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Step;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ProjectionTest {
    private static final Sample FIRST = Sample.of("acme/payments", "1");
    private static final Sample SECOND =
            Sample.of("acme/payments", "2").after(Duration.ofHours(1)).outcomes(FAIL, PASS, PASS);

    @Test
    void anOlderBuildNeverReplacesANewerOne() {
        ComponentState state = root(new Log().scored(SECOND, FIRST));

        assertThat(latestRun(state)).isEqualTo("2");
        assertThat(state.history().points())
                .extracting(Point::build)
                .containsExactly(FIRST.build().id(), SECOND.build().id());
        assertThat(state.standing().score()).isEqualTo(new Score.Known(7_500));
    }

    @Test
    void aRepositoryIsFoundByEveryIdAndNameThatUploadsBrought() {
        String id = FIRST.build().key().repository().value();
        var before = new Log()
                .aliased("github:7", id)
                .aliased("name:local/acme/money", id)
                .scored(FIRST);
        var after = new Log().scored(FIRST).aliased("github:7", id).aliased("name:local/acme/money", id);

        for (var log : List.of(before, after)) {
            for (String name : List.of(id, "acme/payments", "github:7", "acme/money", "name:local/acme/money")) {
                assertThat(log.picture().find(name))
                        .as(name)
                        .hasValueSatisfying(
                                found -> assertThat(found.id().value()).isEqualTo(id));
            }
            assertThat(log.picture().repositories()).hasSize(1);
        }
    }

    @Test
    void theFirstRecordOfAnAliasHoldsAndOneAloneShowsNoRepository() {
        var log = new Log()
                .scored(FIRST, Sample.of("acme/other", "1"))
                .aliased("github:7", "name:local/acme/payments")
                .aliased("github:7", "name:local/acme/other")
                .aliased("github:8", "name:local/acme/never-built");

        assertThat(log.picture().find("github:7"))
                .hasValueSatisfying(found -> assertThat(found.name().value()).isEqualTo("acme/payments"));
        assertThat(log.picture().find("github:8")).isEmpty();
    }

    @Test
    void theHighestRevisionOfABuildHolds() {
        Sample better = SECOND.revision(2).outcomes(PASS, PASS, PASS);

        ComponentState state = root(new Log().scored(FIRST, better, SECOND));

        assertThat(state.standing().score()).isEqualTo(new Score.Known(10_000));
        assertThat(state.history().points()).hasSize(2);
        assertThat(state.history().points().getLast().revision()).isEqualTo(2);
    }

    @Test
    void scoringAnOlderBuildAgainMovesNoBuild() {
        Sample rescoredLater = FIRST.revision(2).after(Duration.ofDays(30));

        ComponentState state = root(new Log().scored(FIRST, SECOND, rescoredLater));

        assertThat(latestRun(state)).isEqualTo("2");
        assertThat(state.lastClosed()).isEqualTo(SECOND.at());
    }

    @Test
    void aNewerOpenBuildIsShownBesideTheLatestFinal() {
        ComponentState state = root(new Log().scored(FIRST, SECOND.open()));

        assertThat(latestRun(state)).isEqualTo("1");
        assertThat(state.provisional())
                .extracting(Kept::build)
                .isEqualTo(SECOND.build().id());
    }

    @Test
    void closingABuildEndsItsProvisionalAndAnOpenRecordThatComesLateDoesNotReopenIt() {
        ComponentState state = root(new Log().scored(FIRST, SECOND.open(), SECOND.revision(2), SECOND.open()));

        assertThat(latestRun(state)).isEqualTo("2");
        assertThat(state.provisional()).isNull();
        assertThat(state.aside().points()).isEmpty();
    }

    @Test
    void aChangeRequestNeverMovesTheStanding() {
        ComponentState state = root(new Log().scored(FIRST, SECOND.change("412")));

        assertThat(latestRun(state)).isEqualTo("1");
        assertThat(state.aside().points()).hasSize(1);
        assertThat(state.known(SECOND.build().id())).isPresent();
    }

    @Test
    void componentsStandApartAndRollUpByWeight() {
        var log = new Log().scored(FIRST, SECOND.component("services/api").outcomes(FAIL, FAIL, NOT_APPLICABLE));

        RepositoryState repository = repository(log);

        assertThat(repository.components()).containsOnlyKeys(Component.ROOT, new Component("services/api"));
        // 20 of 20 in the root, 0 of 15 in the other
        assertThat(repository.standing().score()).isEqualTo(new Score.Known(5_714));
        assertThat(repository.standing().level()).isEqualTo(Level.NONE);
    }

    @Test
    void theNameInTheCatalogHoldsAndEarlierNamesStillFindTheRepository() {
        var log = new Log()
                .scored(FIRST)
                .catalogued(Sample.catalogued("acme/payments", "acme/billing/payments", "money"));

        ReadModel picture = log.picture();

        assertThat(repository(log).name().value()).isEqualTo("acme/billing/payments");
        assertThat(picture.find("acme/billing/payments")).isPresent();
        assertThat(picture.find("acme/payments")).isEqualTo(picture.find("acme/billing/payments"));
        assertThat(picture.find("name:local/acme/payments")).isPresent();
        assertThat(repository(log).teams()).containsExactly("money");
    }

    @Test
    void whatNobodyOwnsIsInAVisibleBucket() {
        assertThat(repository(new Log().scored(FIRST)).teams()).containsExactly(RepositoryState.UNOWNED);
    }

    @Test
    void aScoreOfNothingMeasuredIsUnknown() {
        Standing standing = root(new Log().scored(FIRST.outcomes(MISSING, MISSING, MISSING)))
                .standing();

        assertThat(standing.score()).isEqualTo(Score.UNKNOWN);
        assertThat(standing.confidence()).isEqualTo(new Score.Known(0));
    }

    @Test
    void scorecardsInShadowDoNotCount() {
        Standing standing = root(new Log().scored(FIRST.step(Step.SHADOW))).standing();

        assertThat(standing.judged()).isFalse();
        assertThat(standing.score()).isEqualTo(Score.UNKNOWN);
    }

    @Test
    void aRegressionIsOpenUntilTheNewestBuildNoLongerShowsIt() {
        Sample third = Sample.of("acme/payments", "3").after(Duration.ofHours(2));
        var log = new Log().scored(FIRST, SECOND).changed(SECOND.regression(Cause.CODE, "1"));
        assertThat(log.picture().openRegressions()).hasSize(1);

        log.scored(third);

        assertThat(log.picture().openRegressions()).isEmpty();
        assertThat(repository(log).changes()).hasSize(1);
    }

    @Test
    void aRegressionOfAChangeRequestIsNotTheOrganisations() {
        var log = new Log().scored(FIRST).changed(SECOND.change("412").regression(Cause.CODE, "1"));

        assertThat(log.picture().openRegressions()).isEmpty();
        assertThat(log.picture().recent()).hasSize(1);
    }

    @Test
    void aRepeatedChangeCountsOnce() {
        var change = SECOND.regression(Cause.CODE, "1");

        var log = new Log().scored(FIRST, SECOND).changed(change).changed(change);

        assertThat(repository(log).regressions().values()).containsExactly(1L);
        assertThat(log.picture().recent()).hasSize(1);
    }

    @Test
    void historyAndChangesAreBounded() {
        var log = new Log();
        for (int i = 0; i < 130; i++) {
            Sample sample = Sample.of("acme/payments", "r" + i)
                    .after(Duration.ofHours(i))
                    .outcomes(FAIL, PASS, PASS);
            log.scored(sample).changed(sample.regression(Cause.CODE, "r0"));
        }

        assertThat(root(log).history().points()).hasSize(Projection.HISTORY);
        assertThat(repository(log).changes()).hasSize(Projection.CHANGES_MOST);
        assertThat(root(log).history().points().getLast().commit())
                .isEqualTo(Sample.of("acme/payments", "r129").build().key().commit());
    }

    /// What is kept over all repositories has a bound, however many there are.
    @Test
    void whereThereAreManyRepositoriesEachRemembersFewerChanges() {
        var log = new Log();
        for (int i = 1; i < 4_000; i++) {
            log.catalogued(Sample.owned("acme/r" + i, "payments"));
        }
        for (int i = 0; i < 40; i++) {
            Sample sample = Sample.of("acme/payments", "r" + i).after(Duration.ofHours(i));
            log.scored(sample).changed(sample.regression(Cause.CODE, "r0"));
        }

        assertThat(log.picture().repositories()).hasSize(4_000);
        assertThat(repository(log).changes())
                .hasSize(Projection.CHANGES / 4_000)
                .first()
                .returns("r39", change -> change.build().key().run());
    }

    @Test
    void aRegressionIsOpenUntilItsRecovery() {
        var log = new Log().scored(FIRST, SECOND).changed(SECOND.regression(Cause.CODE, "1"));
        assertThat(root(log).openRegressions()).hasSize(1);

        log.changed(SECOND.recovery("1"));

        assertThat(root(log).openRegressions()).isEmpty();
        assertThat(repository(log).changes()).hasSize(2);
    }

    @Test
    void theNewestBuildIsKeptWholeAndItsVerdictsAreSharedAmongRepositories() {
        Sample other = Sample.of("acme/other", "1");
        var log = new Log().scored(FIRST, SECOND, other);

        var verdicts = root(log).cards().getFirst().verdicts();
        var others = log.picture()
                .find("acme/other")
                .orElseThrow()
                .component(Component.ROOT)
                .cards()
                .getFirst()
                .verdicts();

        assertThat(root(log).latest()).isNotNull().returns(SECOND.scored(), Kept::whole);
        assertThat(verdicts)
                .containsExactly(
                        new Kept.Verdict(Sample.COVERAGE, Outcome.Word.FAIL, false),
                        new Kept.Verdict(Sample.TESTS, Outcome.Word.PASS, false),
                        new Kept.Verdict(Sample.AUDIT, Outcome.Word.PASS, false));
        assertThat(verdicts.getLast()).isSameAs(others.getLast());
    }

    @Test
    void aPictureOnceTakenDoesNotChange() {
        var log = new Log().scored(FIRST);
        ReadModel before = log.picture();

        log.scored(SECOND);

        assertThat(before.locate(SECOND.build().id())).isEmpty();
        assertThat(log.picture().locate(SECOND.build().id())).isPresent();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfArrivalDoesNotMatter(long seed) {
        var samples = new ArrayList<>(List.of(
                FIRST,
                FIRST.revision(2).outcomes(PASS, FAIL, PASS),
                SECOND,
                Sample.of("acme/payments", "3").after(Duration.ofHours(2)).outcomes(PASS, PASS, MISSING),
                Sample.of("acme/payments", "4").after(Duration.ofHours(3)).open(),
                SECOND.component("services/api")));
        ComponentState expected = root(new Log().scored(samples.toArray(Sample[]::new)));

        Collections.shuffle(samples, new Random(seed));
        ComponentState state = root(new Log().scored(samples.toArray(Sample[]::new)));

        assertThat(state.latest()).isEqualTo(expected.latest());
        assertThat(state.provisional()).isEqualTo(expected.provisional());
        assertThat(state.standing()).isEqualTo(expected.standing());
        assertThat(state.history().points())
                .extracting(Point::order, Point::revision, Point::marks)
                .isEqualTo(expected.history().points().stream()
                        .map(point -> Tuple.tuple(point.order(), point.revision(), point.marks()))
                        .toList());
    }

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private static RepositoryState repository(Log log) {
        return log.picture().find("name:local/acme/payments").orElseThrow();
    }

    private static ComponentState root(Log log) {
        return repository(log).component(Component.ROOT);
    }

    private static String latestRun(ComponentState state) {
        Kept latest = state.latest();
        return latest == null ? "" : latest.whole().build().key().run();
    }
}
