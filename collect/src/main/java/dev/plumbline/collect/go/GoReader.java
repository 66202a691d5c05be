package dev.plumbline.collect.go;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;

/// Reads Go.
public final class GoReader implements SourceReader<GoFile> {

    @Override
    public String language() {
        return "go";
    }

    @Override
    public GoFile read(SourceFile file, Tally tally) {
        boolean test = file.at().name().endsWith("_test.go") || file.at().inTestFolder();
        if (!test) {
            return new GoReading(file, tally).read();
        }
        file.root().walk(node -> {
            if (node.isOneOf("function_declaration", "method_declaration") && tests(node)) {
                tally.add(Fact.GO_TESTS);
            }
        });
        return new GoFile(file.at(), true, false, List.of(), List.of());
    }

    private static boolean tests(Node function) {
        return function.textOf("name").startsWith("Test");
    }

    /// A package is a folder.
    @Override
    public void conclude(List<GoFile> all, Tally tally) {
        var packages = new TreeMap<String, List<GoFile>>();
        all.forEach(file -> packages.computeIfAbsent(file.at().folder(), _ -> new ArrayList<>())
                .add(file));
        packages.forEach((folder, files) -> {
            if (files.stream().anyMatch(GoFile::functions)) {
                tally.add(Fact.GO_PACKAGES);
                if (files.stream().noneMatch(GoFile::test)) {
                    tally.add(Fact.GO_UNTESTED_PACKAGES, folder.isEmpty() ? "." : folder, 0, "");
                }
            }
            returned(files, tally);
        });
    }

    private static void returned(List<GoFile> files, Tally tally) {
        var interfaces = new HashSet<String>();
        files.forEach(file -> interfaces.addAll(file.interfaces()));
        for (var file : files) {
            for (var one : file.returned()) {
                if (interfaces.contains(one.type())) {
                    tally.add(
                            Fact.GO_RETURNED_INTERFACES,
                            file.at().path(),
                            one.line(),
                            one.function() + " returns " + one.type());
                }
            }
        }
    }

    @Override
    public Language grammar(SourcePath path) {
        return Language.GO;
    }

    @Override
    public boolean reads(SourcePath path) {
        return path.name().endsWith(".go");
    }
}
