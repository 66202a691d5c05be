package dev.plumbline.analyzer.standard;

import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The findings that a requirement is about: of its rule ids, in its areas.
///
/// @param exact rule ids; with `prefixes` empty too, all ids
/// @param prefixes what ids may begin with
/// @param areas empty for all
/// @param settings the kind under which the tool's settings come
public record FindingFilter(Set<String> exact, List<String> prefixes, Set<Area> areas, Kind settings) {
    public FindingFilter {
        // asked for each finding of each rule, where a HashSet is markedly faster than Set.copyOf
        exact = Collections.unmodifiableSet(new HashSet<>(exact));
        prefixes = List.copyOf(prefixes);
        areas = Set.copyOf(areas);
    }

    static FindingFilter of(Requirement requirement) {
        var exact = new HashSet<String>();
        var prefixes = new ArrayList<String>();
        for (String rule : requirement.rules()) {
            if (rule.endsWith("*")) {
                prefixes.add(rule.substring(0, rule.length() - 1));
            } else {
                exact.add(rule);
            }
        }
        var kind = requirement.kind();
        String tool = kind.qualifier().isEmpty() ? kind.family() : kind.qualifier();
        return new FindingFilter(exact, prefixes, Set.copyOf(requirement.areas()), Kind.settings(tool));
    }

    public boolean matches(FindingGroup group) {
        return (areas.isEmpty() || areas.contains(group.area())) && named(group.rule());
    }

    private boolean named(String rule) {
        if (exact.contains(rule) || (exact.isEmpty() && prefixes.isEmpty())) {
            return true;
        }
        for (String prefix : prefixes) {
            if (rule.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    long open(FindingsEvidence findings) {
        long open = 0;
        for (var group : findings.groups()) {
            if (group.open() > 0 && matches(group)) {
                open += group.open();
            }
        }
        return open;
    }

    long suppressed(FindingsEvidence findings) {
        long suppressed = 0;
        for (var group : findings.groups()) {
            if (group.suppressed() > 0 && matches(group)) {
                suppressed += group.suppressed();
            }
        }
        return suppressed;
    }

    /// {@return rule id → open findings, without rules that have none}
    Map<String, Long> byRule(FindingsEvidence findings) {
        var byRule = new TreeMap<String, Long>();
        for (var group : findings.groups()) {
            if (group.open() > 0 && matches(group)) {
                byRule.merge(group.rule(), (long) group.open(), Long::sum);
            }
        }
        return byRule;
    }

    List<String> samples(FindingsEvidence findings) {
        var samples = new ArrayList<String>();
        for (var group : findings.groups()) {
            if (group.open() > 0 && matches(group)) {
                group.samples().forEach(at -> samples.add(group.rule() + " " + at));
            }
        }
        return samples;
    }
}
