package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.scoring.EvidenceSet;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.analyzer.scoring.Scoring;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Scoring alone: evidence that is read already, the whole Python standard, a scorecard; no two builds in a row are equal.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoringBenchmark {
    private static final int BUILDS = 1_000;
    private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Judged> builds = new ArrayList<>();
    private int next;

    private record Judged(Applied applied, Build build, List<Held> held, Instant asOf) {}

    /// Starts JMH, with what was allocated.
    @Test
    void scoring() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ScoringBenchmark.class.getSimpleName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    @Setup
    public void builds() throws StandardRefused {
        var compiled = new ArrayList<CompiledStandard>();
        for (var standard : ShippedStandards.standards()) {
            compiled.add(CompiledStandard.compile(standard));
        }
        var applicability = Applicability.of(ShippedStandards.bindings(), compiled);
        var workload = new Workload(
                new Workload.Setting(1, BUILDS, 1), dev.plumbline.standalone.bench.Benchmark.enabledRules(), RECEIVED);
        for (int left = BUILDS; left > 0; left--) {
            var upload = workload.next();
            var build = upload.build();
            var facts = new RepositoryFacts(
                    build.key().repository(), build.name(), build.key().component(), "", "", build.subject());
            var asOf = upload.receipt().receivedAt();
            var applied = applicability.applied(facts, asOf).getFirst();
            builds.add(new Judged(applied, build, upload.evidence().stream().map(Held::own).toList(), asOf));
        }
    }

    @Benchmark
    public Scorecard oneBuild() {
        var judged = builds.get(next++ % BUILDS);
        return Scoring.score(
                judged.applied(),
                new Case(
                        judged.build().subject(),
                        EvidenceSet.of(judged.held()),
                        List.of(),
                        List.of(),
                        true,
                        judged.asOf()));
    }
}
