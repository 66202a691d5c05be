package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The evidence that verdicts rest on. A kind is read when it is first asked for: most causes are found in one or two.
public final class Inputs {
    private final Source source;
    private final Set<Kind> carried;
    private final Map<Kind, Optional<Evidence>> read = new HashMap<>();

    /// Where the evidence lies.
    @FunctionalInterface
    public interface Source {
        @Nullable
        Evidence of(Kind kind);
    }

    private Inputs(Source source, Set<Kind> carried) {
        this.source = source;
        this.carried = Set.copyOf(carried);
    }

    /// @param carried kinds that come from an earlier build
    public static Inputs of(Map<Kind, Evidence> evidence, Set<Kind> carried) {
        var all = Map.copyOf(evidence);
        return new Inputs(all::get, carried);
    }

    public static Inputs readFrom(Source source) {
        return new Inputs(source, Set.of());
    }

    public static Inputs none() {
        return new Inputs(_ -> null, Set.of());
    }

    Set<Kind> carried() {
        return carried;
    }

    /// {@return the evidence of a kind; null where there is none}
    public @Nullable Evidence of(Kind kind) {
        return read.computeIfAbsent(kind, asked -> Optional.ofNullable(source.of(asked)))
                .orElse(null);
    }

    /// The rules of a tool that are known to have been run: by its settings and by the report itself. Null where nobody
    /// says, and for evidence that knows no rules.
    @Nullable
    Set<String> enabledRules(Kind findings) {
        if (!findings.family().equals("findings")) {
            return null;
        }
        var enabled = new TreeSet<String>();
        if (of(findings) instanceof FindingsEvidence report) {
            enabled.addAll(report.enabledRules());
        }
        if (of(Kind.settings(findings.qualifier())) instanceof SettingsEvidence settings) {
            enabled.addAll(settings.enabledRules());
        }
        return enabled.isEmpty() ? null : enabled;
    }

    /// Name and version of the tool behind a kind, for people.
    String tool(Kind kind) {
        var known = of(kind);
        if (known == null) {
            return "";
        }
        var run = known.source().tool();
        return run.version() == null ? run.name() : run.name() + " " + run.version();
    }
}
