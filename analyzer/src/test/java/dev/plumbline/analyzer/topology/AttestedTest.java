package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person's word counts as soon as it comes and ends on time, though no build comes.
class AttestedTest {
    private static final RuleId REVIEWED = new RuleId("py.reviewed");
    private static final Instant SAID = TEN.plus(Duration.ofHours(1));

    private final Node node = new Node(new CompiledStandards());

    @BeforeEach
    void aBuildThatNobodyVouchesFor() {
        node.publish(asking());
        node.upload(commitBuild(1).completing().with(coverage(90)));
    }

    @Test
    void aWordEndsWhenItsAuthorSaid() {
        node.decide(word("8XA", SAID, SAID.plus(Duration.ofDays(5))));
        assertThat(reviewed()).isEqualTo(Outcome.Word.PASS);

        node.until(SAID.plus(Duration.ofDays(5)).plusSeconds(6));

        assertThat(reviewed()).isEqualTo(Outcome.Word.MISSING);
        assertThat(asOf()).isEqualTo(SAID.plus(Duration.ofDays(5)));
    }

    @Test
    void aWordEndsWhenItIsTooOldForTheRule() {
        node.decide(word("8XA", SAID, SAID.plus(Duration.ofDays(300))));
        node.restart();
        node.until(SAID.plus(Duration.ofDays(30)).plusSeconds(4));
        assertThat(reviewed()).isEqualTo(Outcome.Word.PASS);

        node.until(SAID.plus(Duration.ofDays(30)).plusSeconds(6));

        assertThat(reviewed()).isEqualTo(Outcome.Word.MISSING);
        assertThat(asOf()).isEqualTo(SAID.plus(Duration.ofDays(30)));
        assertThat(node.changes().getLast().cause()).isEqualTo(Cause.EVIDENCE);
    }

    @Test
    void aNewerWordTakesItsPlace() {
        var again = SAID.plus(Duration.ofDays(20));
        node.decide(word("8XA", SAID, SAID.plus(Duration.ofDays(300))));
        node.decide(word("8XB", again, again.plus(Duration.ofDays(300))));
        node.until(SAID.plus(Duration.ofDays(31)));
        assertThat(reviewed()).isEqualTo(Outcome.Word.PASS);

        node.until(again.plus(Duration.ofDays(30)).plusSeconds(6));

        assertThat(reviewed()).isEqualTo(Outcome.Word.MISSING);
        assertThat(asOf()).isEqualTo(again.plus(Duration.ofDays(30)));
    }

    private Instant asOf() {
        return node.scored().getLast().provenance().asOf();
    }

    private Outcome.@Nullable Word reviewed() {
        return Rig.words(node.scored().getLast()).get(REVIEWED);
    }

    private static Attestation word(String end, Instant from, Instant until) {
        return new Attestation(
                DecisionId.parse("attestation:01K9ZP3V6QZ8D1T4Y7N2M5R" + end),
                new StandardId("py"),
                "review",
                Reach.parse("repository:github:7"),
                "The threat model was read again.",
                "ada",
                new Validity(from, until));
    }

    /// The rules of 1.0 and one that asks for a word of the last thirty days.
    private static StandardPublished asking() {
        var one = PublishedStandards.standard(0).standard();
        var like = one.rules().getLast();
        var rules = new ArrayList<>(one.rules());
        rules.add(new Rule(
                REVIEWED,
                "Reviewed",
                like.clauses(),
                like.rating(),
                List.of(new Requirement(new Kind("attestation:review"), List.of(), List.of())),
                List.of(),
                Duration.ofDays(30),
                List.of(),
                List.of(),
                null,
                like.advice(),
                null));
        var other = new Standard(
                one.id(),
                new Version(1, 9, 0),
                one.title(),
                one.owners(),
                one.persona(),
                one.when(),
                one.levels(),
                rules,
                one.dispositions(),
                one.parents());
        return new StandardPublished(other, Codec.STANDARD.digest(other), TEN.minusSeconds(1), "test");
    }
}
