package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
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

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RescoringTest {
    private static final Instant PUBLISHED = TEN.plus(Duration.ofHours(2));
    private static final Version NEW = new Version(1, 1, 0);
    private static final StandardId PY = new StandardId("py");

    private final Node node = new Node(COMPILED);

    @BeforeEach
    void whatWasPublishedFirstFindsNobody() {
        walked(node);
        assertThat(node.finished()).extracting(RescoringFinished::counts).containsExactly(Counts.NONE);
    }

    @Test
    void aNewVersionJudgesTheNewestBuildOfEachRepositoryOnceMore() {
        building(node, 1, hidden(0));
        building(node, 2, hidden(2));
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        assertThat(node.scored()).hasSize(2);

        walked(node);
        walked(node);

        var again = node.scored().subList(2, node.scored().size());
        assertThat(again)
                .extracting(scored -> scored.build().key().repository(), BuildScored::revision)
                .containsExactly(tuple(repository(1), 2), tuple(repository(2), 2));
        assertThat(again).allSatisfy(scored -> {
            assertThat(version(scored)).isEqualTo(NEW);
            assertThat(scored.provenance().asOf()).isEqualTo(PUBLISHED);
        });
        assertThat(node.finished().getLast())
                .isEqualTo(new RescoringFinished(
                        ChangeGroup.of(PY, NEW), PY, NEW, PUBLISHED, 0, new Counts(0, 1, 1, 0, 0)));
        assertThat(node.finished()).hasSize(2);
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void whatItFindsIsTheStandardsDoingAndIsToldWithItsGroup() {
        building(node, 1, hidden(2));
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        walked(node);

        assertThat(node.changes()).singleElement().satisfies(change -> {
            assertThat(change.direction()).isEqualTo(Direction.REGRESSION);
            assertThat(change.rule()).isEqualTo(PublishedStandards.LINT);
            assertThat(change.causes()).containsExactly(Cause.STANDARD);
            assertThat(change.transition().explanation())
                    .isEqualTo("py.lint went from PASS to FAIL, the build being the same: the standard or its"
                            + " binding changed.");
            var course = Objects.requireNonNull(change.course());
            assertThat(course.against()).isEqualTo(Course.Against.SAME_BUILD);
            assertThat(course.group()).isEqualTo(ChangeGroup.of(PY, NEW));
        });
        node.upload(
                repository(1), name(1), build(3).at(PUBLISHED.plusSeconds(60)).with(coverage(90), hidden(0), RUN));
        assertThat(node.changes().getLast())
                .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.CODE))
                .satisfies(change -> assertThat(change.grouped()).isFalse())
                .satisfies(change -> assertThat(
                                Objects.requireNonNull(change.course()).effect())
                        .isEqualTo(new Course.Effect.Closes(
                                node.changes().getFirst().id())));
    }

    @Test
    void lateEvidenceAfterItTellsOnlyWhatIsItsOwn() {
        building(node, 1, hidden(0));
        node.upload(repository(1), name(1), build(2).at(TEN.plusSeconds(60)).with(coverage(90), hidden(2), RUN));
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        walked(node);
        node.upload(
                repository(1), name(1), build(2).at(PUBLISHED.plusSeconds(60)).with(tests(List.of("a"), List.of())));

        assertThat(node.changes())
                .extracting(Change::rule, Change::direction, Change::cause)
                .containsExactly(
                        tuple(PublishedStandards.LINT, Direction.REGRESSION, Cause.STANDARD),
                        tuple(PublishedStandards.TESTS, Direction.RECOVERY, Cause.EVIDENCE));
        assertThat(node.scored().getLast().notes()).noneMatch(note -> note.contains("not compared"));
    }

    /// There is no build before it that goes along.
    @Test
    void whatItOpenedOnTheOnlyBuildStandsAfterLateEvidenceAndIsClosedByTheNext() {
        building(node, 1, hidden(2));
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        walked(node);
        node.upload(
                repository(1), name(1), build(1).at(PUBLISHED.plusSeconds(60)).with(tests(List.of("a"), List.of())));
        node.upload(
                repository(1), name(1), build(2).at(PUBLISHED.plusSeconds(90)).with(coverage(90), hidden(0), RUN));

        assertThat(node.changes())
                .filteredOn(change -> change.rule().equals(PublishedStandards.LINT))
                .extracting(change -> Objects.requireNonNull(change.course()).effect())
                .containsExactly(
                        new Course.Effect.Opens(),
                        new Course.Effect.Closes(node.changes().getFirst().id()));
    }

    @Test
    void aMergeBaseWhoseEvidenceIsKeptIsHeldToTheSameRules() {
        building(node, 1, hidden(2));
        node.upload(repository(1), name(1), build(2).at(TEN.plusSeconds(60)).with(coverage(90), hidden(0), RUN));
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        var request = new Lineage.ChangeRequest("5", "x", Given.commit(1), 100);
        node.upload(
                repository(1),
                name(1),
                build(3).on(request).at(PUBLISHED.plusSeconds(60)).with(coverage(90), hidden(2), RUN));

        assertThat(node.changes()).isEmpty();
        assertThat(node.scored().getLast().notes()).noneMatch(note -> note.contains("not compared"));
    }

    @Test
    void whatIsPublishedOnceMoreIsNoNews() {
        building(node, 1, hidden(0));
        node.publish(0);
        walked(node);

        assertThat(node.scored()).hasSize(1);
    }

    @Test
    void repositoriesThatABindingDoesNotConcernWriteNothing() {
        building(node, 1, hidden(0));
        building(node, 2, hidden(0));
        node.publish(PublishedStandards.binding(
                "one",
                1,
                named("repository.name == \"" + name(2).value() + "\""),
                Step.GATE,
                Instant.EPOCH,
                PUBLISHED));
        walked(node);

        assertThat(node.scored().subList(2, 3)).singleElement().satisfies(scored -> {
            assertThat(scored.build().key().repository()).isEqualTo(repository(2));
            assertThat(scored.gate().step()).isEqualTo(Step.GATE);
        });
        assertThat(node.scored()).hasSize(3);
        assertThat(node.finished().getLast().counts()).isEqualTo(new Counts(0, 0, 1, 0, 0));
    }

    @Test
    void aVersionThatNoBindingAcceptsConcernsNobody() {
        building(node, 1, hidden(0));
        int before = node.finished().size();
        node.publish(PublishedStandards.standard(new Version(2, 0, 0), PUBLISHED));
        walked(node);

        assertThat(node.scored()).hasSize(1);
        assertThat(node.finished()).hasSize(before);
    }

    @Test
    void aBindingThatBeginsLaterJudgesThenThoughNoBuildComes() {
        var from = PUBLISHED.plus(Duration.ofDays(3));
        building(node, 1, hidden(0));
        node.publish(
                PublishedStandards.binding("default", 2, new Binding.Selection.Rest(), Step.GATE, from, PUBLISHED));
        node.until(from.minusSeconds(1));
        assertThat(node.scored()).hasSize(1);
        node.restart();

        node.until(from.plusSeconds(6));
        node.until(from.plusSeconds(60));

        assertThat(node.scored()).hasSize(2);
        assertThat(node.scored().getLast().gate().step()).isEqualTo(Step.GATE);
        assertThat(node.scored().getLast().provenance().asOf()).isEqualTo(from);
        assertThat(node.finished().getLast().at()).isEqualTo(from);
    }

    @Test
    void itsBeginningComesBeforeALaterBuildOfTheRepository() {
        var from = PUBLISHED.plus(Duration.ofDays(3));
        building(node, 1, hidden(0));
        node.publish(
                PublishedStandards.binding("default", 2, new Binding.Selection.Rest(), Step.GATE, from, PUBLISHED));
        node.upload(repository(1), name(1), build(2).at(from.plusSeconds(60)).with(coverage(90), hidden(0), RUN));
        walked(node);

        assertThat(node.scored())
                .extracting(scored -> scored.build().key().run(), BuildScored::revision)
                .containsExactly(tuple("run-1", 1), tuple("run-1", 2), tuple("run-2", 1));
        assertThat(node.finished().getLast().counts().rescored()).isEqualTo(1);
    }

    @Test
    void otherClosedBuildsKeepTheirVersionAndOpenOnesTakeTheNew() {
        building(node, 1, hidden(0));
        var request = new Lineage.ChangeRequest("5", "x", Given.commit(1), 100);
        node.upload(
                repository(1),
                name(1),
                build(2).on(request).at(TEN.plusSeconds(60)).with(hidden(2), RUN));
        var open = commitBuild(3).on(request).at(TEN.plusSeconds(120));
        node.upload(repository(1), name(1), open.with(hidden(2), RUN));
        node.publish(PublishedStandards.standard(1, TEN.plusSeconds(200)));
        node.upload(
                repository(1),
                name(1),
                build(2).on(request).at(TEN.plusSeconds(300)).with(coverage(90)));
        node.upload(
                repository(1),
                name(1),
                open.at(TEN.plusSeconds(310)).completing().with(coverage(90)));

        var last = node.scored().subList(node.scored().size() - 2, node.scored().size());
        assertThat(last)
                .extracting(
                        scored -> scored.build().key().run(),
                        scored -> version(scored).minor())
                .containsExactly(tuple("run-2", 0), tuple("run-3", 1));
    }

    /// Its deadline passed before, though nobody was there to see it.
    @Test
    void whatWasDueBeforeAVersionCameIsJudgedByTheOneBefore() {
        building(node, 1, hidden(0));
        var request = new Lineage.ChangeRequest("5", "x", Given.commit(1), 100);
        node.upload(repository(1), name(1), commitBuild(2).on(request).at(TEN).with(coverage(90), hidden(2), RUN));
        node.restart();
        node.publish(PublishedStandards.standard(1, PUBLISHED));
        walked(node);

        var closed = node.scored().get(2);
        assertThat(closed.build().key().run()).isEqualTo("run-2");
        assertThat(closed.provenance().asOf()).isEqualTo(TEN.plus(Rig.WINDOW));
        assertThat(version(closed).minor()).isZero();
        assertThat(node.scored().getLast().build().key().run()).isEqualTo("run-1");
    }

    @Test
    void liveBuildsComeBetweenSlicesAndNoRepositoryIsJudgedTwice() {
        for (int number = 1; number <= 250; number++) {
            building(node, number, hidden(0));
        }
        node.publish(PublishedStandards.standard(1, PUBLISHED));

        node.slice();
        int first = node.scored().size() - 250;
        node.upload(
                repository(777),
                name(777),
                build(1).at(PUBLISHED.plusSeconds(1)).with(coverage(90), hidden(0), RUN));
        assertThat(node.scored().getLast().build().key().repository()).isEqualTo(repository(777));
        node.upload(
                repository(250),
                name(250),
                build(2).at(PUBLISHED.plusSeconds(2)).with(coverage(90), hidden(0), RUN));
        walked(node);

        assertThat(first).isBetween(1, 100);
        assertThat(rescored(node)).hasSize(250).doesNotHaveDuplicates();
        assertThat(node.finished().getLast().counts()).isEqualTo(new Counts(0, 0, 250, 0, 0));
    }

    @Test
    void aRestartInTheMiddleGoesOnAndJudgesNothingTwice() {
        for (int number = 1; number <= 150; number++) {
            building(node, number, hidden(0));
        }
        node.decide(new Rescore(
                DecisionId.parse("rescore:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                new Reach.Everywhere(),
                "A reader was wrong.",
                "root",
                PUBLISHED));
        for (int slices = 0; slices < 150; slices++) {
            node.slice();
            node.restart();
        }

        assertThat(rescored(node)).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void aCatalogEntryJudgesAgainWhereOtherStandardsHold() {
        node.publish(PublishedStandards.binding(
                "team", 1, named("repository.team == \"payments\""), Step.GATE, Instant.EPOCH, TEN));
        building(node, 1, hidden(0));
        node.catalogue(entry("search"), PUBLISHED);
        assertThat(node.scored()).hasSize(1);

        node.catalogue(entry("payments"), PUBLISHED.plusSeconds(60));
        node.catalogue(entry("payments"), PUBLISHED.plusSeconds(90));

        assertThat(node.scored()).hasSize(2);
        assertThat(node.scored().getLast().gate().step()).isEqualTo(Step.GATE);
        assertThat(node.scored().getLast().provenance().asOf()).isEqualTo(PUBLISHED.plusSeconds(60));
    }

    private static Binding.Selection named(String condition) {
        return new Binding.Selection.Where(List.of(condition));
    }

    private static CatalogEntry entry(String team) {
        return new CatalogEntry(
                repository(1),
                name(1),
                List.of(),
                List.of(new CatalogEntry.Part(Component.ROOT, team, "", Subject.UNKNOWN)));
    }

    private static Version version(BuildScored scored) {
        return scored.scorecards().getFirst().standard().version();
    }

    private static List<RepositoryId> rescored(Node node) {
        return node.scored().stream()
                .filter(scored -> scored.revision() > 1)
                .map(scored -> scored.build().key().repository())
                .toList();
    }
}
