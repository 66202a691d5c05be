package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.REPOSITORY;
import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A component that cannot be judged when a decision about its repository comes.
class OneThatFailsTest {
    private static final Instant GRANTED = TEN.plus(Duration.ofHours(2));
    private static final Instant UNTIL = TEN.plus(Duration.ofDays(10));
    private static final Reach HERE = Reach.parse("repository:" + REPOSITORY);

    private final Node node = new Node(new CompiledStandards());

    @Test
    void keepsNoOtherFromBeingJudged() {
        for (var component : List.of("a", "b", "c")) {
            node.upload(
                    REPOSITORY,
                    new RepositoryName("acme/payments"),
                    new Component(component),
                    commitBuild(1).completing().with(coverage(70)));
        }
        node.spoil("\0a\0");

        node.decide(granted());

        assertThat(node.deadLetters()).isEqualTo(1);
        assertThat(node.scored())
                .filteredOn(scored ->
                        scored.scorecards().getFirst().results().stream().anyMatch(RuleResult::waived))
                .extracting(scored -> scored.build().key().component().path())
                .containsExactly("b", "c");
    }

    @Test
    void isJudgedWhenTheDecisionEnds() {
        node.upload(commitBuild(1).completing().with(coverage(90)));
        node.upload(commitBuild(2).at(TEN.plusSeconds(60)).completing().with(coverage(70)));
        var mend = node.spoil(commitBuild(2).key().id().value());
        node.decide(granted());
        assertThat(node.deadLetters()).isEqualTo(1);
        mend.run();
        node.decide(new Rescore(
                DecisionId.parse("rescore:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                HERE,
                "Mended.",
                "root",
                GRANTED.plusSeconds(9)));

        node.until(UNTIL.plusSeconds(6));

        assertThat(node.scored().getLast().provenance().asOf()).isEqualTo(UNTIL);
        assertThat(node.changes())
                .extracting(Change::direction, Change::cause)
                .containsExactly(
                        tuple(Direction.REGRESSION, Cause.CODE),
                        tuple(Direction.RECOVERY, Cause.WAIVER),
                        tuple(Direction.REGRESSION, Cause.WAIVER));
    }

    private static Waiver granted() {
        return new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                        new Scope(new StandardId("py"), List.of(PublishedStandards.COVERAGE), HERE),
                        "The generated client goes next month.",
                        new Waiver.Request("ada", TEN),
                        new Validity(TEN, UNTIL),
                        new Waiver.Approval.Awaited())
                .approved("grace", GRANTED);
    }
}
