package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Kind;
import java.util.List;

/// Evidence without which a rule cannot be judged.
///
/// @param kind what must be there
/// @param rules for findings: the tool's rule ids that this rule is about, each of which must have been enabled; empty
///     for all. An id that ends in `*` stands for every id that begins so.
/// @param areas for findings: where they count; empty for everywhere
public record Requirement(Kind kind, List<String> rules, List<Area> areas) {
    public Requirement {
        rules = rules.stream().distinct().sorted().toList();
        areas = areas.stream().distinct().sorted().toList();
        if (!rules.isEmpty() && !kind.family().equals("findings")) {
            throw new IllegalArgumentException("only findings have rule ids, not " + kind);
        }
    }
}
