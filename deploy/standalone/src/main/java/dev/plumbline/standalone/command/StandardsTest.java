package dev.plumbline.standalone.command;

import dev.plumbline.analyzer.accounting.Examination;
import dev.plumbline.analyzer.accounting.Remark.Weight;
import dev.plumbline.analyzer.accounting.RuleProof;
import dev.plumbline.standalone.standards.FolderShelf;
import dev.plumbline.standalone.standards.Folders;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "test",
        description = {
            "Read the report files of every rule's fixtures and compare what the rule says with what it must say.",
            "Exit code 0: all as it must be; 1: something is not."
        })
final class StandardsTest implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private FolderArgument folder = new FolderArgument();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        boolean all = true;
        var neighbours = Folders.neighbours(folder.path());
        for (Path path : Folders.of(folder.path())) {
            var result = Examination.of(Folders.read(path), FolderShelf.of(path), neighbours);
            var examined = result.examined();
            if (examined != null) {
                examined.proofs().forEach(proof -> out.println(line(proof)));
                out.println(sum(examined));
            }
            result.remarks().stream().filter(it -> it.weight() == Weight.ERROR).forEach(out::println);
            all &= result.sound();
        }
        out.flush();
        return all ? 0 : StandardsLint.WRONG;
    }

    private static String line(RuleProof proof) {
        String shown = proof.shown().entrySet().stream()
                .map(it -> it.getKey() + (it.getValue() > 1 ? " ×" + it.getValue() : ""))
                .collect(Collectors.joining(", "));
        long broken = proof.results().stream().filter(it -> !it.holds()).count();
        return proof.rule().id() + ": " + (shown.isEmpty() ? "nothing" : shown)
                + (broken > 0 ? "; " + broken + " not as they must be" : "");
    }

    private static String sum(Examination.Examined examined) {
        long cases =
                examined.proofs().stream().mapToLong(it -> it.results().size()).sum();
        var judging = examined.proofs().stream()
                .filter(proof -> proof.rule().attestation() == null)
                .toList();
        long proven = judging.stream().filter(RuleProof::proven).count();
        int attested = examined.proofs().size() - judging.size();
        var standard = examined.source().standard();
        return standard.id() + " " + standard.version() + ": " + cases + " fixtures; " + proven + " of "
                + judging.size() + " rules were seen to pass and to fail"
                + (attested == 0 ? "" : ", and " + attested + " ask for an attestation");
    }
}
