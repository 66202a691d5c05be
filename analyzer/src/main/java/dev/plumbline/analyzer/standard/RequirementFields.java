package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what rules require, with what the standard says about several reports of one kind: the
/// requirement's own word, else the kind's, else its family's.
final class RequirementFields {
    private static final String ALL = ":*";

    private final MarkedYaml document;
    private final List<StandardProblem> problems;
    /// By kind, or by family: `findings:*`.
    private final Map<String, Combine> combine = new HashMap<>();

    RequirementFields(MarkedYaml document, List<StandardProblem> problems) {
        this.document = document;
        this.problems = problems;
        document.root().path("combine").properties().forEach(entry -> {
            var how = combine(entry.getValue(), entry.getKey(), pointer(entry.getKey()));
            if (how != null) {
                combine.put(entry.getKey(), how);
            }
        });
    }

    Requirement read(JsonNode node, String pointer) {
        if (node.has("anyOf")) {
            return alternatives(node.path("anyOf"), pointer + "/anyOf");
        }
        if (node.isTextual()) {
            return combined(new Requirement(new Kind(node.textValue()), List.of(), List.of()));
        }
        var kind = new Kind(Fields.text(node, "kind"));
        var areas = new ArrayList<Area>();
        node.path("areas").forEach(it -> areas.add(Fields.word(Area.class, it)));
        if (node.has("rules") && !kind.family().equals("findings")) {
            problems.add(document.problem(pointer + "/rules", "only findings have rule ids, not " + kind + "."));
            return new Requirement(kind, List.of(), areas);
        }
        var requirement = new Requirement(kind, Fields.texts(node.path("rules")), areas);
        if (!node.has("combine")) {
            return combined(requirement);
        }
        var how = combine(node.path("combine"), kind.value(), pointer + "/combine");
        return how == null ? requirement : requirement.combining(how);
    }

    /// Figures are named after the family, so that all must be of one.
    private Requirement alternatives(JsonNode nodes, String pointer) {
        var any = new ArrayList<Requirement>();
        for (int i = 0; i < nodes.size(); i++) {
            var next = read(nodes.get(i), pointer + "/" + i);
            String family =
                    any.isEmpty() ? next.kind().family() : any.getFirst().kind().family();
            if (!next.kind().family().equals(family)) {
                problems.add(document.problem(
                        pointer + "/" + i,
                        "«" + next.kind() + "» cannot stand in for "
                                + any.getFirst().kind() + ": all that anyOf lists must be kinds of " + family + "."));
            } else if (any.stream().anyMatch(it -> it.kind().equals(next.kind()))) {
                problems.add(document.problem(pointer + "/" + i, "«" + next.kind() + "» is there twice."));
            } else {
                any.add(next);
            }
        }
        var first = any.getFirst();
        return new Requirement(first.kind(), first.rules(), first.areas(), any.subList(1, any.size()), first.combine());
    }

    private Requirement combined(Requirement requirement) {
        var kind = requirement.kind();
        var how = combine.getOrDefault(kind.value(), combine.get(kind.family() + ALL));
        return how == null ? requirement : requirement.combining(how);
    }

    /// {@return null after a problem was added}
    private @Nullable Combine combine(JsonNode node, String kinds, String pointer) {
        var how = Fields.word(Combine.class, node);
        String objection = how.objection(kinds.replaceFirst(":.*", ""));
        if (objection == null) {
            return how;
        }
        problems.add(document.problem(
                pointer, kinds + " cannot be combined as " + how.name().toLowerCase(Locale.ROOT) + ": " + objection));
        return null;
    }

    /// What is said of a kind that no rule asks for has no effect, and is a slip.
    void checkCombine(List<Rule> rules) {
        var kinds = rules.stream()
                .flatMap(rule -> rule.requires().stream())
                .flatMap(requirement -> requirement.any().stream())
                .map(Requirement::kind)
                .toList();
        combine.keySet().stream()
                .sorted()
                .filter(named -> kinds.stream()
                        .noneMatch(kind -> kind.value().equals(named) || (kind.family() + ALL).equals(named)))
                .forEach(
                        named -> problems.add(
                                document.problem(
                                        pointer(named),
                                        "no rule here requires " + named
                                                + ", so that nothing is combined; inherited rules combine as their own standard says.")));
    }

    private static String pointer(String named) {
        return "/combine/" + named;
    }
}
