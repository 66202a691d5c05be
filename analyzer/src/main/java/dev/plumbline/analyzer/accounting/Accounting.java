package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.RuleId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A row for each bullet of the persona, in its order.
public record Accounting(List<ClauseRow> rows) {
    private static final Pattern PARENTHESIS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern PARENT = Pattern.compile("`([A-Za-z0-9._-]{1,100}\\.md)`");

    public Accounting {
        rows = List.copyOf(rows);
    }

    /// @param proven rules that have been seen to pass and to fail
    public static Accounting of(StandardSource source, Set<RuleId> proven) {
        return new Accounting(source.persona().bullets().stream()
                .map(bullet -> row(bullet, source, proven))
                .toList());
    }

    public long count(Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).count();
    }

    /// {@return `62 of 62 clauses accounted for: 41 enforced, 4 attested, 17 guidance`}
    public String summary() {
        return rows.stream().filter(row -> row.standing().accounted()).count() + " of " + rows.size()
                + " clauses accounted for: " + count(Standing.ENFORCED) + " enforced, " + count(Standing.ATTESTED)
                + " attested, " + count(Standing.GUIDANCE) + " guidance";
    }

    private static ClauseRow row(Bullet bullet, StandardSource source, Set<RuleId> proven) {
        var quotes = new ArrayList<String>();
        source.pins().stream()
                .filter(pin -> pin.state().holds() && bullet.equals(pin.state().bullet()))
                .forEach(pin -> quotes.add(pin.clause().quote()));
        var rules = new LinkedHashSet<RuleId>();
        for (var rule : source.standard().rules()) {
            if (rule.clauses().stream().anyMatch(clause -> means(clause, bullet))) {
                rules.add(rule.id());
            }
        }
        var dispositions = source.standard().dispositions().stream()
                .filter(it -> means(it.clause(), bullet))
                .toList();
        for (var disposition : dispositions) {
            if (disposition instanceof Disposition.RollUp rollUp) {
                rules.addAll(rollUp.of());
            }
        }
        return new ClauseRow(
                bullet,
                standing(rules, dispositions, new Proof(proven, source)),
                List.copyOf(rules),
                dispositions,
                unquoted(bullet, quotes, dispositions),
                unresolved(bullet, source));
    }

    private static boolean means(ClauseRef clause, Bullet bullet) {
        return clause.section().equals(bullet.section())
                && clause.number() == bullet.number()
                && clause.digest().equals(bullet.digest())
                && bullet.text().contains(clause.quote());
    }

    /// What is known of the rules.
    private record Proof(Set<RuleId> proven, StandardSource source) {
        boolean attested(Set<RuleId> rules) {
            return source.standard().rules().stream()
                    .filter(rule -> rules.contains(rule.id()))
                    .allMatch(rule -> rule.attestation() != null);
        }
    }

    private static Standing standing(Set<RuleId> rules, List<Disposition> dispositions, Proof proof) {
        if (!rules.isEmpty() && !proof.proven().containsAll(rules)) {
            return Standing.UNPROVEN;
        }
        if (!rules.isEmpty()) {
            return proof.attested(rules) ? Standing.ATTESTED : Standing.ENFORCED;
        }
        if (dispositions.stream().anyMatch(Disposition.Attest.class::isInstance)) {
            return Standing.ATTESTED;
        }
        return dispositions.isEmpty() ? Standing.UNACCOUNTED : Standing.GUIDANCE;
    }

    private static List<String> unquoted(Bullet bullet, List<String> quotes, List<Disposition> dispositions) {
        if (dispositions.stream().anyMatch(Accounting::coversAll) || quotes.isEmpty()) {
            return List.of();
        }
        var inherited = dispositions.stream()
                .filter(Disposition.Inherit.class::isInstance)
                .flatMap(it -> ((Disposition.Inherit) it).clauses().stream());
        var covered = Stream.concat(quotes.stream(), inherited).toList();
        return PARENTHESIS
                .matcher(bullet.text())
                .results()
                .flatMap(it -> Arrays.stream(it.group(1).split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .filter(item -> covered.stream().noneMatch(quote -> quote.contains(item) || item.contains(quote)))
                .toList();
    }

    /// A dimension and a restatement speak of the bullet as a whole.
    private static boolean coversAll(Disposition disposition) {
        return switch (disposition) {
            case Disposition.Tag _, Disposition.RollUp _ -> true;
            case Disposition.Attest _, Disposition.Guidance _, Disposition.Inherit _ -> false;
        };
    }

    private static List<String> unresolved(Bullet bullet, StandardSource source) {
        return PARENT.matcher(bullet.text())
                .results()
                .map(it -> it.group(1))
                .distinct()
                .filter(name -> source.standard().parents().stream()
                        .noneMatch(
                                it -> it instanceof Parent.Resolved && it.ref().equals(name)))
                .toList();
    }
}
