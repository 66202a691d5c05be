package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Judging;
import dev.plumbline.standalone.run.Service;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "ingest",
        description = "Run ingest on a Kafka cluster: takes reports over HTTP and puts evidence on the log.")
final class IngestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(
                Service.INGEST,
                Judging.on(1),
                Optional.empty(),
                spec.commandLine().getErr());
    }
}
