package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Judging;
import dev.plumbline.standalone.run.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "reporter", description = "Run the reporter on a Kafka cluster: API, pages, metrics, notifications.")
final class ReporterCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServiceOptions options = new ServiceOptions();

    @Mixin
    private WebhookOption webhook = new WebhookOption();

    @Override
    public Integer call() throws InterruptedException {
        return options.run(
                Service.REPORTER,
                Judging.on(1),
                webhook.uri(),
                spec.commandLine().getErr());
    }
}
