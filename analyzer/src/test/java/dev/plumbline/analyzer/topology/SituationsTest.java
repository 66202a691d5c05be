package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.analyzer.topology.PublishedStandards.COVERAGE;
import static dev.plumbline.analyzer.topology.Walked.walked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Things that happen at once: people decide, publish and move while builds are open or come late.
class SituationsTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final StandardId TWO = new StandardId("two");
    private static final Evidence OK = tests(List.of("a"), List.of());
    private static final Lineage REQUEST = new Lineage.ChangeRequest("5", "x", commit(1), 200);
    private static final Reach HERE = Reach.parse("repository:github:7");

    private final Node node = new Node(COMPILED);

    @BeforeEach
    void whatWasPublishedFirstFindsNobody() {
        walked(node);
    }

    @Test
    void anExceptionThatBeganAndEndedWhileABuildWasOpenLeavesNoTraceOnIt() {
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(commitBuild(2).at(at(60)).with(coverage(70)));
        node.decide(waiver(at(100), at(9_000), "py"));
        node.upload(commitBuild(2).at(at(110)).with(ruffSettings("F401")));
        assertThat(result(last()).waived()).isTrue();
        node.decide(new Revocation(waiver(at(100), at(9_000), "py").id(), HERE, "No more.", "grace", at(120)));
        node.upload(commitBuild(2).at(at(130)).completing().with(OK));
        node.restart();
        node.upload(commitBuild(2).at(at(115)).with(audit(TEN)));

        assertThat(last().provenance().asOf()).isEqualTo(at(130));
        assertThat(result(last()).waived()).isFalse();
        assertThat(last().provenance().decisions()).isEmpty();
        assertThat(ofCoverage()).singleElement().extracting(Change::cause).isEqualTo(Cause.CODE);
    }

    @Test
    void anExceptionThatEndsBetweenTwoRevisionsEndsOnTimeAndOnce() {
        node.upload(done(1, 0, coverage(90), OK));
        node.decide(waiver(at(10), at(600), "py"));
        node.upload(done(2, 60, coverage(70), OK));
        node.until(at(700));
        node.upload(commitBuild(2).at(at(800)).with(audit(TEN)));

        assertThat(last().provenance().asOf()).isEqualTo(at(800));
        assertThat(result(last()).waived()).isFalse();
        assertThat(ofCoverage())
                .extracting(Change::direction, Change::cause)
                .containsExactly(tuple(Direction.REGRESSION, Cause.WAIVER));
        node.upload(done(3, 900, coverage(90), OK));
        assertThat(effect(ofCoverage().getLast()))
                .isEqualTo(new Course.Effect.Closes(ofCoverage().getFirst().id()));
    }

    /// The first upload of a build names the repository; the next build is bound under its new name.
    @Test
    void aRenameBetweenTwoUploadsOfABuildIsOfTheNextInWhateverOrderTheyCome() {
        var named = new Binding.Selection.Where(List.of("repository.name == \"acme/new\""));
        var old = new RepositoryName("acme/old");
        var fresh = new RepositoryName("acme/new");
        var other = new Node(COMPILED);
        for (var one : List.of(node, other)) {
            one.publish(PublishedStandards.binding("named", 1, named, Step.GATE, Instant.EPOCH, TEN));
            one.upload(Given.REPOSITORY, old, done(1, 0, coverage(90), OK));
            var first = commitBuild(2).at(at(60)).with(coverage(90));
            var second = commitBuild(2).at(at(70)).completing().with(OK);
            if (one == node) {
                one.upload(Given.REPOSITORY, old, first);
                one.upload(Given.REPOSITORY, fresh, second);
            } else {
                one.upload(Given.REPOSITORY, fresh, second);
                one.upload(Given.REPOSITORY, old, first);
            }
            one.upload(Given.REPOSITORY, fresh, done(3, 100, coverage(70), OK));
        }

        assertThat(node.content()).isEqualTo(other.content());
        assertThat(node.scored())
                .filteredOn(scored -> scored.state().closed())
                .extracting(scored -> scored.gate().step())
                .containsExactly(Step.WARN, Step.WARN, Step.GATE);
        assertThat(last().provenance().baseline())
                .isEqualTo(commitBuild(2).key().id());
        assertThat(ofCoverage()).hasSize(1);
    }

    @Test
    void aFurtherAttemptWithAnotherComponentTouchesNoOther() {
        var name = new RepositoryName("acme/payments");
        var a = new Component("a");
        var b = new Component("b");
        node.upload(Given.REPOSITORY, name, a, done(1, 0, coverage(90), OK));
        node.upload(Given.REPOSITORY, name, b, done(1, 60, coverage(70), OK).run("run-1", 2));
        node.upload(Given.REPOSITORY, name, b, done(2, 100, coverage(90), OK));
        node.upload(Given.REPOSITORY, name, a, done(2, 110, coverage(91), OK));

        assertThat(node.scored())
                .extracting(scored -> scored.provenance().baseline() == null)
                .containsExactly(true, true, false, false);
        assertThat(node.changes())
                .extracting(change -> change.build().key().component(), Change::direction)
                .containsExactly(tuple(b, Direction.RECOVERY));
    }

    @Test
    void whatStoodUnderARetiredStandardIsClosedOnceWhenItIsBoundAgain() {
        two(bound("two", 1, new Binding.Selection.Rest(), at(0)));
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 60, coverage(70), OK));
        node.withdraw("binding:two:1", at(100));
        walked(node);
        node.upload(done(3, 160, coverage(90), OK));
        assertThat(of(TWO)).hasSize(1);
        assertThat(node.finished().getLast().counts()).isEqualTo(new RescoringFinished.Counts(0, 0, 0, 0, 1));
        node.restart();
        node.publish(bound("two", 2, new Binding.Selection.Rest(), at(200)));
        walked(node);
        node.upload(done(4, 260, coverage(90), OK));

        assertThat(of(TWO)).hasSize(2);
        assertThat(effect(of(TWO).getLast()))
                .isEqualTo(new Course.Effect.Closes(of(TWO).getFirst().id()));
        assertThat(of(TWO).getLast().transition().explanation())
                .isEqualTo(
                        "py.coverage came to FAIL when it got worse, and is PASS now; the standard or its binding has"
                                + " changed since.");
    }

    @Test
    void whoIsMovedToAnotherPersonaAndBackIsToldOfTheCatalog() {
        two(bound("team", 1, new Binding.Selection.Where(List.of("repository.team == \"search\"")), at(0)));
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 60, coverage(70), OK));
        node.catalogue(owned("search"), at(100));
        assertThat(standards(last())).containsExactly("two");
        node.upload(done(3, 160, coverage(60), OK));
        node.upload(done(4, 170, coverage(90), OK));
        node.catalogue(owned(""), at(200));

        assertThat(standards(last())).containsExactly("py");
        assertThat(of(new StandardId("py")))
                .extracting(Change::direction, Change::cause)
                .containsExactly(tuple(Direction.REGRESSION, Cause.CODE), tuple(Direction.RECOVERY, Cause.OWNERSHIP));
        assertThat(node.changes().getLast().transition().explanation())
                .endsWith("what is known of the repository, and with it what applies, has changed since.");
    }

    /// Its entry goes, not its history.
    @Test
    void aRepositoryThatLeavesTheCatalogIsJudgedByWhatHoldsForAll() {
        two(bound("team", 1, new Binding.Selection.Where(List.of("repository.team == \"search\"")), at(0)));
        node.catalogue(owned("search"), at(1));
        node.upload(done(1, 10, coverage(90), OK));
        node.forget(Given.REPOSITORY, at(20));
        node.restart();
        node.upload(done(2, 60, coverage(70), OK));

        assertThat(node.scored().stream().map(SituationsTest::standards))
                .containsExactly(List.of("two"), List.of("py"), List.of("py"));
        assertThat(last().provenance().baseline())
                .isEqualTo(commitBuild(1).key().id());
        assertThat(ofCoverage()).singleElement().extracting(Change::cause).isEqualTo(Cause.CODE);
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void anExceptionFromARuleThatANewVersionRemovedIsNamed() {
        two(bound("two", 1, new Binding.Selection.Rest(), at(0)));
        node.upload(done(1, 0, coverage(70), OK));
        node.decide(waiver(at(80), at(600), "two"));
        node.publish(PublishedStandards.called(
                PublishedStandards.without(PublishedStandards.standard(1, at(100)), COVERAGE), TWO));
        walked(node);

        assertThat(last().notes())
                .contains("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA excuses nothing here: py.coverage is no rule of version"
                        + " 1.1.0.");
        node.until(at(700));
        assertThat(node.changes()).extracting(Change::cause).containsExactly(Cause.WAIVER);
    }

    /// Since the middle of the life of an open build, and of a closed one, stated afterwards.
    @Test
    void aBindingThatBeganInThePastHoldsForTheNewestAndForOpenBuilds() {
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 50, coverage(90), OK).on(REQUEST));
        node.upload(commitBuild(3).at(at(60)).with(coverage(90)));
        node.publish(
                PublishedStandards.binding("default", 2, new Binding.Selection.Rest(), Step.GATE, at(30), at(100)));
        walked(node);
        node.upload(commitBuild(3).at(at(110)).completing().with(OK));
        node.upload(commitBuild(2).on(REQUEST).at(at(120)).with(audit(TEN)));

        assertThat(node.scored())
                .filteredOn(scored -> scored.state().closed())
                .extracting(
                        scored -> scored.build().key().run(),
                        scored -> scored.gate().step())
                .containsExactly(
                        tuple("run-1", Step.WARN),
                        tuple("run-2", Step.WARN),
                        tuple("run-1", Step.GATE),
                        tuple("run-3", Step.GATE),
                        tuple("run-2", Step.WARN));
    }

    @Test
    void aWalkThatARestartAndAnotherPublicationInterruptJudgesEachOnceForEach() {
        for (int number = 1; number <= 120; number++) {
            Walked.building(node, number, Walked.hidden(2));
        }
        node.publish(PublishedStandards.standard(1, at(100)));
        node.slice();
        node.restart();
        node.publish(PublishedStandards.standard(2, at(110)));
        node.upload(
                Walked.repository(120),
                Walked.name(120),
                Walked.build(2).at(at(120)).with(coverage(90), Walked.hidden(0), Walked.RUN));
        node.restart();
        walked(node);

        assertThat(node.finished().stream()
                        .skip(1)
                        .map(finished ->
                                finished.version() + " of " + finished.counts().rescored()))
                .containsExactly("1.1.0 of 120", "1.2.0 of 120");
        assertThat(node.changes())
                .extracting(Change::cause)
                .containsOnly(Cause.STANDARD, Cause.CODE)
                .hasSize(121);
        assertThat(node.eventIds()).doesNotHaveDuplicates();
    }

    /// Deadlines wait for the clock; what comes is judged all the same, and nothing is closed twice.
    @Test
    void aClockThatIsSetBackClosesNothingEarlyAndNothingTwice() {
        node.upload(commitBuild(1).at(at(3_600)).with(coverage(90)));
        node.away(TEN);
        node.restart();
        node.upload(commitBuild(2).at(at(30)).with(coverage(90), OK));
        node.until(at(35));
        assertThat(node.scored()).noneMatch(scored -> scored.state().closed());
        node.until(at(3_600).plus(Rig.WINDOW).plusSeconds(6));
        node.until(at(3_600).plus(Duration.ofDays(1)));

        assertThat(node.scored())
                .filteredOn(scored -> scored.state().closed())
                .extracting(
                        scored -> scored.build().key().run(),
                        scored -> scored.provenance().asOf())
                .containsExactly(
                        tuple("run-2", at(30).plus(Rig.WINDOW)),
                        tuple("run-1", at(3_600).plus(Rig.WINDOW)));
    }

    private void two(BindingPublished binding) {
        node.publish(PublishedStandards.called(PublishedStandards.standard(0, TEN), TWO));
        node.publish(binding);
        walked(node);
    }

    private static BindingPublished bound(String id, int revision, Binding.Selection selection, Instant at) {
        return PublishedStandards.bindingTo(TWO, id, revision, selection, at);
    }

    private static Waiver waiver(Instant from, Instant until, String standard) {
        return new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                        new Scope(new StandardId(standard), List.of(COVERAGE), HERE),
                        "The generated client goes next month.",
                        new Waiver.Request("ada", from),
                        new Validity(from, until),
                        new Waiver.Approval.Awaited())
                .approved("grace", from);
    }

    private static CatalogEntry owned(String team) {
        return new CatalogEntry(
                Given.REPOSITORY,
                new RepositoryName("acme/payments"),
                List.of(),
                List.of(new CatalogEntry.Part(Component.ROOT, team, "", Subject.UNKNOWN)));
    }

    private List<Change> ofCoverage() {
        return node.changes().stream()
                .filter(change -> change.rule().equals(COVERAGE))
                .toList();
    }

    private List<Change> of(StandardId standard) {
        return node.changes().stream()
                .filter(change -> change.standard().id().equals(standard))
                .toList();
    }

    private static Course.Effect effect(Change change) {
        return Objects.requireNonNull(change.course()).effect();
    }

    private BuildScored last() {
        return node.scored().getLast();
    }

    private static RuleResult result(BuildScored scored) {
        return scored.scorecards().getFirst().results().stream()
                .filter(result -> result.rule().equals(COVERAGE))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> standards(BuildScored scored) {
        return scored.scorecards().stream()
                .map(card -> card.standard().id().value())
                .toList();
    }

    private static Given.Said done(int number, int seconds, Evidence... evidence) {
        return commitBuild(number).at(at(seconds)).completing().with(evidence);
    }

    private static Instant at(int seconds) {
        return TEN.plusSeconds(seconds);
    }
}
