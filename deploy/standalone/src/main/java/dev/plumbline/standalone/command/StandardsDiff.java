package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.revising.Revision;
import dev.plumbline.analyzer.revising.StandardRevision;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Version;
import dev.plumbline.standalone.standards.Folders;
import dev.plumbline.standalone.start.Refused;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = {
            "Say what differs between two versions of a standard, and the least version that the second may carry.",
            "Exit code 0: its version is high enough; 1: it is not."
        })
final class StandardsDiff implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "A", description = "The folder of the earlier version")
    private Path before = Path.of("");

    @Parameters(paramLabel = "B", description = "The folder of the later version")
    private Path after = Path.of("");

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        StandardSource old = Folders.flat(before);
        StandardSource now = Folders.flat(after);
        if (!old.standard().id().equals(now.standard().id())) {
            throw new Refused("«" + before + "» is " + old.standard().id() + " and «" + after + "» is "
                    + now.standard().id() + "; only versions of one standard can be compared.");
        }
        Revision revision = StandardRevision.of(old, now);
        revision.differences()
                .forEach(it -> out.println(lower(it.direction()) + " (" + lower(it.step()) + "): " + it.what()));
        Version least = revision.least(old.standard().version());
        boolean enough = now.standard().version().compareTo(least) >= 0;
        out.println(
                revision.differences().isEmpty()
                        ? "Nothing differs."
                        : "From " + old.standard().version() + " this is a "
                                + lower(revision.differences().getFirst().step()) + " step: " + least
                                + " or later; it says "
                                + now.standard().version() + (enough ? "." : ", which is too low."));
        out.flush();
        return enough ? 0 : StandardsLint.WRONG;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
