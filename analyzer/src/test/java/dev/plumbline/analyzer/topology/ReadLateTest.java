package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.BuildState.ClosedBy;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The clock is far ahead of the log: after an outage, and whenever everything is computed anew.
class ReadLateTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Instant LONG_AFTER = TEN.plus(Duration.ofDays(120));

    private final Node node = new Node(COMPILED);

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @Test
    void anUploadThatCameInTimeIsNotLateForBeingReadLate() {
        node.upload(complete(1));
        node.upload(half(2));
        node.away(TEN.plus(Duration.ofHours(2)));
        node.restart();

        node.tick();
        node.upload(Walked.repository(8), Walked.name(8), half(2).at(TEN.plusSeconds(90)));
        node.tick();
        node.upload(otherHalf(2));

        assertThat(node.scored())
                .filteredOn(scored -> scored.build().key().repository().equals(Given.REPOSITORY))
                .extracting(BuildScored::state)
                .containsExactly(
                        new BuildState.Final(ClosedBy.UPLOADER),
                        new BuildState.Provisional(List.of(Kind.UNIT_TESTS)),
                        new BuildState.Final(ClosedBy.MANIFEST));
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void aDeadlinePassesOnceTheLogIsReadBeyondIt() {
        node.upload(half(2));
        node.away(TEN.plus(Duration.ofHours(2)));
        node.upload(
                Walked.repository(8),
                Walked.name(8),
                half(3).at(TEN.plus(Rig.WINDOW).plusSeconds(4)));
        node.tick();
        assertThat(node.scored()).extracting(scored -> scored.state().closed()).containsExactly(false, false);

        node.upload(
                Walked.repository(8),
                Walked.name(8),
                half(4).at(TEN.plus(Rig.WINDOW).plusSeconds(65)));
        node.tick();

        assertThat(node.scored().getLast().state()).isEqualTo(new BuildState.Final(ClosedBy.DEADLINE));
    }

    @Test
    void aDeadlinePassesOnceNothingMoreComes() {
        node.upload(half(2));
        node.away(TEN.plus(Duration.ofHours(2)));
        node.restart();
        for (int second = 0; second < 4; second++) {
            node.tick();
        }
        assertThat(node.scored()).hasSize(1);

        node.tick();

        assertThat(node.scored().getLast().state()).isEqualTo(new BuildState.Final(ClosedBy.DEADLINE));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRebuildGivesWhatLiveGaveHoweverFarTheClockIsAhead(long seed) {
        var live = new Node(COMPILED);
        history(live, new Random(seed), live::until);
        live.until(LONG_AFTER);

        node.away(LONG_AFTER);
        history(node, new Random(seed), _ -> node.tick());
        node.until(LONG_AFTER.plus(Duration.ofHours(1)));

        assertThat(node.scored()).isEqualTo(live.scored());
        assertThat(node.changes()).isEqualTo(live.changes());
        assertThat(node.deadLetters()).isZero();
    }

    /// Builds whose second half comes in time, hours later, or never; change requests; a waiver that begins
    /// and ends.
    ///
    /// @param before what happens before a record
    private static void history(Node node, Random random, Consumer<Instant> before) {
        for (int number = 1; number <= 14; number++) {
            var at = TEN.plus(Duration.ofDays(number));
            var build = random.nextInt(4) == 0
                    ? half(number).on(new Lineage.ChangeRequest("5", "x", Given.commit(number - 1), 200))
                    : half(number);
            before.accept(at);
            node.upload(build.at(at));
            switch (random.nextInt(3)) {
                case 0 -> {
                    before.accept(at.plusSeconds(600));
                    node.upload(otherHalf(number).on(build.lineage()).at(at.plusSeconds(600)));
                }
                case 1 -> {
                    before.accept(at.plus(Duration.ofHours(20)));
                    node.upload(otherHalf(number).on(build.lineage()).at(at.plus(Duration.ofHours(20))));
                }
                default -> {}
            }
            if (number == 3) {
                before.accept(at.plus(Duration.ofHours(21)));
                node.decide(waiver(at.plus(Duration.ofHours(21)), at.plus(Duration.ofDays(7))));
            }
        }
    }

    private static Waiver waiver(Instant from, Instant until) {
        return new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                        new Scope(
                                new StandardId("py"),
                                List.of(PublishedStandards.COVERAGE),
                                Reach.parse("repository:github:7")),
                        "The generated client goes next month.",
                        new Waiver.Request("ada", from.minusSeconds(60)),
                        new Validity(from, until),
                        new Waiver.Approval.Awaited())
                .approved("grace", from);
    }

    private static Given.Said complete(int number) {
        return commitBuild(number).completing().with(coverage(90), tests(List.of("a"), List.of()));
    }

    private static Given.Said half(int number) {
        return commitBuild(number)
                .at(TEN.plusSeconds(60))
                .expecting(Kind.COVERAGE, Kind.UNIT_TESTS)
                .with(coverage(number % 3 == 0 ? 70 : 90));
    }

    private static Given.Said otherHalf(int number) {
        return commitBuild(number).at(TEN.plusSeconds(120)).with(tests(List.of("a"), List.of()));
    }
}
