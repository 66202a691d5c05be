package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.score.Change;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine against a model that was written apart from it. `-Dplumbline.seeds=1000` tries a thousand histories.
class HistoryModelTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Tolerance TELL_ALL = new Tolerance(20, Duration.ZERO, 4);

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("plumbline.seeds", 60));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensOnTheWayTheEndIsThatOfThePlainModel(long seed) {
        var history = new RandomHistory(seed);
        var builds = history.builds();
        var model = new PlainModel();
        builds.forEach(model::build);

        var node = new Node(COMPILED, TELL_ALL);
        for (int at = 0; at < builds.size(); at++) {
            for (var upload : history.arriving(builds.get(at))) {
                if (history.sometimes()) {
                    node.restart();
                }
                node.upload(upload);
            }
            node.until(builds.get(at).uploads().getFirst().receivedAt().plus(Duration.ofMinutes(100)));
            if (at > 0 && history.sometimes()) {
                var earlier = builds.get(at - 1).uploads().getFirst();
                node.upload(earlier.at(earlier.receivedAt().plus(Duration.ofHours(3))));
            }
        }
        node.until(TEN.plus(Duration.ofHours(40)));

        assertThat(outcomes(node)).isEqualTo(model.outcomes);
        assertThat(standing(node.changes())).isEqualTo(model.changes);
        assertThat(node.deadLetters()).isZero();
    }

    private static SortedMap<String, SortedMap<String, String>> outcomes(Node node) {
        var outcomes = new TreeMap<String, SortedMap<String, String>>();
        for (var scored : node.scored()) {
            var words = new TreeMap<String, String>();
            Rig.words(scored).forEach((rule, word) -> words.put(rule.value(), word.name()));
            outcomes.put(scored.build().id().value(), words);
        }
        return outcomes;
    }

    private static SortedSet<String> standing(Collection<Change> changes) {
        var standing = new TreeMap<String, String>();
        for (var change : changes) {
            String key = change.id().value() + change.build().id();
            if (change.supersedes()) {
                standing.remove(key);
            } else {
                standing.put(
                        key,
                        change.direction() + " " + change.rule() + " "
                                + change.build().id() + " since " + change.baseline());
            }
        }
        return new TreeSet<>(standing.values());
    }
}
