package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.NOON;
import static dev.plumbline.analyzer.scoring.Samples.coverage;
import static dev.plumbline.analyzer.scoring.Samples.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.TestStandards;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Outcome.Missing;
import dev.plumbline.model.score.Outcome.NotApplicable;
import dev.plumbline.model.score.Outcome.Passed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttestationsTest {
    private static final Kind REVIEW = new Kind("attestation:threat-model");
    private static final TestStandards.Draft ASKED =
            TestStandards.draft("review").requires(REVIEW).asserts();

    private static Attested word(Duration age, Duration left) {
        return new Attested(REVIEW, "ada", NOON.minus(age), NOON.plus(left));
    }

    private static Outcome judge(TestStandards.Draft draft, Attested... words) {
        CompiledRule rule = TestStandards.compiled(draft).rules().getFirst();
        return Scoring.outcome(
                rule, new Case(Subject.UNKNOWN, set(coverage(9, 10)), List.of(words), List.of(), true, NOON));
    }

    @Test
    void aWordThatHoldsPassesAndSaysWhoseItIs() {
        var outcome = judge(ASKED, word(Duration.ofDays(3), Duration.ofDays(4)));

        assertThat(outcome).isInstanceOfSatisfying(Passed.class, it -> {
            assertThat(it.expected()).isEqualTo("A rule");
            assertThat(it.found()).startsWith("attested by ada on ").endsWith(", until 2026-11-05");
        });
    }

    @Test
    void nobodysWordIsMissing() {
        assertThat(judge(ASKED))
                .isInstanceOfSatisfying(
                        Missing.class, it -> assertThat(it.reason()).contains("nobody has attested"));
        var other = new Attested(new Kind("attestation:other"), "ada", NOON, NOON.plus(Duration.ofDays(1)));
        assertThat(judge(ASKED, other)).isInstanceOf(Missing.class);
    }

    @Test
    void aWordEndsAtItsVeryMoment() {
        assertThat(judge(ASKED, word(Duration.ofDays(3), Duration.ZERO)))
                .isInstanceOfSatisfying(
                        Missing.class, it -> assertThat(it.reason()).contains("held until"));
        assertThat(judge(ASKED, word(Duration.ofDays(3), Duration.ofMillis(1)))).isInstanceOf(Passed.class);
    }

    @Test
    void aRuleMayAskForAFresherWordThanItsAuthorPromised() {
        var fresh = ASKED.maxAge(Duration.ofDays(30));

        assertThat(judge(fresh, word(Duration.ofDays(29), Duration.ofDays(300))))
                .isInstanceOf(Passed.class);
        assertThat(judge(fresh, word(Duration.ofDays(30), Duration.ofDays(300))))
                .isInstanceOf(Missing.class);
    }

    @Test
    void whatIsSaidLaterThanTheMomentOfTheScorecardDoesNotCount() {
        assertThat(judge(ASKED, word(Duration.ofDays(-1), Duration.ofDays(4)))).isInstanceOf(Missing.class);
    }

    @Test
    void theOrderInWhichWordsComeDoesNotMatter() {
        var old = word(Duration.ofDays(9), Duration.ofDays(9));
        var young = word(Duration.ofDays(1), Duration.ofDays(1));

        assertThat(judge(ASKED, old, young)).isEqualTo(judge(ASKED, young, old));
    }

    @Test
    void aRuleThatDoesNotApplyAsksNobody() {
        var rule = TestStandards.compiled(ASKED.when("subject.type == 'service'"))
                .rules()
                .getFirst();

        var outcome = Scoring.outcome(
                rule,
                new Case(
                        new Subject(null, "library", null, null),
                        EvidenceSet.of(List.of()),
                        List.of(),
                        List.of(),
                        true,
                        NOON));

        assertThat(outcome).isInstanceOf(NotApplicable.class);
    }

    @Test
    void aPersonsWordAndFiguresAreNotMixed() {
        var both = ASKED.asserts("true", "x", "x");

        assertThatThrownBy(both::rule)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one attestation and nothing else");
    }
}
