package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.analyzer.topology.Walked.COMPILED;
import static dev.plumbline.analyzer.topology.Walked.RUN;
import static dev.plumbline.analyzer.topology.Walked.hidden;
import static dev.plumbline.analyzer.topology.Walked.name;
import static dev.plumbline.analyzer.topology.Walked.repository;
import static dev.plumbline.analyzer.topology.Walked.walked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// All that time does by itself comes where it belongs among the records, though nobody was there to do it
/// then: deadlines, exceptions that begin and end, audits that grow old, bindings that begin.
class RebuildTest {
    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("plumbline.seeds", 40));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasDueWhileNobodyRanIsAsIfItHadHappenedOnTime(long seed) {
        var live = new Node(COMPILED);
        new History(live, new Random(seed)).happen(true);
        var rebuilt = new Node(COMPILED);
        new History(rebuilt, new Random(seed)).happen(false);

        assertThat(perRepository(rebuilt)).isEqualTo(perRepository(live));
        assertThat(rebuilt.changes()).containsExactlyInAnyOrderElementsOf(live.changes());
        assertThat(rebuilt.finished()).isEqualTo(live.finished());
        assertThat(live.deadLetters()).isZero();
        assertThat(OpenAndClosed.broken(live.changes(), live.scored())).isEmpty();
    }

    private static Map<RepositoryId, List<BuildScored>> perRepository(Node node) {
        return node.scored().stream()
                .collect(Collectors.groupingBy(
                        scored -> scored.build().key().repository(), TreeMap::new, Collectors.toList()));
    }

    /// Sixty hours of four repositories.
    private static final class History {
        private final Node node;
        private final Random random;
        private final List<Waiver> granted = new ArrayList<>();
        private final List<Sent> sent = new ArrayList<>();

        private record Sent(int number, Given.Said said) {}

        History(Node node, Random random) {
            this.node = node;
            this.random = random;
        }

        /// @param live whether time passes between the records; else all of them are read first
        void happen(boolean live) {
            for (int hour = 1; hour <= 60; hour++) {
                var at = TEN.plus(Duration.ofHours(hour));
                step(hour, at);
                for (int minute = 1; live && minute < 60; minute += 2) {
                    node.until(at.plus(Duration.ofMinutes(minute)).plusSeconds(30));
                }
                if (live && hour % 7 == 0) {
                    node.restart();
                }
            }
            node.until(TEN.plus(Duration.ofDays(4)));
            walked(node);
            node.until(TEN.plus(Duration.ofDays(12)));
            walked(node);
        }

        private void step(int hour, Instant at) {
            int number = 1 + random.nextInt(4);
            switch (random.nextInt(12)) {
                case 0 -> publish(at);
                case 1 -> bind(hour, at);
                case 2, 3 -> grant(hour, number, at);
                case 4 -> revoke(at);
                case 5 -> catalogue(number, at);
                case 6 -> again(at);
                default -> build(hour, number, at);
            }
        }

        private void publish(Instant at) {
            int minor = 1 + random.nextInt(2);
            if (random.nextInt(3) == 0) {
                node.withdraw("standard:py:1." + minor + ".0", at);
            } else {
                node.publish(PublishedStandards.standard(minor, at));
            }
        }

        private void bind(int hour, Instant at) {
            var step = random.nextBoolean() ? Step.GATE : Step.WARN;
            var from = at.plus(Duration.ofMinutes(random.nextInt(300) - 60));
            node.publish(PublishedStandards.binding("default", 1 + hour, new Binding.Selection.Rest(), step, from, at));
        }

        private void grant(int hour, int number, Instant at) {
            var reach = random.nextInt(3) == 0
                    ? new Reach.Everywhere()
                    : Reach.parse("repository:" + repository(number).value());
            var from = at.plus(Duration.ofMinutes(random.nextInt(3) * 50L));
            var waiver = new Waiver(
                            DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8%02d".formatted(hour)),
                            new Scope(
                                    new StandardId("py"),
                                    List.of(PublishedStandards.COVERAGE, PublishedStandards.TESTS),
                                    reach),
                            "The generated client goes next month.",
                            new Waiver.Request("ada", at.minusSeconds(60)),
                            new Validity(from, from.plus(Duration.ofMinutes(40 + random.nextInt(300)))),
                            new Waiver.Approval.Awaited())
                    .approved("grace", at);
            granted.add(waiver);
            node.decide(waiver);
        }

        private void revoke(Instant at) {
            if (!granted.isEmpty()) {
                var waiver = granted.get(random.nextInt(granted.size()));
                node.decide(new Revocation(waiver.id(), waiver.reach(), "It was mended.", "grace", at));
            }
        }

        private void catalogue(int number, Instant at) {
            node.catalogue(
                    new CatalogEntry(
                            repository(number),
                            name(number),
                            List.of(),
                            List.of(new CatalogEntry.Part(Component.ROOT, "team" + at, "", Subject.UNKNOWN))),
                    at);
        }

        private void build(int hour, int number, Instant at) {
            var said = placed(hour);
            boolean begunEarlier = random.nextInt(4) == 0;
            var evidence =
                    new ArrayList<Evidence>(List.of(coverage(70 + random.nextInt(25)), hidden(random.nextInt(2)), RUN));
            if (random.nextInt(3) == 0 && !begunEarlier) {
                evidence.add(audit(at.minus(Duration.ofDays(5)).minus(Duration.ofHours(random.nextInt(48)))));
            }
            var upload = (begunEarlier ? said.started(begun(at)) : said).at(at).with(evidence.toArray(Evidence[]::new));
            upload(number, random.nextBoolean() ? upload.completing() : upload);
        }

        private Given.Said placed(int hour) {
            return switch (random.nextInt(9)) {
                case 0, 1, 2 ->
                    commitBuild(1_000 + hour).on(new Lineage.ChangeRequest("5", "x", commit(hour / 2), 100));
                case 3 -> commitBuild(Math.max(1, hour - random.nextInt(6))).run("again-" + hour, 2);
                default -> commitBuild(hour);
            };
        }

        /// What an older build brings late is carried by the newest only once that is judged again.
        private static boolean audited(Given.Said said) {
            return said.evidence().stream().anyMatch(AuditEvidence.class::isInstance);
        }

        private Instant begun(Instant at) {
            return at.minus(Duration.ofHours(random.nextInt(30)));
        }

        private void upload(int number, Given.Said said) {
            sent.add(new Sent(number, said));
            node.upload(repository(number), name(number), said);
        }

        /// More comes of a build, or the same once more.
        private void again(Instant at) {
            if (!sent.isEmpty()) {
                var known = sent.get(Math.max(0, sent.size() - 1 - random.nextInt(8)));
                var said = known.said().at(at);
                upload(
                        known.number(),
                        switch (random.nextInt(3)) {
                            case 0 -> random.nextBoolean() || audited(said) ? said : said.started(begun(at));
                            case 1 -> said.with(tests(List.of("a"), random.nextBoolean() ? List.of() : List.of("b")));
                            default ->
                                said.times().equals(BuildTimes.UNSTATED)
                                        ? said.with(audit(at.minus(Duration.ofDays(5))))
                                        : said;
                        });
            }
        }
    }
}
