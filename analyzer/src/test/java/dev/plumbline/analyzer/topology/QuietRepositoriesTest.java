package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.topology.Walked.COMPILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The log forgets a scorecard after 400 days. Whoever reads it from its beginning must find what is quiet.
class QuietRepositoriesTest {
    private final Node node = new Node(COMPILED);

    private static Instant day(int day) {
        return TEN.plus(Duration.ofDays(day));
    }

    private static Given.Said build(int number, int day) {
        return commitBuild(number).completing().at(day(day)).with(coverage(90));
    }

    private void until(int day) {
        node.until(day(day).plusSeconds(6));
    }

    private BuildScored last() {
        return node.scored().getLast();
    }

    @Test
    void itsNewestBuildIsSaidAgainThirtyDaysBeforeItWouldBeForgotten() {
        node.upload(build(1, 0));
        var first = last();

        until(369);
        assertThat(node.scored()).hasSize(1);
        until(370);
        assertThat(node.scored()).hasSize(2);
        assertThat(last().build()).isEqualTo(first.build());
        assertThat(last().scorecards()).isEqualTo(first.scorecards());
        assertThat(last().revision()).isEqualTo(2);
        assertThat(last().provenance().asOf()).isEqualTo(day(370));

        node.restart();
        until(740);
        assertThat(node.scored()).hasSize(3);
        assertThat(node.changes()).isEmpty();
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void theDaysCountFromItsLastWord() {
        node.upload(build(1, 0));
        node.upload(build(2, 200));

        until(370);
        assertThat(node.scored()).hasSize(2);
        until(569);
        assertThat(node.scored()).hasSize(2);
        until(570);
        assertThat(node.scored()).hasSize(3);
        assertThat(last().build().key()).isEqualTo(commitBuild(2).key());
    }

    @Test
    void evidenceThatGrewTooOldIsAWordToo() {
        node.upload(build(1, 0).with(coverage(90), Given.audit(TEN)));

        until(7);
        assertThat(Rig.words(last()).get(PublishedStandards.AUDIT)).isEqualTo(Outcome.Word.MISSING);
        until(376);
        assertThat(node.scored()).hasSize(2);
        until(377);
        assertThat(node.scored()).hasSize(3);
        assertThat(Rig.words(last()).get(PublishedStandards.AUDIT)).isEqualTo(Outcome.Word.MISSING);
    }

    @Test
    void aRebuildSaysItAgainAsLiveDid() {
        node.upload(build(1, 0));
        until(371);
        node.upload(build(2, 380));
        var rebuilt = new Node(COMPILED);
        rebuilt.upload(build(1, 0));
        rebuilt.upload(build(2, 380));

        assertThat(rebuilt.content()).isEqualTo(node.content());
        assertThat(rebuilt.scored()).hasSameSizeAs(node.scored()).hasSize(3);
    }
}
