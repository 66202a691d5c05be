package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// One run: the analyzer and a bare pass-through over the same records on the same broker, one after the
/// other; then, in a process of its own, start-up and the way of single uploads.
///
/// The clock of a throughput starts when the warm-up's records have been read back, and stops when the last
/// one has. The pass-through runs second, on a broker and a virtual machine that are warm: what that
/// changes is in its favour.
public final class Benchmark {
    private static final int SAMPLED_SCORECARDS = 20_000;

    private final Plan plan;
    private final Consumer<String> progress;

    public Benchmark(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /// @param records that are measured; the warm-up's come on top
    /// @param turning of the evidence that changes, the share that is drawn anew instead of keeping to its
    ///     habit
    /// @param folder for everything that the run writes; empty
    public record Plan(
            int records,
            int warmUp,
            int repositories,
            int uploads,
            long seed,
            double turning,
            int threads,
            Path folder) {
        public Plan {
            if (records < 1 || warmUp < 1 || repositories < 1 || uploads < 1 || threads < 1) {
                throw new IllegalArgumentException("a benchmark needs at least one of everything");
            }
            if (!(turning >= 0 && turning <= 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1, not at " + turning);
            }
        }

        int total() {
            return records + warmUp;
        }
    }

    public Figures run() throws IOException, InterruptedException {
        var throughput = throughput();
        progress.accept("starting processes of their own for start-up, latency and uploads");
        return throughput.with(OneProcess.measure(plan.folder(), plan.uploads()));
    }

    private Throughput throughput() throws IOException, InterruptedException {
        long before = System.nanoTime();
        try (var data = DataFolder.open(plan.folder().resolve("throughput"));
                var broker = EmbeddedBroker.start(data, progress)) {
            double brokerSeconds = (System.nanoTime() - before) / 1e9;
            var course = Course.prepare(plan, broker, List.of(Step.COPYING), progress);
            var scored = course.score();
            var outcomes = course.ruleShares(SAMPLED_SCORECARDS);
            var copied = course.pass(new Stepping(Step.COPYING, List.of()));
            return new Throughput(scored, copied, brokerSeconds, course.recordBytes(), outcomes, plan.repositories());
        }
    }

    /// The rules of ruff that the shipped standards ask for: with these enabled every rule reaches its
    /// assertions.
    static List<String> enabledRules() {
        var rules = new ArrayList<String>();
        for (var standard : ShippedStandards.standards()) {
            standard.standard().rules().stream()
                    .map(Rule::requires)
                    .flatMap(List::stream)
                    .filter(requirement -> requirement.kind().equals(Kind.findings("ruff")))
                    .map(Requirement::rules)
                    .forEach(rules::addAll);
        }
        return rules.stream().distinct().sorted().toList();
    }
}
