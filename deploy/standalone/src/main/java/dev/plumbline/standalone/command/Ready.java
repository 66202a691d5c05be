package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Running;
import java.io.PrintWriter;

/// Waiting until a process works, told in one line.
final class Ready {
    private Ready() {}

    static void await(Running running, PrintWriter err) throws InterruptedException {
        var problems = running.awaitReady();
        if (problems.isEmpty()) {
            Say.line(err, "Plumbline is ready at " + running.address());
        } else {
            Say.line(
                    err,
                    "Plumbline answers at " + running.address() + " but is not ready yet: "
                            + String.join("; ", problems));
        }
    }
}
