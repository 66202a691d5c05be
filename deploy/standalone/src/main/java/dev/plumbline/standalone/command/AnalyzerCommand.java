package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Judging;
import dev.plumbline.standalone.run.Service;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "analyzer", description = "Run the analyzer on a Kafka cluster: judges evidence by the standards.")
final class AnalyzerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Mixin
    private ToleranceOptions tolerance = new ToleranceOptions();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads that judge, at most one for each partition. Default: one for each processor, up to 4")
    private int threads = AllInOne.threads();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(
                Service.ANALYZER,
                new Judging(threads, tolerance.tolerance()),
                Optional.empty(),
                spec.commandLine().getErr());
    }
}
