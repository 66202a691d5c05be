package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.build.Given.Said;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Outcome.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// CI runs the failed jobs of a build again, and only these send anything: what the other jobs found still
/// holds for the commit, and nobody is told that it went missing.
class AttemptsTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Duration HOUR = Duration.ofHours(1);

    private final Node node = new Node(COMPILED);

    private static Said attempt(int number) {
        return commitBuild(2).run("run-2", number).at(TEN.plus(HOUR.multipliedBy(number)));
    }

    private void twoFullBuilds() {
        node.upload(commitBuild(1)
                .completing()
                .with(
                        coverage(90),
                        tests(List.of("a", "b"), List.of()),
                        ruff("0.14", Map.of()),
                        ruffSettings("F401", "S608")));
        node.upload(attempt(1)
                .completing()
                .with(
                        coverage(90),
                        tests(List.of("a"), List.of("b")),
                        ruff("0.14", Map.of()),
                        ruffSettings("F401", "S608")));
    }

    private Map<BuildId, BuildScored> last() {
        var last = new HashMap<BuildId, BuildScored>();
        node.scored().forEach(scored -> last.put(scored.build().id(), scored));
        return last;
    }

    private BuildScored of(int attempt) {
        return of(attempt(attempt));
    }

    private BuildScored of(Said said) {
        return Objects.requireNonNull(last().get(said.key().id()), "its scorecard");
    }

    private static Word word(BuildScored scored, String rule) {
        return Rig.words(scored).entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(rule))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static SortedMap<Kind, BuildId> taken(BuildScored scored) {
        var taken = new TreeMap<Kind, BuildId>();
        for (EvidenceUse use : scored.provenance().evidence()) {
            if (use.carriedFrom() != null) {
                taken.put(use.kind(), use.carriedFrom());
            }
        }
        return taken;
    }

    private List<Change> worse() {
        return node.changes().stream()
                .filter(change -> change.direction() == Change.Direction.REGRESSION)
                .toList();
    }

    @Test
    void whatOnlyTheFirstAttemptBroughtStillHolds() {
        twoFullBuilds();
        node.upload(attempt(2).completing().with(tests(List.of("a", "b"), List.of())));

        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.PASS);
        assertThat(word(of(2), "py.lint")).isEqualTo(Word.PASS);
        assertThat(word(of(2), "py.tests")).isEqualTo(Word.PASS);
        assertThat(taken(of(2)))
                .containsOnlyKeys(Kind.COVERAGE, Kind.findings("ruff"), Kind.settings("ruff"))
                .containsEntry(Kind.COVERAGE, attempt(1).key().id());
        assertThat(of(2).notes()).contains("coverage is that of attempt 1: this one brought none");
        assertThat(worse()).extracting(change -> change.rule().value()).containsExactly("py.tests");
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void evidenceThatTheFirstAttemptSendsLateCountsForTheSecondToo() {
        node.upload(attempt(1).completing().with(tests(List.of("a"), List.of("b"))));
        node.upload(attempt(2).completing().with(tests(List.of("a", "b"), List.of())));
        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.MISSING);
        node.restart();

        node.upload(attempt(1).at(TEN.plus(HOUR.multipliedBy(3))).with(coverage(90)));

        assertThat(of(1).revision()).isEqualTo(2);
        assertThat(of(2).revision()).isEqualTo(2);
        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.PASS);
    }

    @Test
    void theLastAttemptBeforeThatHasAKindCounts() {
        node.upload(attempt(1).completing().with(coverage(90), tests(List.of("a"), List.of("b"))));
        node.upload(attempt(2).completing().with(coverage(50)));
        node.upload(attempt(4).completing().with(ruff("0.14", Map.of()), ruffSettings("F401", "S608")));

        assertThat(word(of(4), "py.coverage")).isEqualTo(Word.FAIL);
        assertThat(word(of(4), "py.tests")).isEqualTo(Word.FAIL);
        assertThat(taken(of(4)))
                .containsEntry(Kind.COVERAGE, attempt(2).key().id())
                .containsEntry(Kind.UNIT_TESTS, attempt(1).key().id());
    }

    /// The property that a score rests on what came, and not on when.
    @Test
    void everyOrderOfUploadsOfThreeAttemptsEndsInTheSameResults() {
        var uploads = List.of(
                attempt(1).completing().with(tests(List.of("a"), List.of("b"))),
                attempt(1).at(TEN.plusSeconds(4_000)).with(coverage(90)),
                attempt(2).completing().with(tests(List.of("a", "b"), List.of())),
                attempt(3).with(ruff("0.14", Map.of("F401", 1)), ruffSettings("F401", "S608")),
                attempt(3).at(TEN.plus(HOUR.multipliedBy(3)).plusSeconds(9)).completing());
        uploads.forEach(node::upload);
        var expected = results(node);
        assertThat(expected).hasSize(3);

        int orders = 0;
        for (var order : orders(uploads)) {
            var other = new Node(COMPILED);
            for (var upload : order) {
                other.upload(upload);
                other.restart();
            }
            assertThat(results(other)).as("%s", order).isEqualTo(expected);
            assertThat(other.deadLetters()).isZero();
            orders++;
        }
        assertThat(orders).isEqualTo(120);
    }

    private static Map<BuildId, String> results(Node node) {
        var results = new HashMap<BuildId, String>();
        node.scored()
                .forEach(scored -> results.put(
                        scored.build().id(),
                        scored.scorecards() + " " + scored.provenance().evidence() + " "
                                + scored.provenance().uploads() + " " + scored.notes()));
        return results;
    }

    private static Collection<List<Said>> orders(List<Said> uploads) {
        if (uploads.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Said>>();
        for (var first : uploads) {
            var rest = new ArrayList<>(uploads);
            rest.remove(first);
            for (var order : orders(rest)) {
                var one = new ArrayList<>(List.of(first));
                one.addAll(order);
                orders.add(one);
            }
        }
        return orders;
    }

    @Test
    void anAttemptThatBringsAllTakesNothingAndIsLeftAlone() {
        twoFullBuilds();
        node.upload(attempt(2)
                .completing()
                .with(
                        coverage(90),
                        tests(List.of("a"), List.of()),
                        ruff("0.14", Map.of()),
                        ruffSettings("F401", "S608")));
        node.upload(attempt(1).at(TEN.plus(HOUR.multipliedBy(3))).with(coverage(95)));

        assertThat(of(1).revision()).isEqualTo(2);
        assertThat(of(2).revision()).isEqualTo(1);
        assertThat(taken(of(2))).isEmpty();
        assertThat(of(2).notes()).noneMatch(note -> note.contains("attempt"));
    }

    @Test
    void anotherRunOfTheCommitStandsAlone() {
        twoFullBuilds();
        var other = commitBuild(2).run("nightly", 2).at(TEN.plus(HOUR.multipliedBy(2)));
        node.upload(other.completing().with(tests(List.of("a"), List.of())));

        assertThat(word(of(other), "py.coverage")).isEqualTo(Word.MISSING);
    }

    @Test
    void onlyWhatSpeaksOfTheCodeIsTaken() {
        var old = TEN.minus(Duration.ofDays(6));
        node.upload(attempt(1).completing().with(coverage(90), Given.audit(old)));
        node.upload(attempt(2).completing().with(tests(List.of("a"), List.of())));

        assertThat(of(2).notes())
                .contains(
                        "audit is carried from build " + attempt(1).key().id(),
                        "coverage is that of attempt 1: this one brought none");
        node.until(old.plus(Duration.ofDays(8)));
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void theSameOnAChangeRequest() {
        var request = new Lineage.ChangeRequest("5", "x", commit(1), 200);
        node.upload(commitBuild(1).completing().with(coverage(90), tests(List.of("a", "b"), List.of())));
        node.upload(attempt(1).on(request).completing().with(coverage(90), tests(List.of("a"), List.of("b"))));
        node.upload(attempt(2).on(request).completing().with(tests(List.of("a", "b"), List.of())));

        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.PASS);
        assertThat(worse()).extracting(change -> change.rule().value()).containsExactly("py.tests");
    }

    @Test
    void whatIsNoLongerKeptOfAnAttemptIsMissing() {
        node.upload(attempt(1).completing().with(coverage(90)));
        node.upload(
                commitBuild(3).at(TEN.plus(HOUR.multipliedBy(2))).completing().with(coverage(90)));
        node.upload(
                commitBuild(4).at(TEN.plus(HOUR.multipliedBy(3))).completing().with(coverage(90)));
        node.upload(attempt(2).at(TEN.plus(Duration.ofDays(2))).completing().with(tests(List.of("a"), List.of())));

        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.MISSING);
        assertThat(node.deadLetters()).isZero();
    }

    @Test
    void anAttemptThatAwaitsWhatItExpectsDoesNotCloseForWhatWasTaken() {
        node.upload(attempt(1).completing().with(coverage(90)));
        node.upload(attempt(2).expecting(Kind.COVERAGE, Kind.UNIT_TESTS).with(tests(List.of("a"), List.of())));
        assertThat(of(2).state().closed()).isFalse();

        node.until(TEN.plus(Duration.ofDays(1)));

        assertThat(of(2).state().closed()).isTrue();
        assertThat(word(of(2), "py.coverage")).isEqualTo(Word.PASS);
    }

    /// The row of an attempt has a bound, and what the attempt itself brings must find its place there.
    @Test
    void whatIsTakenOverHasABound() {
        var many = new HashMap<String, Integer>();
        for (int rule = 0; rule < 20_000; rule++) {
            many.put("F" + (10_000 + rule), 1);
        }
        var large = attempt(1).with(ruff("0.14", many)).upload();
        var small = attempt(1).with(coverage(90)).upload();
        assertThat(large.record()).hasSizeGreaterThan(1024 * 1024);

        assertThat(Uploads.NONE.after(large)).isEqualTo(Uploads.NONE);
        assertThat(Uploads.NONE.after(small).before()).containsExactly(small);
    }

    @Test
    void aRunWithAVastNumberOfAttemptsCostsNoMoreThanItsNeighbours() {
        node.upload(attempt(1).at(TEN.plusSeconds(1)).completing().with(coverage(90)));
        node.upload(attempt(10_000).at(TEN.plusSeconds(2)).completing().with(tests(List.of("a"), List.of())));
        node.upload(attempt(1).at(TEN.plusSeconds(3)).with(ruff("0.14", Map.of()), ruffSettings("F401", "S608")));

        assertThat(word(of(10_000), "py.coverage")).isEqualTo(Word.MISSING);
        assertThat(of(10_000).revision()).isEqualTo(1);
    }
}
