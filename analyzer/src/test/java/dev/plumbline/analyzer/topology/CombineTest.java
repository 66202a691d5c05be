package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.topology.PublishedStandards.AUDIT;
import static dev.plumbline.analyzer.topology.PublishedStandards.COVERAGE;
import static dev.plumbline.analyzer.topology.PublishedStandards.combining;
import static dev.plumbline.analyzer.topology.PublishedStandards.published;
import static dev.plumbline.analyzer.topology.PublishedStandards.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Outcome.Word;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.VersionRange;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What standards say about several reports of one kind, from the uploads to the records.
class CombineTest {
    private static final Instant BEFORE = TEN.minusSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void theWorstCounts() {
        var node = node(Map.of(COVERAGE, Combine.WORST));
        disagreeing(node, 1);

        assertThat(word(node, COVERAGE)).isEqualTo(Word.FAIL);
        assertThat(node.scored().getLast().notes())
                .containsExactly("coverage: of 2 reports the worst counts for py, coverage.xml with 60 of 100 lines"
                        + " covered; merged: 90 of 100 lines covered; the latest: 90 of 100 lines covered");
    }

    @Test
    void theLatestCounts() {
        var node = node(Map.of(COVERAGE, Combine.LATEST));
        disagreeing(node, 1);
        node.upload(build(1).at(TEN.plus(MINUTE)).with(coverage(60), audit(TEN)));

        assertThat(word(node, COVERAGE)).isEqualTo(Word.FAIL);
        assertThat(node.scored().getLast().notes())
                .anyMatch(note -> note.startsWith("coverage: of 2 reports the latest counts for py,"));
    }

    @Test
    void whereNothingIsSaidAllCountAndTheRecordIsAsEver() {
        var node = node(Map.of());
        disagreeing(node, 1);

        assertThat(word(node, COVERAGE)).isEqualTo(Word.PASS);
        assertThat(node.scored().getLast().notes())
                .containsExactly("coverage: 1 file is in several reports; their lines are united, branches are those"
                        + " of the report with the most");
        assertThat(node.scored().getLast().provenance().evidence())
                .extracting(EvidenceUse::combine)
                .containsOnlyNulls();
    }

    @Test
    void theRecordSaysWhichReportWasChosen() {
        var node = node(Map.of(COVERAGE, Combine.WORST));
        disagreeing(node, 1);

        assertThat(node.scored().getLast().provenance().evidence())
                .extracting(EvidenceUse::kind, EvidenceUse::combine)
                .containsExactly(tuple(Kind.COVERAGE, null), tuple(Kind.COVERAGE, Combine.WORST));
        assertThat(node.scored().getLast().provenance().evidence().getLast().report())
                .isEqualTo(coverage(60).source().report());
    }

    /// No choice was made: both came in one upload.
    @Test
    void theLatestOfOneUploadIsAllOfIt() {
        var node = node(Map.of(AUDIT, Combine.LATEST));
        node.upload(build(1).with(audit(TEN), audit(TEN.minus(MINUTE))));

        assertThat(node.scored().getLast().notes()).isEmpty();
        assertThat(node.scored().getLast().provenance().evidence()).hasSize(1);
    }

    @Test
    void eachStandardJudgesByItsOwn() {
        var node = node(Map.of(COVERAGE, Combine.WORST));
        node.publish(named("qa", combining(PublishedStandards.standard(0, BEFORE), Map.of())));
        node.publish(bound("qa"));
        disagreeing(node, 1);

        assertThat(node.scored().getLast().scorecards())
                .extracting(
                        card -> card.standard().id().value(),
                        card -> card.results().stream()
                                .filter(result -> result.rule().equals(COVERAGE))
                                .findFirst()
                                .orElseThrow()
                                .outcome()
                                .word())
                .containsExactlyInAnyOrder(tuple("py", Word.FAIL), tuple("qa", Word.PASS));
        assertThat(node.scored().getLast().notes())
                .hasSize(2)
                .anyMatch(note -> note.contains("the worst counts for py,"))
                .anyMatch(note -> note.contains("their lines are united"));
    }

