package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.VersionRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a binding's YAML. Whether its standard exists and its parameters only tighten is for
/// {@link Applicability#check}.
public final class BindingFile {
    private BindingFile() {}

    /// @param file the file's name, for messages
    public static Binding read(byte[] yaml, String file) throws StandardRefused {
        var document = MarkedYaml.read(yaml, file);
        FileSchema.BINDING.check(document);
        var root = document.root();
        Instant effectiveFrom;
        try {
            effectiveFrom = Instant.parse(Fields.text(root, "effectiveFrom"));
        } catch (DateTimeException e) {
            throw new StandardRefused(List.of(document.problem(
                    "/effectiveFrom", "«" + Fields.text(root, "effectiveFrom") + "» is no moment in UTC.")));
        }
        return new Binding(
                Fields.text(root, "id"),
                root.path("revision").intValue(),
                new StandardId(Fields.text(root, "standard")),
                new VersionRange(Fields.text(root, "version")),
                selection(root.path("select")),
                new Binding.Enforcement(
                        Fields.word(Step.class, root.path("step")),
                        effectiveFrom,
                        root.has("requiredLevel") ? Fields.word(Level.class, root.path("requiredLevel")) : Level.NONE),
                params(root.path("params")));
    }

    /// Looks at a binding beside the standards that it may name.
    ///
    /// @throws StandardRefused with the place of every complaint in the file
    public static void check(byte[] yaml, String file, Collection<CompiledStandard> standards) throws StandardRefused {
        var document = MarkedYaml.read(yaml, file);
        var binding = read(yaml, file);
        try {
            Applicability.check(binding, standards);
        } catch (StandardRefused e) {
            throw new StandardRefused(e.problems().stream()
                    .map(it -> document.problem(it.pointer(), it.message()))
                    .toList());
        }
    }

    private static Binding.Selection selection(JsonNode node) {
        return node.isTextual()
                ? new Binding.Selection.Rest()
                : new Binding.Selection.Where(Fields.texts(node.path("when")));
    }

    private static Map<RuleId, Map<String, Parameter.Value>> params(JsonNode node) {
        var params = new HashMap<RuleId, Map<String, Parameter.Value>>();
        node.properties().forEach(rule -> {
            var values = new HashMap<String, Parameter.Value>();
            rule.getValue().properties().forEach(it -> values.put(it.getKey(), Fields.value(it.getValue())));
            params.put(new RuleId(rule.getKey()), Map.copyOf(values));
        });
        return params;
    }
}
