package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.accounting.Examination;
import dev.plumbline.analyzer.accounting.Remark;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.standalone.standards.BindingsCheck;
import dev.plumbline.standalone.standards.FolderShelf;
import dev.plumbline.standalone.standards.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "lint",
        description = {
            "Check standards, bindings and fixtures, and whether every clause of the persona is accounted for.",
            "Exit code 0: sound; 1: something is wrong."
        })
final class StandardsLint implements Callable<Integer> {
    static final int WRONG = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var compiled = new ArrayList<CompiledStandard>();
        var summaries = new ArrayList<String>();
        boolean sound = true;
        var neighbours = Folders.neighbours(folder.path());
        for (Path path : Folders.of(folder.path())) {
            var result = Examination.of(Folders.read(path), FolderShelf.of(path), neighbours);
            sound &= result.sound();
            result.remarks().forEach(out::println);
            var examined = result.examined();
            if (examined != null) {
                var standard = examined.source().standard();
                summaries.add(standard.id() + " " + standard.version() + ": "
                        + examined.accounting().summary());
                compile(examined, compiled);
            }
        }
        List<Remark> bindings = BindingsCheck.of(Folders.bindings(folder.path()), compiled);
        bindings.forEach(out::println);
        summaries.forEach(out::println);
        out.flush();
        return sound && bindings.isEmpty() ? 0 : WRONG;
    }

    /// A standard that does not compile has been complained of already.
    private static void compile(Examination.Examined examined, List<CompiledStandard> compiled) {
        try {
            compiled.add(examined.source().compile());
        } catch (StandardRefused e) {
            // its remarks are printed
        }
    }
}
