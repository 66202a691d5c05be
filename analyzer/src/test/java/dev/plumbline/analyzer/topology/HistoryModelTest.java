package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine against a model that was written apart from it. `-Dplumbline.seeds=1000` tries a thousand
/// histories, as `.ci/run` does, `-Dplumbline.seed=7` a single one.
class HistoryModelTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Tolerance TELL_ALL = new Tolerance(20, Duration.ZERO, 4);

    static LongStream seeds() {
        Long one = Long.getLong("plumbline.seed");
        return one == null ? LongStream.range(0, Long.getLong("plumbline.seeds", 60)) : LongStream.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverHappensOnTheWayTheEndIsThatOfThePlainModel(long seed) {
        var history = new RandomHistory(seed);
        var builds = history.builds();
        var ways = history.ways();
        var model = new PlainModel(ways);
        var node = new Node(COMPILED, TELL_ALL, standard(0, Instant.EPOCH, ways));
        @Nullable Late late = null;
        for (int at = 0; at < builds.size(); at++) {
            var held = history.heldBack(builds.get(at));
            var build = held == null ? builds.get(at) : builds.get(at).without(held);
            builds.set(at, build);
            model.build(build);
            for (var upload : history.arriving(build)) {
                if (history.sometimes()) {
                    node.restart();
                }
                node.upload(upload);
            }
            node.until(build.done());
            if (late != null && model.isBeforeNewest(late.build())) {
                var upload = late.held().at(build.done());
                node.upload(upload);
                model.late(late.build().and(upload));
                late = null;
            }
            late = held == null ? late : new Late(build, held);
            if (at > 0 && history.sometimes()) {
                var earlier = builds.get(at - 1).uploads().getFirst();
                node.upload(earlier.at(earlier.receivedAt().plus(Duration.ofHours(3))));
            }
            for (var event : history.events(build)) {
                model.happen(event);
                happen(node, event, ways);
                if (history.sometimes()) {
                    node.restart();
                }
                if (history.sometimes()) {
                    node.slice();
                }
            }
        }
        node.until(TEN.plus(Duration.ofHours(40)));
        Walked.walked(node);

        assertThat(outcomes(node)).isEqualTo(model.outcomes);
        assertThat(standing(node.changes())).isEqualTo(model.changes);
        assertThat(rescorings(node)).isEqualTo(model.rescorings);
        assertThat(node.eventIds()).doesNotHaveDuplicates();
        assertThat(node.deadLetters()).isZero();
        assertThat(OpenAndClosed.broken(node.changes(), node.scored())).isEmpty();
    }

    /// What comes of a build only after the next.
    private record Late(RandomHistory.Build build, Given.Said held) {}

    private static void happen(Node node, RandomHistory.Event event, Map<String, Combine> ways) {
        switch (event) {
            case RandomHistory.Event.Withdrawn it -> node.withdraw(it.key(), it.at());
            case RandomHistory.Event.Catalogued it ->
                node.catalogue(
                        new CatalogEntry(
                                Given.REPOSITORY,
                                new RepositoryName("acme/payments"),
                                List.of(),
                                List.of(new CatalogEntry.Part(Component.ROOT, it.team(), "", Subject.UNKNOWN))),
                        it.at());
            case RandomHistory.Event.Published it -> {
                switch (it.key()) {
                    case "standard:py:1.0.0" -> node.publish(standard(0, it.at(), ways));
                    case "standard:py:1.1.0" -> node.publish(standard(1, it.at(), ways));
                    case "binding:default:1" ->
                        node.publish(bound("default", 1, new Binding.Selection.Rest(), Step.WARN, it.at()));
                    case "binding:default:2" ->
                        node.publish(bound("default", 2, new Binding.Selection.Rest(), Step.GATE, it.at()));
                    case "binding:team:1" ->
                        node.publish(bound(
                                "team",
                                1,
                                new Binding.Selection.Where(List.of("repository.team == \"payments\"")),
                                Step.GATE,
                                it.at()));
                    default -> throw new IllegalStateException(it.key() + " is not known here.");
                }
            }
        }
    }

    private static StandardPublished standard(int minor, Instant at, Map<String, Combine> ways) {
        var ofVersion = new HashMap<RuleId, Combine>();
        ways.forEach((rule, how) -> {
            if (rule.endsWith("@1." + minor + ".0")) {
                ofVersion.put(new RuleId(rule.substring(0, rule.indexOf('@'))), how);
            }
        });
        return PublishedStandards.combining(PublishedStandards.standard(minor, at), ofVersion);
    }

    private static BindingPublished bound(String id, int revision, Binding.Selection selection, Step step, Instant at) {
        return PublishedStandards.binding(id, revision, selection, step, Instant.EPOCH, at);
    }

    private static List<String> rescorings(Node node) {
        return node.finished().stream()
                .map(finished -> finished.version() + " of " + finished.counts().rescored())
                .toList();
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

    private static Change.Direction opposite(Change.Direction direction) {
        return direction == Change.Direction.REGRESSION ? Change.Direction.RECOVERY : Change.Direction.REGRESSION;
    }

    private static SortedSet<String> standing(Collection<Change> changes) {
        var standing = new TreeMap<String, String>();
        for (var change : changes) {
            String key = change.id().value() + change.build().id();
            if (change.supersedes()) {
                standing.remove(key + opposite(change.direction()));
            } else {
                var course = Objects.requireNonNull(change.course());
                standing.put(
                        key + change.direction(),
                        change.direction() + " " + change.rule() + " "
                                + change.build().id() + " since " + change.baseline()
                                + (course.against() == Course.Against.SAME_BUILD ? " by " + change.cause() : ""));
            }
        }
        return new TreeSet<>(standing.values());
    }
}
