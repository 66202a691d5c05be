package dev.plumbline.model.decision;

import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.util.List;

/// Which rules of which standard are excepted, and where.
public record Scope(StandardId standard, List<RuleId> rules, Reach reach) {
    private static final int RULES = 20;

    public Scope {
        rules = rules.stream().distinct().sorted().toList();
        if (rules.isEmpty() || rules.size() > RULES) {
            throw new IllegalArgumentException("a waiver names 1 to " + RULES + " rules, not " + rules.size());
        }
    }

    public boolean covers(StandardId itsStandard, RuleId rule, Reach.Place place) {
        return standard.equals(itsStandard) && rules.contains(rule) && reach.covers(place);
    }
}
