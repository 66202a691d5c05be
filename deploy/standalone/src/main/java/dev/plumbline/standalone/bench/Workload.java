package dev.plumbline.standalone.bench;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Seeded uploads. Each is one complete build of the default branch; no two are equal. Builds go round the
/// repositories, and
/// from one build of a repository to the next each kind of evidence changes with a chance of {@link #CHANGE_SHARE}.
/// Repositories have habits: what changes has other figures, and goes from good to bad or back only now and then.
final class Workload {
    static final double CHANGE_SHARE = 0.7;
    private static final int MILLIS_APART = 10;

    private final Random random;
    private final Instant start;
    private final int repositories;
    private final WorkloadEvidence evidence;
    private final double turning;
    private final int[][] contents;
    private final int[][] habits;
    private int next;

    /// @param start when the first was received; the others follow closely. From long ago, audits would be out of date
    ///     by the clock of who scores them, and every build would be judged a second time for that
    Workload(Setting setting, List<String> enabledRules, Instant start) {
        this.random = new Random(setting.seed());
        this.repositories = setting.repositories();
        this.turning = setting.turning();
        this.start = start;
        this.evidence = new WorkloadEvidence(enabledRules);
        this.contents = drawn();
        this.habits = drawn();
    }

    /// @param turning the chance that evidence that changes is of another habit; at 1 it is drawn anew each time
    record Setting(long seed, int repositories, double turning) {}

    private int[][] drawn() {
        var drawn = new int[repositories][WorkloadEvidence.KINDS];
        for (int[] kinds : drawn) {
            for (int kind = 0; kind < kinds.length; kind++) {
                kinds[kind] = random.nextInt();
            }
        }
        return drawn;
    }

    EvidenceReceived next() {
        int repository = next % repositories;
        int[] kinds = contents[repository];
        for (int kind = 0; kind < kinds.length; kind++) {
            if (next >= repositories && random.nextDouble() < CHANGE_SHARE) {
                kinds[kind] = random.nextInt();
                if (random.nextDouble() < turning) {
                    habits[repository][kind] = random.nextInt();
                }
            }
        }
        Instant received = start.plusMillis((long) next * MILLIS_APART);
        var all = new ArrayList<Evidence>();
        for (int kind = 0; kind < kinds.length; kind++) {
            all.add(evidence.of(kind, habits[repository][kind], kinds[kind], received));
        }
        var upload = new EvidenceReceived(
                UploadId.ofContent("upload " + next),
                build(repository, next, received),
                all,
                new Receipt(received, "bench", false));
        next++;
        return upload;
    }

    private Build build(int repository, int number, Instant received) {
        var key = new BuildKey(
                new RepositoryId("github:" + (1_000_000 + repository)),
                Component.ROOT,
                new CommitId(Digest.ofText("commit " + number).hex().substring(0, 40)),
                String.valueOf(number),
                1);
        return new Build(
                key,
                new RepositoryName("bench/repository-" + repository),
                new Lineage.DefaultBranch("main"),
                new BuildTimes(received.minusSeconds(120), received.minusSeconds(1)),
                List.<Kind>of(),
                true,
                new Subject(List.of("python"), "service", List.of("fastapi", "sqlalchemy"), "production"));
    }
}
