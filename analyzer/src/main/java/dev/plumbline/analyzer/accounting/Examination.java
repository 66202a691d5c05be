package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.accounting.Remark.Weight;
import dev.plumbline.analyzer.fixture.FixtureFile;
import dev.plumbline.analyzer.fixture.FixtureResult;
import dev.plumbline.analyzer.fixture.FixtureRun;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.analyzer.inheriting.Flattening;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Looks at all files of a standard and says all that is wrong with them.
public final class Examination {
    private final StandardFolder folder;
    private final ReportShelf shelf;
    private final Neighbourhood neighbours;
    private final List<Remark> remarks = new ArrayList<>();

    private Examination(StandardFolder folder, ReportShelf shelf, Neighbourhood neighbours) {
        this.folder = folder;
        this.shelf = shelf;
        this.neighbours = neighbours;
    }

    /// What was found.
    ///
    /// @param remarks errors first, else in the order of files and lines
    /// @param examined null where the standard cannot even be read
    public record Result(List<Remark> remarks, @Nullable Examined examined) {
        public Result {
            remarks = remarks.stream()
                    .sorted(Comparator.comparing(Remark::weight)
                            .thenComparing(it -> it.at().file())
                            .thenComparingInt(it -> it.at().line())
                            .thenComparingInt(it -> it.at().column()))
                    .toList();
        }

        public boolean sound() {
            return remarks.stream().noneMatch(it -> it.weight() == Weight.ERROR);
        }
    }

    /// @param source with the rules of its parents
    /// @param proofs in the standard's order of rules: its own first, then those of its parents
    public record Examined(StandardSource source, Accounting accounting, List<RuleProof> proofs) {
        public Examined {
            proofs = List.copyOf(proofs);
        }
    }

    /// @param neighbours where the parents are
    public static Result of(StandardFolder folder, ReportShelf shelf, Neighbourhood neighbours) {
        return new Examination(folder, shelf, neighbours).result();
    }

    private Result result() {
        StandardSource source;
        try {
            source = folder.source();
        } catch (StandardRefused e) {
            e.problems().forEach(problem -> remarks.add(Remark.error(problem, "")));
            return new Result(remarks, null);
        }
        lookAtHeadings(source);
        lookAtPins(source);
        var flat = flattened(source);
        var proofs = proofs(source, compiled(flat));
        proofs.addAll(inherited(flat));
        var proven = proofs.stream()
                .filter(RuleProof::proven)
                .map(proof -> proof.rule().id())
                .collect(Collectors.toSet());
        var accounting = Accounting.of(flat, proven);
        lookAtRows(flat, accounting);
        return new Result(remarks, new Examined(flat, accounting, proofs));
    }

    private StandardSource flattened(StandardSource own) {
        if (own.inherits().isEmpty()) {
            return own;
        }
        try {
            var flat = Flattening.of(own, neighbours.library());
            flat.unsaid()
                    .forEach(it -> remarks.add(
                            new Remark(Weight.WARNING, it, "Quote the parent's words, or have them written there.")));
            return flat.source();
        } catch (StandardRefused e) {
            e.problems().forEach(problem -> remarks.add(Remark.error(problem, "")));
            return own;
        }
    }

    private StandardProblem atBullet(StandardSource source, int line, String message) {
        return new StandardProblem(folder.file(source.standard().persona().file()), line, 1, "", message);
    }

    private void lookAtHeadings(StandardSource source) {
        if (source.persona().bullets().isEmpty()) {
            remarks.add(Remark.error(
                    atBullet(source, 1, "the persona has no bullet, so there is nothing to account for."),
                    "Write each clause as a list item below a heading."));
        }
        var seen = new HashMap<String, Bullet>();
        for (var bullet : source.persona().bullets()) {
            var other = seen.putIfAbsent(bullet.place(), bullet);
            if (other != null) {
                remarks.add(Remark.error(
                        atBullet(
                                source,
                                bullet.line(),
                                "bullet " + bullet.place() + " is there twice, here and in line " + other.line()
                                        + ", because two headings have the same words."),
                        "Give the headings different names."));
            }
        }
    }

    private void lookAtPins(StandardSource source) {
        for (var pin : source.pins()) {
            if (!pin.state().holds()) {
                remarks.add(Remark.error(source.problem(pin.fault(), pin.says()), pin.fix()));
            }
        }
        remarks.addAll(Moves.of(source));
    }

    private @Nullable CompiledStandard compiled(StandardSource source) {
        try {
            return source.compile();
        } catch (StandardRefused e) {
            e.problems().forEach(problem -> remarks.add(Remark.error(problem, "")));
            return null;
        }
    }

    /// What the parents' fixtures show of the rules that came from them.
    private List<RuleProof> inherited(StandardSource flat) {
        var shown = new HashMap<RuleId, RuleProof>();
        for (var parent : flat.standard().parents()) {
            if (parent instanceof Parent.Resolved resolved) {
                neighbours
                        .proofs(resolved.standard())
                        .forEach(it -> shown.put(it.rule().id(), it));
            }
        }
        return flat.standard().rules().stream()
                .filter(rule -> flat.standard().inherits(rule.id()))
                .map(rule -> {
                    var proof = shown.get(rule.id());
                    return new RuleProof(rule, proof == null ? List.of() : proof.results());
                })
                .toList();
    }

