package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final Given.Said FIRST = commitBuild(1).at(TEN);
    private static final Given.Said SECOND = commitBuild(2).at(TEN.plusSeconds(60));

    private static final List<Outcome.Word> WORDS = List.of(Outcome.Word.values());
    private final Map<Integer, Baseline> slots = new HashMap<>();
    private final Baselines both = pushed(pushed(Baselines.NONE, FIRST), SECOND);

    @Test
    void anOlderBuildNeverMovesTheBaseline() {
        var older = commitBuild(3).at(TEN.minusSeconds(60));

        assertThat(moved(both, older)).isFalse();
        assertThat(against(both, older)).isNull();
    }

    /// It started before the newest and closed after it.
    @Test
    void aBuildThatClosedLateIsKeptForChangeRequestsAndMovesNothing() {
        var late = commitBuild(100).at(TEN.plusSeconds(60 * 20 + 30));
        for (int builds : List.of(21, 22, 40)) {
            slots.clear();
            var all = history(builds);
            var after = aside(all, late);

            assertThat(after.newestFirst()).isEqualTo(all.newestFirst());
            assertThat(against(after, request(100)))
                    .isEqualTo(new Reference(baseline(late), Course.Against.MERGE_BASE));
            for (int kept = Math.max(1, builds - 28); kept <= builds; kept++) {
                assertThat(against(after, request(kept))).isEqualTo(reference(kept, Course.Against.MERGE_BASE));
            }
            assertThat(aside(after, late)).isEqualTo(after);
            assertThat(aside(after, late.run("again", 2))).isSameAs(after);
        }
    }

    @Test
    void aBuildThatIsOlderThanAllThatAreKeptIsNotKept() {
        var many = history(40);

        assertThat(aside(many, commitBuild(100).at(TEN))).isSameAs(many);
        assertThat(aside(Baselines.NONE, FIRST)).isSameAs(Baselines.NONE);
    }

    /// What the second newest was compared with does not change by what closes late.
    @Test
    void aLateRevisionOfTheSecondNewestGoesOnComparingWithABuildBeforeIt() {
        var three = pushed(both, commitBuild(3).at(TEN.plusSeconds(120)));

        assertThat(against(aside(three, commitBuild(100).at(TEN.minusSeconds(9))), SECOND))
                .isEqualTo(new Reference(baseline(FIRST), Course.Against.PREVIOUS));
        assertThat(against(aside(both, commitBuild(100).at(TEN.plusSeconds(30))), FIRST))
                .isNull();
    }

    private Baselines aside(Baselines before, Given.Said said) {
        var kept = before.aside(baseline(said), this::older);
        if (kept == null) {
            return before;
        }
        slots.putAll(kept.slots());
        return kept.after();
    }

    @Test
    void aNewerBuildOfTheDefaultBranchMovesIt() {
        var newer = commitBuild(3).at(TEN.plusSeconds(120));

        assertThat(moved(both, newer)).isTrue();
        assertThat(against(both, newer)).isEqualTo(new Reference(baseline(SECOND), Course.Against.PREVIOUS));
        assertThat(pushed(both, newer).newestFirst()).containsExactly(baseline(newer), baseline(SECOND));
    }

    @Test
    void aFurtherRunOfTheSameCommitIsComparedAndDoesNotMoveIt() {
        var again = SECOND.run("run-2", 2).at(TEN.plusSeconds(120));

        assertThat(moved(both, again)).isFalse();
        assertThat(against(both, again)).isEqualTo(new Reference(baseline(SECOND), Course.Against.PREVIOUS, true));
    }

    @Test
    void aFurtherRunOfAnyCommitThatIsKeptMovesNothingAndIsComparedWithNothing() {
        var many = history(25);

        for (int number : List.of(1, 12, 24)) {
            var again = commitBuild(number).run("again", 2).at(TEN.plusSeconds(60 * 60));
            assertThat(moved(many, again)).isFalse();
            assertThat(against(many, again)).isNull();
        }
    }

    @Test
    void aLateRevisionOfTheNewestComparesWithTheOneBefore() {
        assertThat(moved(both, SECOND)).isTrue();
        assertThat(against(both, SECOND)).isEqualTo(new Reference(baseline(FIRST), Course.Against.PREVIOUS));
    }

    @Test
    void aChangeRequestComparesAtItsMergeBaseWhileThatIsAmongTheLastThirty() {
        var many = history(40);

        assertThat(against(many, request(40))).isEqualTo(reference(40, Course.Against.MERGE_BASE));
        assertThat(against(many, request(39))).isEqualTo(reference(39, Course.Against.MERGE_BASE));
        assertThat(against(many, request(11))).isEqualTo(reference(11, Course.Against.MERGE_BASE));
        assertThat(against(many, request(10))).isEqualTo(reference(40, Course.Against.LATEST));
        assertThat(against(many, request(77))).isEqualTo(reference(40, Course.Against.LATEST));
        assertThat(moved(many, request(40))).isFalse();
    }

    @Test
    void aSideBranchIsComparedWithNothing() {
        assertThat(against(both, commitBuild(4).on(new Lineage.SideBranch("x")).at(TEN.plusSeconds(120))))
                .isNull();
    }

    @Test
    void theFirstBuildHasNothingToCompareWith() {
        assertThat(against(Baselines.NONE, FIRST)).isNull();
        assertThat(moved(Baselines.NONE, FIRST)).isTrue();
    }

    @Test
    void baselinesReadBackAsTheyWereWritten() {
        var shapes = new Shapes();
        var codec = new BaselineCodec(shapes);
        var standing = history(40).standing(ledger());

        byte[] row = codec.encode(standing);

        assertThat(codec.decode(row)).isEqualTo(standing);
        assertThat(codec.decodeOlder(codec.encodeOlder(baseline(FIRST)))).isEqualTo(baseline(FIRST));
        assertThat(shapes.byId).hasSize(2);
        shapes.byId
                .values()
                .forEach(shape -> assertThat(Shape.decode(shape.encode())).isEqualTo(shape));
    }

    /// Thirty-two rules, as the shipped standard for Python has.
    @Test
    void thirtyFinalBuildsStaySmallAndABuildRewritesLittle() {
        var codec = new BaselineCodec(new Shapes());
        var full = history(40, 32);
        int older = slots.values().stream()
                .mapToInt(baseline -> codec.encodeOlder(baseline).length)
                .sum();
        int newest = codec.encode(full).length;
        int each = codec.encodeOlder(Objects.requireNonNull(slots.get(0))).length;

        assertThat(newest + older).isLessThan(5_000);
        assertThat(newest + each).isLessThan(700);
    }

    @Test
    void theLedgerOfAChangeRequestReadsBackAsItWasWritten() {
        var request = new RequestLedger(order(FIRST), ledger(), Ledger.EMPTY);

        assertThat(LedgerCodec.decode(LedgerCodec.encode(request))).isEqualTo(request);
    }

    private static Ledger ledger() {
        return Ledger.EMPTY
                .with(
                        new Ledger.Key(new StandardId("std"), new RuleId("a.b")),
                        new Ledger.Entry(
                                new Change.Id("0123456789abcdef0123456789abcdef"),
                                Cause.TOOL,
                                Outcome.Word.MISSING,
                                FIRST.key().id(),
                                new Ledger.Flips(TEN, 3, 1, true)))
                .with(
                        new Ledger.Key(new StandardId("std"), new RuleId("a.c")),
                        new Ledger.Entry(
                                null, Cause.CODE, Outcome.Word.FAIL, FIRST.key().id(), Ledger.Flips.NONE));
    }

    private Baselines history(int builds) {
        return history(builds, 2);
    }

    private Baselines history(int builds, int rules) {
        var all = Baselines.NONE;
        for (int number = 1; number <= builds; number++) {
            all = pushed(all, baseline(commitBuild(number).at(TEN.plusSeconds(60L * number)), rules));
        }
        return all;
    }

    private Baselines pushed(Baselines before, Given.Said said) {
        return pushed(before, baseline(said));
    }

    private Baselines pushed(Baselines before, Baseline baseline) {
        var moved = before.with(baseline);
        var leaving = moved.leaving();
        if (leaving != null) {
            slots.put(moved.slot(), leaving);
        }
        return moved.after();
    }

    private Baseline older(int slot) {
        return Objects.requireNonNull(slots.get(slot));
    }

    private static Given.Said request(int mergeBase) {
        return commitBuild(99)
                .on(new Lineage.ChangeRequest("9", "x", commit(mergeBase), null))
                .at(TEN.plusSeconds(9_000));
    }

    private static Reference reference(int number, Course.Against against) {
        return new Reference(baseline(commitBuild(number).at(TEN.plusSeconds(60L * number))), against);
    }

    private @Nullable Reference against(Baselines baselines, Given.Said said) {
        return baselines.against(build(said), order(said), this::older);
    }

    private boolean moved(Baselines baselines, Given.Said said) {
        return baselines.movedBy(build(said), order(said), this::older);
    }

    private static Build build(Given.Said said) {
        return said.received().build();
    }

    private static BuildOrder order(Given.Said said) {
        return BuildOrder.of(build(said), said.receivedAt());
    }

    private static Baseline baseline(Given.Said said) {
        return baseline(said, 2);
    }

    private static Baseline baseline(Given.Said said, int rules) {
        var outcomes = new TreeMap<String, Verdict>();
        for (int rule = 0; rule < rules; rule++) {
            outcomes.put(
                    "%016x".formatted(rule), new Verdict(WORDS.get(rule % WORDS.size()), /* waived= */ rule % 4 == 1));
        }
        return new Baseline(
                order(said),
                said.key().commit(),
                "plumbline/1",
                Digest.ofText("subject"),
                said.commit() % 2 == 0 ? TEN : null,
                List.of(
                        new Baseline.Verdicts(
                                new StandardId("std"),
                                new Version(1, 0, 0),
                                new Score.Known(8_000),
                                Outcomes.of(outcomes)),
                        new Baseline.Verdicts(
                                new StandardId("other"),
                                new Version(1, 2, 0),
                                Score.UNKNOWN,
                                Outcomes.of(new TreeMap<>()))),
                Ledger.EMPTY);
    }

    private static final class Shapes implements Shape.Shelf {
        private final Map<Long, Shape> byId = new HashMap<>();

        @Override
        public long keep(Shape shape) {
            byId.put(shape.id(), shape);
            return shape.id();
        }

        @Override
        public Shape find(long id) {
            return Objects.requireNonNull(byId.get(id));
        }
    }
}
