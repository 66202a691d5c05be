package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Standard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A standard whose references say where the bullets stand now.
final class Repinned {
    private final Map<ClauseRef, ClauseRef> here = new HashMap<>();

    private Repinned() {}

    static Standard of(Standard standard, List<Pin> pins) {
        var repinned = new Repinned();
        pins.forEach(pin -> repinned.here.put(pin.clause(), pin.here()));
        return new Standard(
                standard.id(),
                standard.version(),
                standard.title(),
                standard.owners(),
                standard.persona(),
                standard.when(),
                standard.levels(),
                standard.rules().stream().map(repinned::rule).toList(),
                standard.dispositions().stream().map(repinned::disposition).toList(),
                standard.parents());
    }

    private Rule rule(Rule rule) {
        return rule.citing(rule.clauses().stream().map(this::clause).toList());
    }

    private Disposition disposition(Disposition disposition) {
        var clause = clause(disposition.clause());
        return switch (disposition) {
            case Disposition.Attest it -> new Disposition.Attest(clause, it.attestation());
            case Disposition.Guidance it -> new Disposition.Guidance(clause, it.why());
            case Disposition.Tag it -> new Disposition.Tag(clause, it.tag());
            case Disposition.RollUp it -> new Disposition.RollUp(clause, it.of());
            case Disposition.Inherit it -> new Disposition.Inherit(clause, it.from(), it.clauses());
        };
    }

    private ClauseRef clause(ClauseRef clause) {
        return here.getOrDefault(clause, clause);
    }
}
