package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which bullets of a standard's prose quote what of a parent's. A saying stands for the bullet of the parent that
/// holds
/// its words, in whatever case.
final class Sayings {
    private final StandardSource own;
    private final StandardSource parent;
    private final List<Saying> all = new ArrayList<>();
    private final List<StandardProblem> unsaid = new ArrayList<>();

    /// @param ours the bullet that quotes
    /// @param theirs the bullets that say it
    private record Saying(ClauseRef ours, String words, List<Bullet> theirs) {}

    Sayings(StandardSource own, String ref, StandardSource parent) {
        this.own = own;
        this.parent = parent;
        for (var disposition : own.standard().dispositions()) {
            if (disposition instanceof Disposition.Inherit inherit
                    && inherit.from().equals(ref)) {
                inherit.clauses().forEach(words -> add(inherit.clause(), words));
            }
        }
    }

    private void add(ClauseRef ours, String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        var theirs = parent.persona().bullets().stream()
                .filter(it -> it.text().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        all.add(new Saying(ours, words, theirs));
        if (theirs.isEmpty()) {
            unsaid.add(own.problem(
                    pointer(ours),
                    "«" + words + "» is unresolved: " + parent.standard().id() + " "
                            + parent.standard().version() + " has no clause with these words."));
        }
    }

    private String pointer(ClauseRef clause) {
        return own.pins().stream()
                .filter(pin ->
                        pin.pointer().startsWith("/dispositions/") && pin.here().equals(clause))
                .map(pin -> pin.pointer())
                .findFirst()
                .orElse("/dispositions");
    }

    List<StandardProblem> unsaid() {
        return unsaid;
    }

    /// {@return the bullets here that quote what the rule answers for in the parent; where none does, those that quote
    /// the section of the parent in which it stands}
    List<ClauseRef> clauses(Rule rule) {
        var places = rule.clauses().stream().map(Sayings::place).collect(Collectors.toSet());
        var clauses = new LinkedHashSet<ClauseRef>();
        for (var saying : all) {
            if (saying.theirs().stream().anyMatch(it -> places.contains(it.place()))) {
                clauses.add(quoted(saying));
            }
        }
        if (clauses.isEmpty()) {
            var sections = rule.clauses().stream().map(ClauseRef::section).collect(Collectors.toSet());
            all.stream().filter(saying -> in(sections, saying)).forEach(saying -> clauses.add(saying.ours()));
        }
        return List.copyOf(clauses);
    }

    private static boolean in(Set<String> sections, Saying saying) {
        return saying.theirs().stream().anyMatch(it -> sections.contains(it.section()));
    }

    private ClauseRef quoted(Saying saying) {
        var ours = saying.ours();
        boolean literal = own.persona().bullets().stream()
                .anyMatch(it -> it.place().equals(place(ours)) && it.text().contains(saying.words()));
        return literal ? new ClauseRef(ours.section(), ours.number(), ours.digest(), saying.words()) : ours;
    }

    private static String place(ClauseRef clause) {
        return clause.section() + " " + clause.number();
    }
}
