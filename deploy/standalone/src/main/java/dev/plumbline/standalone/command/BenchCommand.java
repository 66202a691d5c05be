package dev.plumbline.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.standalone.bench.Benchmark;
import dev.plumbline.standalone.bench.CurveBench;
import dev.plumbline.standalone.bench.Figures;
import dev.plumbline.standalone.bench.RescoringBench;
import dev.plumbline.standalone.bench.StepsBench;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.start.ScratchFolder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = {
            "Measure builds scored a second against a bare pass-through of the same bytes on the same broker,",
            "then start-up and the latency of single uploads. Takes minutes; needs an otherwise idle machine."
        })
final class BenchCommand implements Callable<Integer> {
    /// A quarter of what is measured goes before, until compilers and caches are warm: what counts is what
    /// can be sustained.
    private static final int WARM_UP_SHARE = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Builds to score. Default: ${DEFAULT-VALUE}")
    private int records;

    @Option(
            names = "--repositories",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Repositories they belong to. Default: ${DEFAULT-VALUE}")
    private int repositories;

    @Option(
            names = "--uploads",
            paramLabel = "N",
            defaultValue = "500",
            description = "Uploads for the latency. Default: ${DEFAULT-VALUE}")
    private int uploads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The workload is made from it. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--turning",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = {
                "Of the evidence that changes, the share that turns good or bad by chance; the rest keeps to the",
                "repository's habits and only has other figures. At 1 every change is drawn anew. Default: ${DEFAULT-VALUE}"
            })
    private double turning;

    @ArgGroup
    private Instead instead = new Instead();

    /// What is measured instead of all that.
    static final class Instead {
        @Option(
                names = "--rescoring",
                description = {
                    "Time uploads in quiet and while all repositories are judged again, and nothing else; --uploads of each.",
                    "Prints one JSON object. The aim is at most 1.5 times with --repositories 100000, for which the heap must",
                    "be raised: PLUMBLINE_OPTS=-Xmx4g."
                })
        private boolean rescoring;

        @Option(
                names = "--curve",
                arity = "0..1",
                split = ",",
                paramLabel = "N",
                fallbackValue = "1000,10000,100000,200000",
                description = {
                    "Builds scored a second by numbers of repositories, one after the other, and nothing else, with bytes of",
                    "state for each repository and of changelog for each build; --records at each, after a quarter as many and",
                    "one of every repository. Prints one JSON object. Default: ${FALLBACK-VALUE}"
                })
        private List<Integer> curve = List.of();

        @Option(
                names = "--steps",
                description = {
                    "The same records through topologies that judge nothing and do a little more of the rest each time: read the",
                    "upload, keep it, pass a scorecard on; and nothing else. Prints one JSON object."
                })
        private boolean steps;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create("bench")) {
            var out = spec.commandLine().getOut();
            out.println(measured(scratch));
            out.flush();
        }
        return 0;
    }

    private String measured(ScratchFolder scratch) throws IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        Consumer<String> progress = line -> Say.line(err, line);
        if (instead.rescoring) {
            return object(new RescoringBench(asked(() -> rescoring(scratch)), progress).run());
        }
        if (!instead.curve.isEmpty()) {
            return object(new CurveBench(asked(() -> curve(scratch)), progress).run());
        }
        if (instead.steps) {
            return object(new StepsBench(asked(() -> plan(scratch)), progress).run());
        }
        var figures = new Benchmark(asked(() -> plan(scratch)), progress).run();
        return json ? object(figures) : table(figures);
    }

    private static <T> T asked(Supplier<T> plan) {
        try {
            return plan.get();
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private RescoringBench.Plan rescoring(ScratchFolder scratch) {
        return new RescoringBench.Plan(repositories, uploads, seed, AllInOne.threads(), scratch.path());
    }

    private CurveBench.Plan curve(ScratchFolder scratch) {
        return new CurveBench.Plan(instead.curve, records, warmUp(), seed, turning, AllInOne.threads(), scratch.path());
    }

    private Benchmark.Plan plan(ScratchFolder scratch) {
        return new Benchmark.Plan(
                records, warmUp(), repositories, uploads, seed, turning, AllInOne.threads(), scratch.path());
    }

    private int warmUp() {
        return Math.max(1, records / WARM_UP_SHARE);
    }

    private static String object(Object figures) {
        try {
            return JsonMapper.builder().build().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures must have a JSON form.", e);
        }
    }

    private static String table(Figures figures) {
        return String.format(
                Locale.ROOT,
                """
                scored            %,12.0f builds/s
                pass-through      %,12.0f records/s of the same bytes
                ratio             %12.3f
                upload → score    %12.3f s median, %.3f s at the 99th percentile
                uploads           %,12.0f a second, acknowledged by the log and stored
                start             %12.2f s to ready, the bare broker %.2f s; %.2f s to the first score
                memory            %12d MiB heap, %d MiB resident; %d MiB resident at the first score
                record            %,12.0f bytes mean; scorecard %,.0f bytes
                rules             %12.1f %% of the applicable reached an assertion, %.1f %% were reused, %.2f flipped a build
                read back         %,12d scorecards of %,d repositories""",
                figures.scoredPerSecond(),
                figures.passThroughPerSecond(),
                figures.ratio(),
                figures.latencyP50Seconds(),
                figures.latencyP99Seconds(),
                figures.durableUploadsPerSecond(),
                figures.startSeconds(),
                figures.brokerStartSeconds(),
                figures.firstScoreSeconds(),
                figures.heapBytes() >> 20,
                figures.rssBytes() >> 20,
                figures.firstScoreRssBytes() >> 20,
                figures.recordBytesMean(),
                figures.scorecardBytesMean(),
                100 * figures.rulesAssertedShare(),
                100 * figures.rulesReusedShare(),
                figures.rulesFlippedMean(),
                figures.scorecardsRead(),
                figures.repositories());
    }
}
