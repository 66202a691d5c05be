package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.RuleId;
import java.util.List;

/// One bullet and what answers for it.
///
/// @param rules those that quote it, then those that a roll-up names
/// @param unquoted parts of it, in parentheses, that nothing quotes
/// @param parents files that it names and that are unresolved: nothing here answers for their further words
public record ClauseRow(
        Bullet bullet,
        Standing standing,
        List<RuleId> rules,
        List<Disposition> dispositions,
        List<String> unquoted,
        List<String> parents) {
    public ClauseRow {
        rules = List.copyOf(rules);
        dispositions = List.copyOf(dispositions);
        unquoted = List.copyOf(unquoted);
        parents = List.copyOf(parents);
    }
}
