package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The evidence that verdicts rest on.
///
/// @param carried kinds that come from an earlier build
public record Inputs(Map<Kind, Evidence> evidence, Set<Kind> carried) {
    public Inputs {
        evidence = Map.copyOf(evidence);
        carried = Set.copyOf(carried);
    }

    @Nullable
    Evidence of(Kind kind) {
        return evidence.get(kind);
    }

    /// The rules of a tool that are known to have been run: by its settings and by the report itself. Null where nobody
    /// says, and for evidence that knows no rules.
    @Nullable
    Set<String> enabledRules(Kind findings) {
        if (!findings.family().equals("findings")) {
            return null;
        }
        var enabled = new TreeSet<String>();
        if (evidence.get(findings) instanceof FindingsEvidence report) {
            enabled.addAll(report.enabledRules());
        }
        if (evidence.get(Kind.settings(findings.qualifier())) instanceof SettingsEvidence settings) {
            enabled.addAll(settings.enabledRules());
        }
        return enabled.isEmpty() ? null : enabled;
    }

    /// Name and version of the tool behind a kind, for people.
    String tool(Kind kind) {
        var known = evidence.get(kind);
        if (known == null) {
            return "";
        }
        var run = known.source().tool();
        return run.version() == null ? run.name() : run.name() + " " + run.version();
    }
}
