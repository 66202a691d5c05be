package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.accounting.Examination;
import dev.plumbline.analyzer.accounting.Neighbourhood;
import dev.plumbline.analyzer.accounting.Remark.Weight;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.standalone.client.Server;
import dev.plumbline.standalone.standards.FolderShelf;
import dev.plumbline.standalone.standards.Folders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "publish",
        description = {
            "Check standards as lint does and publish them on a running installation, with the bindings beside them.",
            "A published version never changes. Exit code 0: all is published; 1: something is wrong with the files, or"
                    + " was refused."
        })
final class StandardsPublish implements Callable<Integer> {
    private static final int OK = 200;
    private static final int CREATED = 201;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--no-bindings", description = "Leave the bindings alone.")
    private boolean withoutBindings;

    @Override
    public Integer call() {
        Server open = server.open();
        boolean all = true;
        var neighbours = Folders.neighbours(folder.path());
        for (Path path : Folders.of(folder.path())) {
            all &= publish(open, path, neighbours);
        }
        Map<String, byte[]> bindings = withoutBindings ? Map.of() : Folders.bindings(folder.path());
        for (var binding : new TreeMap<>(bindings).entrySet()) {
            all &= all && publish(open, Path.of(binding.getKey()), binding.getValue());
        }
        return all ? 0 : StandardsLint.WRONG;
    }

    private boolean publish(Server open, Path path, Neighbourhood neighbours) {
        var result = Examination.of(Folders.read(path), FolderShelf.of(path), neighbours);
        var examined = result.examined();
        if (!result.sound() || examined == null) {
            result.remarks().stream()
                    .filter(it -> it.weight() == Weight.ERROR)
                    .forEach(it -> Say.line(err(), it.toString()));
            Say.line(err(), "plumbline: «" + path + "» was not published.");
            return false;
        }
        Standard standard = examined.source().standard();
        String name = standard.id() + " " + standard.version();
        var answer = open.put(
                "/api/v1/standards/" + standard.id() + "/" + standard.version(),
                "application/json",
                Codec.STANDARD.encode(standard));
        return said(answer, name, Codec.STANDARD.digest(standard).value());
    }

    private boolean publish(Server open, Path file, byte[] yaml) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", "");
        return said(open.put("/api/v1/bindings/" + name, "application/yaml", yaml), "binding " + name, "");
    }

    private boolean said(Server.Answer answer, String name, String digest) {
        if (answer.status() == CREATED || answer.status() == OK) {
            var out = spec.commandLine().getOut();
            out.println(name
                    + (answer.status() == CREATED ? ": published" : ": in force")
                    + (digest.isEmpty() ? "" : ", " + digest));
            out.flush();
            return true;
        }
        Say.line(err(), "plumbline: " + name + " was refused (" + answer.status() + "): " + answer.sentence());
        return false;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
