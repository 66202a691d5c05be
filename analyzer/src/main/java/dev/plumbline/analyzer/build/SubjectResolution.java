package dev.plumbline.analyzer.build;

import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which facts about a repository hold: the catalog's, else the build's own, else what was read in the working
/// tree, else what the tools at work give away.
public final class SubjectResolution {
    private static final Set<String> PYTHON_TOOLS =
            Set.of("ruff", "mypy", "pytest", "coverage.py", "coverage", "pip-audit", "pyright", "bandit");
    private static final Set<String> TOOL_FAMILIES = Set.of("findings", "settings", "types");
    private static final Subject PYTHON = new Subject(List.of("python"), null, null, null);

    private SubjectResolution() {}

    public static Subject resolve(Subject catalogued, Subject stated, Collection<Evidence> evidence) {
        var known = catalogued.or(stated);
        var read = known.or(read(evidence));
        return read.languages() != null ? read : read.or(inferred(evidence));
    }

    /// What the collector read in the working tree.
    private static Subject read(Collection<Evidence> evidence) {
        return evidence.stream()
                .filter(FactsEvidence.class::isInstance)
                .map(FactsEvidence.class::cast)
                .map(SubjectResolution::subject)
                .reduce(Subject.UNKNOWN, Subject::or);
    }

    private static Subject subject(FactsEvidence facts) {
        var languages = facts.languages();
        var dependencies = facts.project().dependencies();
        return new Subject(
                languages.isEmpty() ? null : languages, null, dependencies.isEmpty() ? null : dependencies, null);
    }

    private static Subject inferred(Collection<Evidence> evidence) {
        return evidence.stream().anyMatch(SubjectResolution::isPython) ? PYTHON : Subject.UNKNOWN;
    }

    private static boolean isPython(Evidence evidence) {
        var kind = evidence.kind();
        return (TOOL_FAMILIES.contains(kind.family()) && PYTHON_TOOLS.contains(kind.qualifier()))
                || PYTHON_TOOLS.contains(evidence.source().tool().name().toLowerCase(Locale.ROOT));
    }
}
