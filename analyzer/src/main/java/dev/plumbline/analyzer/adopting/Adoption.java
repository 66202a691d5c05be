package dev.plumbline.analyzer.adopting;

import dev.plumbline.analyzer.standard.PersonaText;
import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Persona;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A standard pinned to somebody's own text.
///
/// @param standard theirs, version 1.0.0. It follows no parent: the files that their prose names are
///     theirs, and not the ones that ours follows
/// @param pairing which of their bullets stands for which of ours
/// @param unanswered their bullets for which nothing of ours stands
/// @param left our rules that no bullet of theirs asks for; they are not in the standard
public record Adoption(Standard standard, Pairing pairing, List<Bullet> unanswered, List<RuleId> left) {
    private static final Pattern PARENT = Pattern.compile("`([A-Za-z0-9._-]{1,100}\\.md)`");
    private static final Version FIRST = new Version(1, 0, 0);

    public Adoption {
        unanswered = List.copyOf(unanswered);
        left = List.copyOf(left);
    }

    /// Their names for what is taken over.
    ///
    /// @param persona the name of their file
    public record Names(StandardId id, String persona) {}

    /// @throws IllegalArgumentException when no rule has a clause in their text
    public static Adoption of(StandardSource shipped, PersonaText theirs, Names names) {
        var taking = new Taking(Pairing.of(shipped.persona(), theirs), shipped.persona());
        var ours = shipped.standard();
        var rules = ours.rules().stream()
                .map(taking::rule)
                .filter(rule -> !rule.clauses().isEmpty())
                .toList();
        var kept = rules.stream().map(Rule::id).collect(Collectors.toSet());
        var dispositions = ours.dispositions().stream()
                .map(taking::disposition)
                .flatMap(Optional::stream)
                .map(it -> without(it, kept::contains))
                .flatMap(Optional::stream)
                .toList();
        var standard = new Standard(
                names.id(),
                FIRST,
                ours.title(),
                ours.owners(),
                new Persona(names.persona(), theirs.digest(), theirs.bullets().size()),
                ours.when(),
                ours.levels(),
                rules,
                dispositions,
                List.of());
        return new Adoption(
                standard,
                taking.pairing,
                unanswered(standard, theirs),
                ours.rules().stream()
                        .map(Rule::id)
                        .filter(id -> !kept.contains(id))
                        .toList());
    }

    /// A roll-up keeps the rules that are there.
    private static Optional<Disposition> without(Disposition disposition, Predicate<RuleId> kept) {
        if (!(disposition instanceof Disposition.RollUp rollUp)) {
            return Optional.of(disposition);
        }
        var of = rollUp.of().stream().filter(kept).toList();
        return of.isEmpty() ? Optional.empty() : Optional.of(new Disposition.RollUp(rollUp.clause(), of));
    }

    private static List<Bullet> unanswered(Standard standard, PersonaText theirs) {
        var answered = new HashSet<String>();
        standard.rules().forEach(rule -> rule.clauses().forEach(it -> answered.add(place(it))));
        standard.dispositions().forEach(it -> answered.add(place(it.clause())));
        return theirs.bullets().stream()
                .filter(bullet -> !answered.contains(bullet.place()))
                .toList();
    }

    private static String place(ClauseRef clause) {
        return clause.section() + " " + clause.number();
    }

    private static final class Taking {
        private final Pairing pairing;
        private final PersonaText ours;

        Taking(Pairing pairing, PersonaText ours) {
            this.pairing = pairing;
            this.ours = ours;
        }

        Rule rule(Rule rule) {
            var clauses = new ArrayList<ClauseRef>();
            rule.clauses().forEach(clause -> clause(clause).ifPresent(clauses::add));
            return rule.citing(clauses.stream().distinct().toList());
        }

        Optional<Disposition> disposition(Disposition disposition) {
            return clause(disposition.clause()).map(clause -> switch (disposition) {
                case Disposition.Attest it -> new Disposition.Attest(clause, it.attestation());
                case Disposition.Guidance it -> new Disposition.Guidance(clause, it.why());
                case Disposition.Tag it -> new Disposition.Tag(clause, it.tag());
                case Disposition.RollUp it -> new Disposition.RollUp(clause, it.of());
                case Disposition.Inherit it -> inherit(clause, it);
            });
        }

        private Disposition inherit(ClauseRef clause, Disposition.Inherit ours) {
            String text = theirText(clause);
            var parents = PARENT.matcher(text).results().map(it -> it.group(1)).toList();
            var items = Quotes.items(text);
            return new Disposition.Inherit(
                    clause,
                    parents.isEmpty() || parents.contains(ours.from()) ? ours.from() : parents.getLast(),
                    items.isEmpty() ? List.of(clause.quote()) : items);
        }

        private String theirText(ClauseRef clause) {
            return pairing.pairs().stream()
                    .map(Pairing.Pair::theirs)
                    .filter(bullet -> bullet.place().equals(place(clause)))
                    .map(Bullet::text)
                    .findFirst()
                    .orElse("");
        }

        private Optional<ClauseRef> clause(ClauseRef clause) {
            return ours.bullets().stream()
                    .filter(bullet -> bullet.place().equals(place(clause)))
                    .findFirst()
                    .flatMap(our -> Optional.ofNullable(pairing.theirs(our))
                            .map(their -> new ClauseRef(
                                    their.section(),
                                    their.number(),
                                    their.digest(),
                                    Quotes.of(clause.quote(), our.text(), their.text()))));
        }
    }
}