    private List<RuleProof> proofs(StandardSource source, @Nullable CompiledStandard compiled) {
        var rules = new HashMap<RuleId, CompiledRule>();
        if (compiled != null) {
            compiled.rules().forEach(rule -> rules.put(rule.rule().id(), rule));
        }
        var unread = new HashSet<>(folder.rulesWithFixtures());
        var proofs = new ArrayList<RuleProof>();
        for (int i = 0; i < source.standard().rules().size(); i++) {
            var rule = source.standard().rules().get(i);
            unread.remove(rule.id().value());
            proofs.add(proof(source, i, rule, rules.get(rule.id())));
        }
        unread.stream()
                .sorted()
                .forEach(id -> remarks.add(Remark.error(
                        new StandardProblem(
                                folder.file(StandardFolder.FIXTURES + id + StandardFolder.YAML),
                                1,
                                1,
                                "",
                                "there is no rule " + id + "."),
                        "Name the file after a rule, or take it away.")));
        return proofs;
    }

    private RuleProof proof(StandardSource source, int index, Rule rule, @Nullable CompiledRule compiled) {
        byte[] yaml = folder.find(StandardFolder.fixtures(rule.id()));
        if (yaml == null || compiled == null) {
            var proof = new RuleProof(rule, List.of());
            if (yaml == null) {
                lacking(source, index, proof);
            }
            return proof;
        }
        try {
            var file = FixtureFile.read(yaml, folder.file(StandardFolder.fixtures(rule.id())));
            var proof = new RuleProof(rule, FixtureRun.of(compiled, file, shelf));
            proof.results().forEach(it -> lookAt(file, it));
            if (!proof.lacking().isEmpty()) {
                lacking(source, index, proof);
            } else if (!proof.unjudged().isEmpty()) {
                remarks.add(Remark.error(
                        source.problem(
                                "/rules/" + index + "/requires",
                                "rule " + rule.id() + " takes one of several kinds of evidence, and no fixture shows "
                                        + String.join(", ", proof.unjudged()) + "."),
                        "Write it in " + folder.file(StandardFolder.fixtures(rule.id())) + ", or take the kind out."));
            }
            return proof;
        } catch (StandardRefused e) {
            e.problems().forEach(problem -> remarks.add(Remark.error(problem, "")));
            return new RuleProof(rule, List.of());
        }
    }

    private void lacking(StandardSource source, int index, RuleProof proof) {
        remarks.add(Remark.error(
                source.problem(
                        "/rules/" + index + "/id",
                        "rule " + proof.rule().id() + " has no fixture with the outcome "
                                + proof.lacking().stream().map(Enum::name).collect(Collectors.joining(", ")) + "."),
                "Write it in "
                        + folder.file(StandardFolder.fixtures(proof.rule().id())) + "."));
    }

    private void lookAt(FixtureFile file, FixtureResult result) {
        String difference = result.difference();
        if (difference != null) {
            remarks.add(Remark.error(
                    file.problem(result.fixture().pointer(), difference), "Correct the fixture or the rule."));
        }
    }

    private void lookAtRows(StandardSource source, Accounting accounting) {
        var suspected = suspected(source);
        var parents = new TreeMap<String, List<Bullet>>();
        for (var row : accounting.rows()) {
            var bullet = row.bullet();
            if (row.standing() == Standing.UNACCOUNTED && !suspected.contains(bullet)) {
                remarks.add(Remark.error(
                        atBullet(
                                source,
                                bullet.line(),
                                "nothing answers for bullet " + bullet.place() + ", «" + bullet.text() + "»."),
                        "Give it a rule or a disposition that refers to it as " + bullet.reference() + "."));
            }
            if (!row.unquoted().isEmpty()) {
                remarks.add(new Remark(
                        Weight.WARNING,
                        atBullet(
                                source,
                                bullet.line(),
                                "bullet " + bullet.place() + " is answered for in part; nothing quotes «"
                                        + String.join("», «", row.unquoted()) + "»."),
                        "Quote them in a rule or a disposition."));
            }
            row.dispositions().stream()
                    .filter(it -> it instanceof Disposition.Attest attest && !asked(source, attest.attestation()))
                    .forEach(_ -> remarks.add(new Remark(
                            Weight.WARNING,
                            atBullet(
                                    source,
                                    bullet.line(),
                                    "nobody is ever asked for the attestation of bullet " + bullet.place() + "."),
                            "Write a rule that requires attestation:<name>, so that it is scored.")));
            row.parents()
                    .forEach(it ->
                            parents.computeIfAbsent(it, _ -> new ArrayList<>()).add(bullet));
        }
        parents.forEach((parent, bullets) -> remarks.add(new Remark(
                Weight.NOTE,
                atBullet(
                        source,
                        bullets.getFirst().line(),
                        "«" + parent + "» is unresolved: "
                                + (bullets.size() == 1 ? "1 bullet names it" : bullets.size() + " bullets name it")
                                + ", and it is not here."),
                "What they quote of it can be enforced; the rest of it is neither passed nor failed.")));
    }

    private static boolean asked(StandardSource source, String attestation) {
        return source.standard().rules().stream()
                .map(Rule::attestation)
                .anyMatch(it -> it != null && it.qualifier().equals(attestation));
    }

    /// {@return bullets that a lost reference seems to mean: they are spoken of there}
    private static Set<Bullet> suspected(StandardSource source) {
        var suspected = new HashSet<Bullet>();
        for (var pin : source.pins()) {
            var bullet = pin.state().bullet();
            if (bullet != null && !pin.state().holds()) {
                suspected.add(bullet);
            }
        }
        return suspected;
    }
}
