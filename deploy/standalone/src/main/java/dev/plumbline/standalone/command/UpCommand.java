package dev.plumbline.standalone.command;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "up",
        description = {
            "Run everything in one process: Kafka broker, ingest, analyzer, reporter.",
            "Runs until Ctrl-C or SIGTERM. With --bootstrap-servers it works on that cluster and starts no broker."
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AllInOne all = new AllInOne();

    @Override
    public Integer call() throws InterruptedException {
        var err = spec.commandLine().getErr();
        var up = all.start(err, Map.of());
        AllInOne.admin(up).ifPresent(secret -> Say.line(err, "The administrator's token is in " + secret));
        return up.foreground().await();
    }
}
