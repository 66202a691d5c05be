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
import dev.plumbline.model.evidence.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Builds of one repository, two hours apart, with all that goes wrong on the way: lost, repeated, late and shuffled
/// uploads, further runs of a commit, change requests, and senders whose clocks are years off.
final class RandomHistory {
    private static final int[] COVERED = {60, 75, 85, 95};
    private static final int[] LINES = {5, 19, 20, 300};

    private final Random random;
    private final List<Integer> commitsOnMain = new ArrayList<>();

    RandomHistory(long seed) {
        this.random = new Random(seed);
    }

    /// One build: what came of it, in no order and each once.
    record Build(List<Given.Said> uploads) {}

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
        if (random.nextInt(3) > 0) {
            uploads.add(said.at(at.plusSeconds(random.nextInt(600))).completing());
        }
        return new Build(uploads);
    }

    private Given.Said placed(int number) {
        int kind = random.nextInt(20);
        if (kind < 2 && !commitsOnMain.isEmpty()) {
            int again = commitsOnMain.get(random.nextInt(commitsOnMain.size()));
            return commitBuild(again).run("again-" + number, 2);
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
            evidence.add(new Evidence[] {ruff("0.14", open), ruffSettings("F401", "S608")});
        }
        if (random.nextInt(4) == 0) {
            evidence.add(
                    new Evidence[] {audit(random.nextInt(3) == 0 ? at.minus(Duration.ofDays(8)) : at.minusSeconds(9))});
        }
        return evidence;
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

    boolean sometimes() {
        return random.nextInt(4) == 0;
    }
}
