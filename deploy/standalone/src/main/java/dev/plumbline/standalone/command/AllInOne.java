package dev.plumbline.standalone.command;

import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.standalone.run.Judging;
import dev.plumbline.standalone.run.LogPlace;
import dev.plumbline.standalone.run.Plan;
import dev.plumbline.standalone.run.Running;
import dev.plumbline.standalone.run.Service;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.token.OwnTokens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/// All services in one process, as `up` and `demo` start them.
final class AllInOne {
    private static final int MOST_THREADS = 4;

    @Mixin
    private HttpOptions http = new HttpOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private WebhookOption webhook = new WebhookOption();

    @Mixin
    private ToleranceOptions tolerance = new ToleranceOptions();

    /// A process that answers.
    ///
    /// @param secrets where the tokens of its own people lie, by name; nothing when a token file decides
    record Up(Foreground foreground, Running running, Path folder, Map<String, Path> secrets) {}

    /// @param people who get a token besides the administrator, when no token file decides
    Up start(PrintWriter err, Map<String, Set<Role>> people) throws InterruptedException {
        http.check();
        DataFolder folder = data.open();
        var foreground = new Foreground();
        var secrets = new java.util.LinkedHashMap<String, Path>();
        Tokens tokens = http.tokens().orElseGet(() -> own(folder, people, secrets));
        LogPlace log = kafka.cluster().<LogPlace>map(cluster -> cluster).orElseGet(LogPlace.Embedded::new);
        var plan = new Plan(
                EnumSet.allOf(Service.class),
                log,
                http.config(tokens),
                folder,
                new Judging(threads(), tolerance.tolerance()),
                webhook.uri());
        var running = foreground.start(plan);
        Ready.await(running, err);
        return new Up(foreground, running, folder.root(), secrets);
    }

    /// One more than there are processors: while one waits for its transaction, the others work.
    static int threads() {
        return Math.clamp(1 + Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    }

    private static Tokens own(DataFolder folder, Map<String, Set<Role>> people, Map<String, Path> secrets) {
        var own = new OwnTokens(folder);
        secrets.put(OwnTokens.ADMIN, own.secretOf(OwnTokens.ADMIN, Set.of(Role.ADMIN)));
        people.forEach((name, roles) -> secrets.put(name, own.secretOf(name, roles)));
        return own.tokens();
    }

    static Optional<Path> admin(Up up) {
        return Optional.ofNullable(up.secrets().get(OwnTokens.ADMIN));
    }
}
