package dev.plumbline.collect.typescript;

import dev.plumbline.collect.SourceFile;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.SourceReader;
import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Language;
import dev.plumbline.model.evidence.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// Reads TypeScript and JavaScript.
public final class TypescriptReader implements SourceReader<TypescriptFile> {
    private static final Set<String> ENDINGS = Set.of("ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx");

    @Override
    public String language() {
        return "typescript";
    }

    @Override
    public TypescriptFile read(SourceFile file, Tally tally) {
        return TypescriptFile.test(file.at())
                ? new TypescriptFile(file.at(), true, false, List.of())
                : new TypescriptReading(file, tally).read();
    }

    @Override
    public void conclude(List<TypescriptFile> all, Tally tally) {
        tests(all, tally);
        requests(all, tally);
    }

    /// `cart.test.ts`, `cart.spec.tsx` or `cart.ts` in a folder of tests, beside the module or in another
    /// folder.
    private static void tests(List<TypescriptFile> all, Tally tally) {
        var tested = new HashSet<String>();
        all.stream().filter(TypescriptFile::test).forEach(file -> {
            String stem = file.at().stem();
            tested.add(stem.replace(".test", "").replace(".spec", ""));
        });
        for (var file : all) {
            if (file.testable()) {
                tally.add(Fact.TYPESCRIPT_MODULES);
                String stem = file.at().stem();
                // a module that is named after nothing is named after its folder
                String name = stem.equals("index") && !file.at().top()
                        ? file.at().folders().getLast()
                        : stem;
                if (!tested.contains(name) && !tested.contains(stem)) {
                    tally.add(Fact.TYPESCRIPT_UNTESTED_MODULES, file.at().path(), 0, stem);
                }
            }
        }
    }

    private static void requests(List<TypescriptFile> all, Tally tally) {
        var byFolder = new TreeMap<String, Integer>();
        for (var file : all) {
            if (!file.requests().isEmpty()) {
                byFolder.merge(file.at().folder(), file.requests().size(), Integer::sum);
            }
        }
        String most = "";
        for (var folder : byFolder.entrySet()) {
            most = folder.getValue() > byFolder.getOrDefault(most, 0) ? folder.getKey() : most;
        }
        for (var file : all) {
            String folder = file.at().folder();
            boolean inside = folder.equals(most) || folder.startsWith(most + "/");
            for (var request : file.requests()) {
                tally.add(Fact.TYPESCRIPT_REQUESTS);
                if (!inside) {
                    tally.add(Fact.TYPESCRIPT_REQUESTS_OUTSIDE, file.at().path(), request.line(), request.what());
                }
            }
        }
    }

    /// Only in plain TypeScript may a type in angle brackets stand before a value.
    @Override
    public Language grammar(SourcePath path) {
        return path.extension().endsWith("ts") ? Language.TYPESCRIPT : Language.TSX;
    }

    @Override
    public boolean reads(SourcePath path) {
        return ENDINGS.contains(path.extension());
    }
}
