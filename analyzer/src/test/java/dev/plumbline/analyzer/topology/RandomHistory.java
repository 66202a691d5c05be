package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Builds of one repository, two hours apart, with all that goes wrong on the way: lost, repeated, late and
/// shuffled uploads, further runs of a commit, change requests, and senders whose clocks are years off.
/// Between builds people publish, withdraw and catalogue.
final class RandomHistory {
    private static final int[] COVERED = {60, 75, 85, 95};
    private static final int[] LINES = {5, 19, 20, 300};
    /// Builds that come within a day, for which what an attempt brought is kept whatever else comes.
    private static final int REMEMBERED = 9;
    /// In days; none of them grows too old while a history lasts.
    private static final int[] AGES = {0, 3, 8};

    private static final List<String> PUBLISHED = List.of(
            "standard:py:1.0.0",
            "standard:py:1.1.0",
            "standard:py:1.1.0",
            "binding:default:1",
            "binding:default:2",
            "binding:team:1");

    private static final List<Combine> WAYS = List.of(Combine.values());

    private final Random random;
    /// Apart, so that more reports of a kind leave the rest of a history as it is.
    private final Random more;
    private final Random late;
    private final List<Integer> commitsOnMain = new ArrayList<>();
    /// By commit, the last attempt of its first run.
    private final Map<Integer, Integer> attempts = new HashMap<>();

    RandomHistory(long seed) {
        this.random = new Random(seed);
        this.more = new Random(seed + 1_000_003);
        this.late = new Random(seed + 2_000_003);
    }

    /// What people do between two builds.
    sealed interface Event {
        Instant at();

        record Published(String key, Instant at) implements Event {}

        record Withdrawn(String key, Instant at) implements Event {}

        record Catalogued(String team, Instant at) implements Event {}

        /// Of what it changes in a build that is judged again.
        default Cause cause() {
            return switch (this) {
                case Published _, Withdrawn _ -> Cause.STANDARD;
                case Catalogued _ -> Cause.OWNERSHIP;
            };
        }
    }

    /// {@return what happens after all of a build has come, and before anything of the next}
    List<Event> events(Build build) {
        var events = new ArrayList<Event>();
        for (int left = Math.max(0, random.nextInt(4) - 1); left > 0; left--) {
            var at = build.done().plusSeconds(60L * (events.size() + 1));
            if (random.nextInt(4) == 0) {
                events.add(new Event.Catalogued(random.nextBoolean() ? "payments" : "search", at));
            } else {
                var key = PUBLISHED.get(random.nextInt(PUBLISHED.size()));
                events.add(random.nextInt(5) < 3 ? new Event.Published(key, at) : new Event.Withdrawn(key, at));
            }
        }
        return events;
    }

    /// One build: what came of it, in no order and each once.
    ///
    /// @param done when all of it has come
    record Build(Instant done, List<Given.Said> uploads) {
        Build without(Given.Said upload) {
            return new Build(
                    done, uploads.stream().filter(one -> !one.equals(upload)).toList());
        }

        Build and(Given.Said upload) {
            return new Build(
                    done, Stream.concat(uploads.stream(), Stream.of(upload)).toList());
        }
    }

    List<Build> builds() {
        int many = 6 + random.nextInt(9);
        var builds = new ArrayList<Build>();
        for (int number = 1; number <= many; number++) {
            var build = build(number);
            if (!build.uploads().isEmpty()) {
                builds.add(build);
            }
        }
        return builds;
    }

    private Build build(int number) {
        var said = started(placed(number));
        var at = TEN.plus(Duration.ofHours(2L * number));
        var uploads = new ArrayList<Given.Said>();
        for (var evidence : evidence(at)) {
            var on = said.at(at.plusSeconds(random.nextInt(600))).with(evidence);
            uploads.add(random.nextInt(4) == 0 ? on.at(at.plusSeconds(1_200 + random.nextInt(2_400))) : on);
        }
        uploads.removeIf(_ -> random.nextInt(10) == 0);
        further(at)
                .forEach(evidence ->
                        uploads.add(said.at(at.plusSeconds(more.nextInt(1_200))).with(evidence)));
        if (random.nextInt(3) > 0) {
            uploads.add(said.at(at.plusSeconds(random.nextInt(600))).completing());
        }
        return new Build(at.plus(Duration.ofMinutes(100)), uploads);
    }

