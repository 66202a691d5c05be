package dev.plumbline.model.standard;

import java.util.List;

/// What becomes of a bullet that has no rule of its own.
public sealed interface Disposition {
    ClauseRef clause();

    /// Only a person can say it; the attestation of that name is asked for.
    record Attest(ClauseRef clause, String attestation) implements Disposition {}

    /// No honest test exists; shown, never scored.
    record Guidance(ClauseRef clause, String why) implements Disposition {}

    /// Names a dimension under which other rules are grouped.
    record Tag(ClauseRef clause, String tag) implements Disposition {}

    /// Restates other rules; carries no weight of its own.
    record RollUp(ClauseRef clause, List<RuleId> of) implements Disposition {
        public RollUp {
            of = List.copyOf(of);
        }
    }

    /// Comes from another persona.
    record Inherit(ClauseRef clause, String from, List<String> clauses) implements Disposition {
        public Inherit {
            clauses = List.copyOf(clauses);
        }
    }
}
