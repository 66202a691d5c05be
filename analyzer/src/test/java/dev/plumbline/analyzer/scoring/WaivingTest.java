package dev.plumbline.analyzer.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.TestStandards;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Waivable;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaivingTest {
    private static final Instant NOON = Samples.NOON;
    private static final Reach.Place HERE = new Reach.Place(
            new RepositoryId("github:7"), new RepositoryName("acme/payments"), Component.ROOT, "payments", "");

    @Test
    void anExcusedFailureStandsInNobodysWay() {
        var card = over(null, NOON);

        assertThat(card.results().getFirst().waived()).isTrue();
        assertThat(card.marks().score()).isEqualTo(raw(null).marks().score());
        assertThat(raw(null).gate().decision()).isEqualTo(Gate.Decision.BLOCK);
        assertThat(card.gate()).isEqualTo(new Gate(Step.GATE, Gate.Decision.ALLOW, List.of()));
    }

    @Test
    void aGateClosesAgainWhenTheExceptionEnds() {
        var after = new Waiving(List.of(), HERE, NOON).over(applied(null), raw(null));

        assertThat(after.gate().decision()).isEqualTo(Gate.Decision.BLOCK);
    }

    @Test
    void aRuleThatMayNotBeExcusedIsNot() {
        assertThat(over(new Waivable.Never(), NOON)).isEqualTo(raw(new Waivable.Never()));
    }

    @Test
    void aRuleMayBeExcusedForLessThanTheWaiverLasts() {
        var week = new Waivable.UpTo(Duration.ofDays(7));

        assertThat(over(week, NOON.plus(Duration.ofDays(7)).minusMillis(1))
                        .results()
                        .getFirst()
                        .waived())
                .isTrue();
        assertThat(over(week, NOON.plus(Duration.ofDays(7)))
                        .results()
                        .getFirst()
                        .waived())
                .isFalse();
    }

    @Test
    void whatIsNotUsedIsSaidWithTheReason() {
        var week = new Waivable.UpTo(Duration.ofDays(7));
        var whole = Samples.closed(Samples.coverage(9, 10));
        var half = Samples.closed(Samples.coverage(4, 10));
        var later = NOON.plus(Duration.ofDays(8));

        assertThat(unused(null, whole, NOON, "half")).isEqualTo("half holds without it");
        assertThat(unused(new Waivable.Never(), half, NOON, "half")).isEqualTo("half may not be excepted");
        assertThat(unused(week, half, later, "half")).isEqualTo("half may be excepted for no longer than 7 days");
        assertThat(unused(null, whole, NOON, "gone", "half"))
                .isEqualTo("gone is no rule of version 1.0.0, half holds without it");
        assertThat(new Waiving(List.of(waiver("half")), HERE, NOON).unused())
                .containsExactly("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA excuses nothing here: the standard "
                        + TestStandards.ID + " does not apply.");
    }

    @Test
    void oneThatAnotherStandsBeforeSaysSo() {
        var second = new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XB"),
                        waiver("half").scope(),
                        "Once more.",
                        new Waiver.Request("ada", NOON),
                        new Validity(NOON, NOON.plus(Duration.ofDays(30))),
                        new Waiver.Approval.Awaited())
                .approved("grace", NOON);
        var waiving = new Waiving(List.of(waiver("half"), second), HERE, NOON);
        waiving.over(applied(null), raw(null));

        assertThat(waiving.unused())
                .containsExactly(second.id() + " excuses nothing here: half is excepted by another one.");
    }

    private static String unused(@Nullable Waivable terms, Case judged, Instant asOf, String... rules) {
        var waiving = new Waiving(List.of(waiver(rules)), HERE, asOf);
        waiving.over(applied(terms), Scoring.score(applied(terms), judged));
        assertThat(waiving.used()).isEmpty();
        var said = waiving.unused();
        assertThat(said).singleElement().asString().endsWith(".");
        return said.getFirst()
                .substring("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA excuses nothing here: ".length())
                .replaceFirst("\\.$", "");
    }

    private static Scorecard over(@Nullable Waivable terms, Instant asOf) {
        return new Waiving(List.of(waiver("half")), HERE, asOf).over(applied(terms), raw(terms));
    }

    private static Scorecard raw(@Nullable Waivable terms) {
        return Scoring.score(applied(terms), Samples.closed(Samples.coverage(4, 10)));
    }

    private static Waiver waiver(String... rules) {
        return new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                        new Scope(
                                TestStandards.ID,
                                Arrays.stream(rules).map(RuleId::new).toList(),
                                new Reach.Everywhere()),
                        "It goes next month.",
                        new Waiver.Request("ada", NOON),
                        new Validity(NOON, NOON.plus(Duration.ofDays(30))),
                        new Waiver.Approval.Awaited())
                .approved("grace", NOON);
    }

    private static Applied applied(@Nullable Waivable terms) {
        var draft = TestStandards.draft("half")
                .asserts("coverage.lineRatio >= 0.5", "half", "{coverage.lineRatio|percent}")
                .rule();
        var rule = draft.waivable(terms);
        var whole = TestStandards.published("1.0.0", List.of(), TestStandards.draft("half"))
                .standard();
        var standard = new Standard(
                whole.id(),
                whole.version(),
                whole.title(),
                whole.owners(),
                whole.persona(),
                whole.when(),
                whole.levels(),
                List.of(rule),
                whole.dispositions(),
                whole.parents());
        try {
            return new Applied(
                    CompiledStandard.compile(
                            new StandardPublished(standard, Codec.STANDARD.digest(standard), NOON, "somebody")),
                    List.of(),
                    Step.GATE,
                    Level.BRONZE);
        } catch (StandardRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
