package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.Names;
import dev.plumbline.model.evidence.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The figures of one rule over one build's evidence: flat, typed, computed when first asked for and once.
final class EvidenceView implements Names {
    private final CompiledRule rule;
    private final List<Evidence> evidence;
    private final Instant asOf;
    private final @Nullable Object[] read;

    /// @param evidence one piece per requirement of the rule, in its order
    EvidenceView(CompiledRule rule, List<Evidence> evidence, Instant asOf) {
        this.rule = rule;
        this.evidence = evidence;
        this.asOf = asOf;
        this.read = new Object[rule.figures().size()];
    }

    @Override
    public @Nullable Object value(String name) {
        var figure = rule.figures().get(name);
        if (figure == null) {
            return name.equals("now") ? asOf : rule.params().get(name);
        }
        var value = read[figure.slot()];
        if (value == null) {
            value = figure.reading().apply(evidence.get(figure.requirement()));
            read[figure.slot()] = value;
        }
        return value;
    }
}
