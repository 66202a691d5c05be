package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.topology.Walked.COMPILED;
import static dev.plumbline.analyzer.topology.Walked.RUN;
import static dev.plumbline.analyzer.topology.Walked.build;
import static dev.plumbline.analyzer.topology.Walked.hidden;
import static dev.plumbline.analyzer.topology.Walked.name;
import static dev.plumbline.analyzer.topology.Walked.repository;
import static dev.plumbline.analyzer.topology.Walked.walked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RescoringRebuildTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRebuildGivesWhatLiveGaveHoweverFarItsWalksWere(long seed) {
        var live = new Node(COMPILED);
        history(live, new Random(seed), true);
        var rebuilt = new Node(COMPILED);
        history(rebuilt, new Random(seed), false);

        assertThat(perRepository(rebuilt)).isEqualTo(perRepository(live));
        assertThat(rebuilt.changes()).containsExactlyInAnyOrderElementsOf(live.changes());
        assertThat(rebuilt.finished()).isEqualTo(live.finished());
        assertThat(live.deadLetters()).isZero();
    }

    /// @param live whether slices, ticks and restarts come in between; a rebuild reads all records first
    private static void history(Node node, Random random, boolean live) {
        var pauses = new Random(random.nextLong());
        for (int step = 1; step <= 60; step++) {
            var at = TEN.plus(Duration.ofHours(step));
            int what = random.nextInt(10);
            int number = 1 + random.nextInt(8);
            if (what == 0) {
                int minor = 1 + random.nextInt(2);
                if (random.nextInt(3) == 0) {
                    node.withdraw("standard:py:1." + minor + ".0", at);
                } else {
                    node.publish(PublishedStandards.standard(minor, at));
                }
            } else if (what == 1) {
                var step2 = random.nextBoolean() ? Step.GATE : Step.WARN;
                var from = at.plus(Duration.ofHours(random.nextInt(4)));
                node.publish(
                        PublishedStandards.binding("default", 1 + step, new Binding.Selection.Rest(), step2, from, at));
                if (random.nextInt(3) == 0) {
                    node.withdraw("binding:default:" + (1 + random.nextInt(1 + step)), at.plusSeconds(60));
                }
            } else {
                node.upload(
                        repository(number),
                        name(number),
                        build(step).at(at).with(coverage(70 + random.nextInt(25)), hidden(random.nextInt(2)), RUN));
            }
            if (live) {
                pause(node, pauses, at);
            }
        }
        node.until(TEN.plus(Duration.ofDays(9)));
        walked(node);
    }

    private static void pause(Node node, Random pauses, Instant at) {
        switch (pauses.nextInt(4)) {
            case 0 -> node.slice();
            case 1 -> node.restart();
            case 2 -> node.until(at.plusSeconds(30));
            default -> {}
        }
    }

    private static Map<RepositoryId, List<BuildScored>> perRepository(Node node) {
        return node.scored().stream()
                .collect(Collectors.groupingBy(
                        scored -> scored.build().key().repository(), TreeMap::new, Collectors.toList()));
    }
}
