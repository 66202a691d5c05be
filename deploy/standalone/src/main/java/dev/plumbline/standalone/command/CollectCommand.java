package dev.plumbline.standalone.command;

import dev.plumbline.collect.Collector;
import dev.plumbline.collect.Facts;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.start.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "collect",
        description = {
            "Read a working tree and write the facts about it that standards ask for: evidence of kind facts.",
            "Nothing that is read is run, no link is followed, and no service or network is needed.",
            "Exit code 0: the facts are written; 2: the folder cannot be read."
        })
final class CollectCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The top folder of the working tree. Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "plumbline-facts.json",
            description = "Where to write the facts; - is standard output. Default: ${DEFAULT-VALUE}")
    private String out = "plumbline-facts.json";

    @Override
    public Integer call() {
        var facts = collect();
        var bytes = bytes(facts);
        if (out.equals(STANDARD_OUTPUT)) {
            spec.commandLine().getOut().print(new String(bytes, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return 0;
        }
        try {
            Files.write(Path.of(out), bytes);
        } catch (IOException e) {
            throw new Refused(out + " cannot be written (" + e.getMessage() + "); name another file with --out.", e);
        }
        spec.commandLine().getOut().println(out + ": " + summary(facts));
        return 0;
    }

    private Facts collect() {
        if (!Files.isDirectory(folder)) {
            throw new Refused(folder + " is not a folder; name the top folder of a working tree.");
        }
        try {
            return Collector.collect(folder.toRealPath(), Runtime.getRuntime().availableProcessors());
        } catch (IOException e) {
            throw new Refused(folder + " cannot be read: " + e.getMessage() + ".", e);
        } catch (UnsupportedOperationException e) {
            throw new Refused(e.getMessage() + ".", e);
        }
    }

    private static byte[] bytes(Facts facts) {
        var bytes = new ByteArrayOutputStream();
        try {
            facts.write(bytes, Version.text());
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    /// {@return `31 files, 9 python, 4 go; 1 not readable throughout`}
    private static String summary(Facts facts) {
        String languages = facts.files().entrySet().stream()
                .map(language -> ", " + language.getValue() + " " + language.getKey())
                .collect(Collectors.joining());
        int broken = facts.count(Fact.FILES_UNPARSED);
        return facts.count(Fact.FILES) + " files" + languages
                + (broken == 0 ? "" : "; " + broken + " not readable throughout");
    }
}
