package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.analyzer.topology.Walked.COMPILED;
import static dev.plumbline.analyzer.topology.Walked.RUN;
import static dev.plumbline.analyzer.topology.Walked.build;
import static dev.plumbline.analyzer.topology.Walked.building;
import static dev.plumbline.analyzer.topology.Walked.hidden;
import static dev.plumbline.analyzer.topology.Walked.name;
import static dev.plumbline.analyzer.topology.Walked.repository;
import static dev.plumbline.analyzer.topology.Walked.walked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WithdrawalTest {
    private static final Instant LATER = TEN.plus(Duration.ofHours(2));
    private static final StandardId PY = new StandardId("py");
    private static final Version OLD = new Version(1, 0, 0);
    private static final Version NEW = new Version(1, 1, 0);
    private static final String BINDING = "binding:default:1";

    private final Node node = new Node(COMPILED);

    @BeforeEach
    void whatWasPublishedFirstFindsNobody() {
        walked(node);
    }

    @Test
    void whereTheNewestVersionIsWithdrawnTheOneBeforeHoldsAgain() {
        node.publish(PublishedStandards.standard(1, TEN));
        building(node, 1, hidden(2));
        node.upload(repository(1), name(1), build(2).at(TEN.plusSeconds(60)).with(coverage(90), hidden(2), RUN));
        node.withdraw("standard:py:1.1.0", LATER);
        walked(node);
        walked(node);

        assertThat(last(node).provenance().asOf()).isEqualTo(LATER);
        assertThat(last(node).revision()).isEqualTo(2);
        assertThat(last(node).scorecards())
                .extracting(card -> card.standard().version())
                .containsExactly(OLD);
        assertThat(node.finished().getLast())
                .isEqualTo(
                        new RescoringFinished(ChangeGroup.of(PY, NEW), PY, NEW, LATER, 0, new Counts(1, 0, 0, 0, 0)));
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void whatItEndsIsTheStandardsDoingAndToldWithItsGroup() {
        building(node, 1, hidden(2));
        node.publish(PublishedStandards.standard(1, TEN.plusSeconds(60)));
        walked(node);
        node.withdraw("standard:py:1.1.0", LATER);
        walked(node);

        assertThat(node.changes())
                .extracting(Change::direction, Change::rule, Change::causes)
                .containsExactly(
                        tuple(Change.Direction.REGRESSION, PublishedStandards.LINT, List.of(Cause.STANDARD)),
                        tuple(Change.Direction.RECOVERY, PublishedStandards.LINT, List.of(Cause.STANDARD)));
        assertThat(Objects.requireNonNull(node.changes().getLast().course()).group())
                .isEqualTo(ChangeGroup.of(PY, NEW));
    }

    @Test
    void withNoBindingLeftTheListIsEmptyAndSaysWhy() {
        building(node, 1, hidden(0));
        building(node, 2, hidden(0));
        node.withdraw(BINDING, LATER);
        walked(node);

        assertThat(node.scored().subList(2, 4)).allSatisfy(scored -> {
            assertThat(scored.scorecards()).isEmpty();
            assertThat(scored.notes())
                    .contains("No binding names " + scored.build().name() + ", and there is no default binding.");
        });
        assertThat(node.finished().getLast())
                .isEqualTo(
                        new RescoringFinished(ChangeGroup.of(PY, OLD), PY, OLD, LATER, 0, new Counts(0, 0, 0, 0, 2)));
    }

    @Test
    void theRevisionBeforeAWithdrawnOneHoldsAgain() {
        node.publish(bound(2, Step.GATE, Instant.EPOCH));
        building(node, 1, hidden(0));
        node.withdraw("binding:default:2", LATER);
        walked(node);

        assertThat(node.scored()).extracting(scored -> scored.gate().step()).containsExactly(Step.GATE, Step.WARN);
    }

    @Test
    void whatNobodyWasHeldToIsWithdrawnInSilence() {
        building(node, 1, hidden(0));
        node.publish(PublishedStandards.standard(new Version(2, 0, 0), TEN));
        node.publish(bound(2, Step.GATE, LATER.plus(Duration.ofDays(3))));
        int before = node.finished().size();
        node.withdraw("standard:py:2.0.0", LATER);
        node.withdraw("binding:default:2", LATER);
        node.withdraw("binding:nobody:1", LATER);
        node.until(LATER.plus(Duration.ofDays(4)));

        assertThat(node.scored()).hasSize(1);
        assertThat(node.finished()).hasSize(before);
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void whatIsWithdrawnTwiceIsNoNews() {
        building(node, 1, hidden(0));
        node.withdraw(BINDING, LATER);
        walked(node);
        int before = node.finished().size();
        node.withdraw(BINDING, LATER.plusSeconds(1));
        walked(node);

        assertThat(node.scored()).hasSize(2);
        assertThat(node.finished()).hasSize(before);
    }

    @Test
    void whatIsPublishedOnceMoreHoldsOnceMore() {
        building(node, 1, hidden(0));
        node.withdraw(BINDING, LATER);
        walked(node);
        node.restart();
        node.publish(PublishedStandards.binding(
                "default", 1, new Binding.Selection.Rest(), Step.WARN, Instant.EPOCH, LATER.plusSeconds(60)));
        walked(node);

        assertThat(node.scored())
                .extracting(scored -> scored.scorecards().size())
                .containsExactly(1, 0, 1);
        assertThat(node.finished().getLast().counts()).isEqualTo(new Counts(0, 0, 0, 1, 0));
    }

    @Test
    void lateEvidenceOfABuildBeforeItIsJudgedByWhatHeldThen() {
        building(node, 1, hidden(0));
        node.upload(repository(1), name(1), build(2).at(TEN.plusSeconds(60)).with(coverage(90), hidden(0), RUN));
        node.withdraw(BINDING, LATER);
        node.restart();
        node.upload(repository(1), name(1), build(1).at(LATER.plusSeconds(60)).with(tests(List.of("a"), List.of())));

        assertThat(last(node).build().key().run()).isEqualTo("run-1");
        assertThat(last(node).scorecards()).hasSize(1);
    }

    @Test
    void whoComesUnderAWithdrawnBindingOnlyAfterwardsIsNotOfItsRescoring() {
        building(node, 1, hidden(0));
        node.publish(ofPayments(1, "true", Instant.EPOCH, TEN));
        walked(node);
        node.withdraw("binding:payments:1", LATER);
        node.catalogue(inPayments(), LATER.plusSeconds(60));
        walked(node);

        assertThat(node.scored()).hasSize(1);
        assertThat(node.finished().getLast().at()).isEqualTo(LATER);
        assertThat(node.finished().getLast().counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void noRestartMakesAWalkComeTwiceAndItLeavesNoRow() {
        building(node, 1, hidden(0));
        node.publish(ofPayments(1, "true", Instant.EPOCH, TEN));
        walked(node);
        node.withdraw("binding:payments:1", LATER);
        node.catalogue(inPayments(), LATER.plusSeconds(60));
        assertThat(node.rows("a")).isEqualTo(1);
        node.restart();
        walked(node);

        assertThat(node.scored()).hasSize(1);
        assertThat(node.rows("a")).isZero();
        assertThat(node.rows("w")).isZero();
    }

    @Test
    void whoComesUnderABindingOnlyAfterItsNextRevisionBeganIsNotOfItsRescoring() {
        building(node, 1, hidden(0));
        node.publish(ofPayments(1, "true", Instant.EPOCH, TEN));
        node.publish(ofPayments(2, "false", LATER, TEN));
        walked(node);
        node.catalogue(inPayments(), LATER.plusSeconds(60));
        walked(node);

        assertThat(node.scored()).hasSize(1);
        assertThat(node.finished().getLast().at()).isEqualTo(LATER);
        assertThat(node.finished().getLast().counts()).isEqualTo(Counts.NONE);
    }

    @Test
    void buildsThatComeAfterItAreJudgedWithoutIt() {
        node.withdraw(BINDING, TEN);
        building(node, 1, hidden(0));
        walked(node);

        assertThat(node.scored())
                .singleElement()
                .satisfies(scored -> assertThat(scored.scorecards()).isEmpty());
    }

    private static BindingPublished bound(int revision, Step step, Instant from) {
        return PublishedStandards.binding("default", revision, new Binding.Selection.Rest(), step, from, TEN);
    }

    private static BindingPublished ofPayments(int revision, String also, Instant from, Instant at) {
        var selection = new Binding.Selection.Where(List.of("repository.team == \"payments\" && " + also));
        return PublishedStandards.binding("payments", revision, selection, Step.GATE, from, at);
    }

    private static CatalogEntry inPayments() {
        return new CatalogEntry(
                repository(1),
                name(1),
                List.of(),
                List.of(new CatalogEntry.Part(Component.ROOT, "payments", "", Subject.UNKNOWN)));
    }

    private static BuildScored last(Node node) {
        return node.scored().getLast();
    }
}
