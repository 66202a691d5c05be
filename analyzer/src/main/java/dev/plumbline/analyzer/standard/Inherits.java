package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// That a standard follows another one, as its file says it.
///
/// @param ref as the prose names it: `user.md`
/// @param tighten rule of the parent → what is stricter here
/// @param merge rule of the parent → the standard's own rule that asks for the same
/// @param pointer JSON pointer to it in `standard.yaml`
public record Inherits(
        String ref,
        StandardId standard,
        VersionRange version,
        Map<RuleId, Tighter> tighten,
        Map<RuleId, RuleId> merge,
        String pointer) {
    public Inherits {
        tighten = Map.copyOf(tighten);
        merge = Map.copyOf(merge);
    }

    /// What one inherited rule becomes; null leaves a part of its rating as it is.
    public record Tighter(
            @Nullable Keyword keyword,
            @Nullable Rank severity,
            @Nullable Level level,
            Map<String, Parameter.Value> params) {
        public Tighter {
            params = Map.copyOf(params);
        }
    }

    static List<Inherits> read(MarkedYaml document) {
        var inherits = new ArrayList<Inherits>();
        var nodes = document.root().path("inherits");
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var tighten = new HashMap<RuleId, Tighter>();
            node.path("tighten")
                    .properties()
                    .forEach(it -> tighten.put(new RuleId(it.getKey()), tighter(it.getValue())));
            var merge = new HashMap<RuleId, RuleId>();
            node.path("merge")
                    .properties()
                    .forEach(it -> merge.put(
                            new RuleId(it.getKey()), new RuleId(it.getValue().asText())));
            inherits.add(new Inherits(
                    Fields.text(node, "ref"),
                    new StandardId(Fields.text(node, "standard")),
                    new VersionRange(Fields.text(node, "version")),
                    tighten,
                    merge,
                    "/inherits/" + i));
        }
        return inherits;
    }

    private static Tighter tighter(JsonNode node) {
        var params = new HashMap<String, Parameter.Value>();
        node.path("params").properties().forEach(it -> params.put(it.getKey(), Fields.value(it.getValue())));
        return new Tighter(
                node.has("keyword") ? Fields.word(Keyword.class, node.path("keyword")) : null,
                node.has("severity") ? Fields.word(Rank.class, node.path("severity")) : null,
                node.has("level") ? Fields.word(Level.class, node.path("level")) : null,
                params);
    }
}
