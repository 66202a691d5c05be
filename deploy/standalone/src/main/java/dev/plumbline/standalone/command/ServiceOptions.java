package dev.plumbline.standalone.command;

import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.run.Judging;
import dev.plumbline.standalone.run.Plan;
import dev.plumbline.standalone.run.Service;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/// One service on a cluster.
final class ServiceOptions {
    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    int run(Service service, Judging judging, Optional<URI> webhook, PrintWriter err) throws InterruptedException {
        http.check();
        var log = kafka.required();
        var folder = data.open();
        var foreground = new Foreground();
        var plan = new Plan(
                Set.of(service), log, http.config(http.tokens().orElse(Tokens.none())), folder, judging, webhook);
        Ready.await(foreground.start(plan), err);
        return foreground.await();
    }
}
