package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.adopting.Adoption;
import dev.plumbline.analyzer.adopting.Pairing.Certainty;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.standalone.standards.AdoptedFolder;
import dev.plumbline.standalone.start.Refused;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "adopt",
        description = {
            "Take a standard that comes with Plumbline over for a persona in your own words.",
            "Writes the persona as it is, a standard that is pinned to its text, and the fixtures; says which pairs are"
                    + " in doubt."
        })
final class StandardsAdopt implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "The standard, such as backend-engineer-python")
    private String id = "";

    @Option(names = "--persona", required = true, paramLabel = "FILE", description = "Your persona, a Markdown file")
    private Path persona = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where to write; not there yet, or empty")
    private Path out = Path.of("");

    @Option(names = "--as", paramLabel = "NAME", description = "The new standard's id. Default: own/ID")
    private @Nullable String as;

    @Override
    public Integer call() {
        Adoption adoption = AdoptedFolder.write(id, persona, out, name());
        print(spec.commandLine().getOut(), adoption);
        return 0;
    }

    private StandardId name() {
        try {
            return new StandardId(as == null ? "own/" + id.replace('/', '-') : as);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private void print(PrintWriter to, Adoption adoption) {
        var pairs = adoption.pairing().pairs();
        pairs.stream()
                .filter(pair -> pair.certainty() != Certainty.CERTAIN)
                .forEach(pair -> to.println(pair.certainty().name().toLowerCase(Locale.ROOT) + ": "
                        + pair.theirs().place() + " «" + pair.theirs().text() + "» stands for «"
                        + pair.ours().text() + "»"));
        adoption.unanswered()
                .forEach(bullet -> to.println("no rule for: " + bullet.place() + " «" + bullet.text() + "»"));
        if (!adoption.left().isEmpty()) {
            to.println("left out, since no clause asks for them: "
                    + adoption.left().stream().map(RuleId::value).collect(Collectors.joining(", ")));
        }
        long certain =
                pairs.stream().filter(it -> it.certainty() == Certainty.CERTAIN).count();
        to.println(adoption.standard().id() + " " + adoption.standard().version() + " is in " + out + ": "
                + pairs.size()
                + " of " + adoption.standard().persona().bullets() + " clauses paired, " + certain
                + " of them for certain, "
                + adoption.standard().rules().size() + " rules. Check it with: plumbline standards lint " + out);
        to.flush();
    }
}
