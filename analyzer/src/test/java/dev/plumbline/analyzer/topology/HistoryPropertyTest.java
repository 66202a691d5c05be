package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryPropertyTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("plumbline.seeds", 60));
    }

    /// The build whose uploads are shuffled: worse than the one before it in part, late in part.
    private static List<Given.Said> uploads() {
        var build = commitBuild(2);
        return List.of(
                build.at(TEN.plusSeconds(600))
                        .expecting(Kind.COVERAGE, Kind.UNIT_TESTS)
                        .with(coverage(70)),
                build.at(TEN.plusSeconds(601)).with(tests(List.of("a"), List.of("b"))),
                build.at(TEN.plusSeconds(602)).with(tests(List.of("b", "c"), List.of())),
                build.at(TEN.plusSeconds(603)).with(ruff("0.14", Map.of()), ruffSettings("F401", "S608")),
                build.at(TEN.plusSeconds(604)).completing(),
                build.at(TEN.plusSeconds(605)).with(coverage(100, Map.of("app.py", List.of(70, 71, 72)))),
                build.at(TEN.plusSeconds(4_000)).with(audit(TEN.plusSeconds(3_000))));
    }

    private static Node afterTheFirstBuild() {
        var node = new Node(COMPILED);
        node.upload(commitBuild(1)
                .completing()
                .with(
                        coverage(90),
                        tests(List.of("a", "b"), List.of()),
                        ruff("0.14", Map.of()),
                        ruffSettings("F401", "S608")));
        return node;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOrderRepetitionAndRestartEndsInTheSameContentAndTheSameChanges(long seed) {
        var random = new Random(seed);
        var plain = afterTheFirstBuild();
        uploads().forEach(plain::upload);
        plain.until(TEN.plus(Duration.ofDays(2)));
        var shuffled = new ArrayList<Given.Said>();
        uploads().forEach(upload -> {
            shuffled.add(upload);
            if (random.nextBoolean()) {
                shuffled.add(upload.at(upload.receivedAt().plusSeconds(random.nextInt(80_000))));
            }
        });
        Collections.shuffle(shuffled, random);

        var node = afterTheFirstBuild();
        for (var upload : shuffled) {
            if (random.nextInt(3) == 0) {
                node.restart();
            }
            node.upload(upload);
        }
        node.until(TEN.plus(Duration.ofDays(2)));

        assertThat(node.content()).isEqualTo(plain.content());
        assertThat(node.standing()).isEqualTo(plain.standing());
        assertThat(node.deadLetters()).isZero();
    }

    static IntStream firstTwo() {
        return IntStream.range(0, 42);
    }

    /// A few of the 5,040 orders, or all of them with `-Dplumbline.orders=all`, as `.ci/run` does.
    /// Somewhere between two of the records another processor takes over.
    @ParameterizedTest(name = "orders {0} of 42")
    @MethodSource("firstTwo")
    void everyOrderOfTheSevenUploadsEndsAlike(int first) {
        var plain = afterTheFirstBuild();
        uploads().forEach(plain::upload);
        plain.until(TEN.plus(Duration.ofDays(2)));
        int step = System.getProperty("plumbline.orders", "").equals("all") ? 1 : 60;
        for (int rest = first % step; rest < 120; rest += step) {
            var order = ordered(first * 120 + rest);
            int restart = (first + rest) % 8;

            var node = afterTheFirstBuild();
            for (int at = 0; at < 7; at++) {
                if (at == restart) {
                    node.restart();
                }
                node.upload(order.get(at));
            }
            node.until(TEN.plus(Duration.ofDays(2)));

            assertThat(order).doesNotHaveDuplicates().hasSize(7);
            assertThat(node.content()).as("order %s", order).isEqualTo(plain.content());
            assertThat(node.standing()).as("order %s", order).isEqualTo(plain.standing());
            assertThat(node.deadLetters()).isZero();
        }
    }

    /// {@return the uploads in one of their 5,040 orders}
    private static List<Given.Said> ordered(int number) {
        var left = new ArrayList<>(uploads());
        var order = new ArrayList<Given.Said>();
        for (int rest = number; !left.isEmpty(); ) {
            int size = left.size();
            order.add(left.remove(rest % size));
            rest /= size;
        }
        return order;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRestartBetweenAnyTwoRecordsChangesNothing(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var plain = new Node(COMPILED);
        history.forEach(plain::upload);

        var node = new Node(COMPILED);
        for (var upload : history) {
            if (random.nextBoolean()) {
                node.restart();
            }
            node.upload(upload);
        }

        assertThat(node.scored()).isEqualTo(plain.scored());
        assertThat(node.changes()).isEqualTo(plain.changes());
    }

    private static List<Given.Said> history(Random random) {
        var history = new ArrayList<Given.Said>();
        for (int commit = 1; commit <= 12; commit++) {
            var at = TEN.plus(Duration.ofHours(commit));
            var build = commitBuild(commit);
            history.add(build.at(at).with(coverage(60 + random.nextInt(40)), tests(List.of("a"), List.of())));
            if (random.nextBoolean()) {
                history.add(build.at(at.plusSeconds(30)).completing().with(audit(at)));
            }
            if (random.nextInt(4) == 0) {
                history.add(build.at(at.plusSeconds(3_000)).with(ruff("0.14", Map.of()), ruffSettings("F401", "S608")));
            }
        }
        return history;
    }

    @Test
    void theSameFiguresFourteenTimesRaiseNoChange() {
        var node = new Node(COMPILED);
        for (int commit = 1; commit <= 14; commit++) {
            node.upload(commitBuild(commit)
                    .at(TEN.plus(Duration.ofHours(commit)))
                    .completing()
                    .with(coverage(74), tests(List.of("a"), List.of("b"))));
        }

        assertThat(node.changes()).isEmpty();
        assertThat(node.scored()).hasSize(14).allMatch(scored -> scored.state().closed());
    }

    @Test
    void aRebuildFromTheLogGivesWhatLiveGave() {
        var random = new Random(42);
        var history = history(random);
        var live = new Node(COMPILED);
        for (var upload : history) {
            live.until(upload.receivedAt());
            live.upload(upload);
        }
        live.until(TEN.plus(Duration.ofDays(2)));

        var rebuilt = new Node(COMPILED);
        history.forEach(rebuilt::upload);
        rebuilt.until(TEN.plus(Duration.ofDays(2)));

        assertThat(rebuilt.scored()).isEqualTo(live.scored());
        assertThat(rebuilt.changes()).isEqualTo(live.changes());
        assertThat(rebuilt.scored()).extracting(BuildScored::revision).contains(1, 2, 3);
    }
}