    private Given.Said placed(int number) {
        int kind = random.nextInt(20);
        if (kind < 2 && !commitsOnMain.isEmpty()) {
            int again = commitsOnMain.get(random.nextInt(commitsOnMain.size()));
            return number - again < REMEMBERED && more.nextInt(3) > 0
                    ? commitBuild(again).run("run-" + again, attempts.merge(again, 2, (known, _) -> known + 1))
                    : commitBuild(again).run("again-" + number, 2);
        }
        if (kind < 8) {
            int base = commitsOnMain.isEmpty() || random.nextInt(4) == 0
                    ? 99
                    : commitsOnMain.get(random.nextInt(commitsOnMain.size()));
            return commitBuild(100 + number)
                    .on(new Lineage.ChangeRequest(
                            String.valueOf(5 + random.nextInt(2)),
                            "x",
                            commit(base),
                            LINES[random.nextInt(LINES.length)]));
        }
        commitsOnMain.add(number);
        return commitBuild(number);
    }

    private Given.Said started(Given.Said said) {
        return switch (random.nextInt(12)) {
            case 0 -> said.started(Instant.parse("2031-01-01T00:00:00Z"));
            case 1 -> said.started(Instant.parse("1999-01-01T00:00:00Z"));
            default -> said;
        };
    }

    private List<Evidence[]> evidence(Instant at) {
        var evidence = new ArrayList<Evidence[]>();
        for (int report = random.nextInt(3); report > 0; report--) {
            evidence.add(new Evidence[] {coverage(COVERED[random.nextInt(COVERED.length)])});
        }
        for (int report = random.nextInt(3); report > 0; report--) {
            var passed = List.of("a", "b" + report);
            evidence.add(new Evidence[] {
                tests(passed, random.nextInt(3) == 0 ? List.of("c" + random.nextInt(2)) : List.of())
            });
        }
        if (random.nextInt(3) > 0) {
            Map<String, Integer> open = random.nextInt(3) == 0 ? Map.of("F401", 1 + random.nextInt(3)) : Map.of();
            var findings = open.isEmpty() ? Walked.hidden(random.nextInt(3) == 0 ? 2 : 0) : ruff("0.14", open);
            evidence.add(new Evidence[] {findings, ruffSettings("F401", "S608")});
        }
        if (random.nextInt(4) == 0) {
            evidence.add(
                    new Evidence[] {audit(random.nextInt(3) == 0 ? at.minus(Duration.ofDays(8)) : at.minusSeconds(9))});
        }
        return evidence;
    }

    /// Second opinions of the linter and of the audit.
    private List<Evidence[]> further(Instant at) {
        var further = new ArrayList<Evidence[]>();
        if (more.nextInt(4) == 0) {
            var findings = more.nextBoolean() ? Walked.hidden(more.nextInt(3)) : ruff("0.15", Map.of("F401", 1));
            further.add(new Evidence[] {findings, ruffSettings("F401", "S608")});
        }
        for (int audits = more.nextInt(6) - 3; audits > 0; audits--) {
            further.add(new Evidence[] {
                audit(at.minus(Duration.ofDays(AGES[more.nextInt(3)])).minusSeconds(7))
            });
        }
        return further;
    }

    /// {@return how each rule of each version combines several reports: `py.audit@1.0.0`}
    Map<String, Combine> ways() {
        var ways = new TreeMap<String, Combine>();
        for (var version : List.of("1.0.0", "1.1.0")) {
            for (var rule : List.of("py.audit", "py.coverage", "py.lint", "py.tests")) {
                ways.put(rule + "@" + version, WAYS.get(more.nextInt(3)));
            }
        }
        return ways;
    }

    /// What reaches the analyzer of a build: some of it twice, in any order.
    List<Given.Said> arriving(Build build) {
        var arriving = new ArrayList<>(build.uploads());
        for (var upload : build.uploads()) {
            if (random.nextInt(3) == 0) {
                arriving.add(upload.at(upload.receivedAt().plusSeconds(random.nextInt(1_800))));
            }
        }
        Collections.shuffle(arriving, random);
        return arriving;
    }

    /// {@return what of a build of the default branch comes only after the next one: no audit, and not what
    /// came first; null for most}
    Given.@Nullable Said heldBack(Build build) {
        var first = PlainReports.received(build, Comparator.naturalOrder());
        var others = build.uploads().stream()
                .filter(upload -> upload.lineage().isDefault()
                        && !upload.receivedAt().equals(first)
                        && !upload.evidence().isEmpty()
                        && upload.evidence().stream().noneMatch(AuditEvidence.class::isInstance))
                .toList();
        return others.isEmpty() || late.nextInt(3) > 0 ? null : others.get(late.nextInt(others.size()));
    }

    boolean sometimes() {
        return random.nextInt(4) == 0;
    }
}