    @Test
    void anAuditIsCarriedAsItsStandardReadsIt() {
        var stale = audit(TEN.minus(Duration.ofDays(8)));
        var latest = node(Map.of(AUDIT, Combine.LATEST));
        var merged = node(Map.of());
        for (var node : List.of(latest, merged)) {
            node.upload(commitBuild(1).with(stale));
            node.upload(build(1).at(TEN.plus(MINUTE)).with(audit(TEN)));
            node.upload(build(2).at(TEN.plus(MINUTE.multipliedBy(2))).with(coverage(90)));
        }

        assertThat(word(latest, AUDIT)).isEqualTo(Word.PASS);
        assertThat(word(merged, AUDIT)).isEqualTo(Word.MISSING);
        assertThat(latest.scored().getLast().provenance().evidence())
                .filteredOn(use -> use.kind().equals(Kind.AUDIT))
                .extracting(EvidenceUse::combine, EvidenceUse::carriedFrom)
                .containsExactly(
                        tuple(null, commitBuild(1).key().id()),
                        tuple(Combine.LATEST, commitBuild(1).key().id()));
    }

    @Test
    void aVersionThatReadsOtherwiseIsTheCauseOfWhatItChanges() {
        var node = node(Map.of());
        disagreeing(node, 1);
        node.publish(combining(PublishedStandards.standard(1, TEN.plus(MINUTE)), Map.of(COVERAGE, Combine.WORST)));
        Walked.walked(node);

        assertThat(word(node, COVERAGE)).isEqualTo(Word.FAIL);
        assertThat(node.changes())
                .extracting(Change::rule, Change::direction, Change::cause)
                .containsExactly(tuple(COVERAGE, Direction.REGRESSION, Cause.STANDARD));
    }

    @Test
    void aRuleThatReadsOtherwiseIsAnotherRule() {
        var digests = new ArrayList<String>();
        for (var how : Combine.values()) {
            var node = node(Map.of(COVERAGE, how));
            disagreeing(node, 1);
            digests.add(node.scored()
                    .getLast()
                    .scorecards()
                    .getFirst()
                    .results()
                    .getFirst()
                    .digest());
        }

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void theCauseIsFoundAmongWhatWasRead() {
        var node = node(Map.of(COVERAGE, Combine.WORST));
        node.upload(build(1).with(coverage(85), coverage(95)));
        node.upload(build(2).at(TEN.plus(MINUTE)).with(coverage(60), coverage(95)));

        assertThat(node.changes())
                .extracting(Change::rule, Change::direction, Change::cause)
                .containsExactly(tuple(COVERAGE, Direction.REGRESSION, Cause.CODE));
        assertThat(node.scored().getLast().moves().getFirst().causes()).containsOnlyKeys(Cause.CODE);
    }

    private static void disagreeing(Node node, int commit) {
        node.upload(commitBuild(commit).with(coverage(60)));
        node.upload(build(commit).at(TEN.plusSeconds(30)).with(coverage(90)));
    }

    private static Given.Said build(int commit) {
        return commitBuild(commit).completing();
    }

    private static Word word(Node node, RuleId rule) {
        return Objects.requireNonNull(Rig.words(node.scored().getLast()).get(rule));
    }

    private static Node node(Map<RuleId, Combine> ways) {
        return new Node(Walked.COMPILED, Tolerance.DEFAULT, combining(PublishedStandards.standard(0, BEFORE), ways));
    }

    private static StandardPublished named(String id, StandardPublished one) {
        var it = one.standard();
        return published(with(it, new StandardId(id), new Version(1, 0, 0), it.rules()), one.publishedAt());
    }

    private static BindingPublished bound(String standard) {
        var binding = new Binding(
                standard,
                1,
                new StandardId(standard),
                new VersionRange("1.x"),
                new Binding.Selection.Rest(),
                new Binding.Enforcement(Step.WARN, Instant.EPOCH, Level.BRONZE),
                Map.of());
        return new BindingPublished(binding, Codec.BINDING.digest(binding), BEFORE, "test");
    }
}
