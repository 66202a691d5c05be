package dev.plumbline.standalone.command;

import dev.plumbline.http.Role;
import dev.plumbline.standalone.demo.Demo;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.token.OwnTokens;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Like «up», filled with a made-up organisation: 12 repositories, 90 days of builds, real reports.",
            "A second run on the same data folder sends the same builds and changes nothing."
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private AllInOne all = new AllInOne();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var err = spec.commandLine().getErr();
        var up = all.start(err, people());
        var admin = AllInOne.admin(up)
                .orElseThrow(
                        () -> new Refused("demo makes its own people; leave --token-file out, or use «plumbline up»"));
        var demo = new Demo(up.running().address(), OwnTokens.read(admin), up.folder());
        var filled = demo.fill(line -> Say.line(err, line));
        tell(err, up, filled);
        return up.foreground().await();
    }

    /// One who may ask, one who may approve: nobody approves a waiver of one's own.
    private static Map<String, Set<Role>> people() {
        var people = new LinkedHashMap<String, Set<Role>>();
        people.put("ada", Set.of(Role.VIEWER, Role.PUBLISHER));
        people.put("grace", Set.of(Role.WAIVER_APPROVER));
        return people;
    }

    private static void tell(PrintWriter err, AllInOne.Up up, Demo.Filled filled) {
        Say.line(err, "");
        Say.line(err, filled.builds() + " builds of " + filled.repositories() + " repositories were sent. Look at");
        Say.line(err, "  " + up.running().address() + "/");
        Say.line(err, "");
        Say.line(err, "People and their tokens:");
        up.secrets().forEach((name, secret) -> Say.line(err, "  " + name + "  " + secret));
        Say.line(err, "");
        Say.line(err, "Send a build of your own from another terminal:");
        Say.line(err, filled.curl());
        Say.line(err, "");
        Say.line(err, "Ctrl-C stops it; «plumbline up» starts it again with the same data.");
    }
}
