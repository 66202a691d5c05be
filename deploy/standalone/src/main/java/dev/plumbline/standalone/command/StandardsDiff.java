package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.revising.Revision;
import dev.plumbline.analyzer.revising.StandardRevision;
import dev.plumbline.analyzer.revising.StandardRevision.Edition;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.UndecodableException;
import dev.plumbline.standalone.standards.Folders;
import dev.plumbline.standalone.start.Refused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = {
            "Say what differs between two versions of a standard, and the least version that the second may carry.",
            "Each is a folder, or a published version such as acme/python@1.2.0, which is asked of the installation.",
            "Exit code 0: its version is high enough; 1: it is not."
        })
final class StandardsDiff implements Callable<Integer> {
    private static final int FOUND = 200;
    private static final Pattern PUBLISHED =
            Pattern.compile("([a-z0-9-]{1,100}(?:/[a-z0-9-]{1,100})?)@([0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6})");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "A", description = "The earlier version: a folder, or id@version")
    private String before = "";

    @Parameters(paramLabel = "B", description = "The later version: a folder, or id@version")
    private String after = "";

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        Edition old = edition(before);
        Edition now = edition(after);
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

    private Edition edition(String place) {
        if (Files.isDirectory(Path.of(place))) {
            return Edition.of(Folders.flat(Path.of(place)));
        }
        Matcher name = PUBLISHED.matcher(place);
        if (!name.matches()) {
            throw new Refused("«" + place + "» is neither a folder nor a published version such as acme/python@1.2.0.");
        }
        var answer = server.open().get("/api/v1/standards/" + name.group(1) + "/" + name.group(2));
        if (answer.status() != FOUND) {
            throw new Refused("«" + place + "» was not given (" + answer.status() + "): " + answer.sentence());
        }
        try {
            return Edition.of(Codec.STANDARD.decode(answer.body().getBytes(StandardCharsets.UTF_8)));
        } catch (UndecodableException e) {
            throw new Refused("What the installation gave for «" + place + "» is no standard: " + e.getMessage(), e);
        }
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
