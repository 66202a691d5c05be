package dev.plumbline.analyzer.build;

import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Which facts about a repository hold: the catalog's, else what was read in the working tree, else what
/// the build says of itself, else what the tools at work give away.
public final class SubjectResolution {
    /// Tools that are used for one language only, with that language. What serves several (ESLint, PMD,
    /// Semgrep, JUnit XML of no stated origin) gives none away: a language that is not named excuses a
    /// repository from the standards of the others. JaCoCo and PIT see what the JVM runs, which nearly always
    /// is Java.
    private static final Map<String, String> LANGUAGES = languages();

    private static final Set<String> TOOL_FAMILIES = Set.of("findings", "settings", "types");

    private SubjectResolution() {}

    public static Subject resolve(Subject catalogued, Subject stated, Collection<Evidence> evidence) {
        var known = catalogued.or(read(evidence)).or(stated);
        return known.languages() != null ? known : known.or(inferred(evidence));
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
        var languages = new TreeSet<String>();
        for (var piece : evidence) {
            var kind = piece.kind();
            String byKind = TOOL_FAMILIES.contains(kind.family()) ? LANGUAGES.get(kind.qualifier()) : null;
            String byTool = LANGUAGES.get(piece.source().tool().name().toLowerCase(Locale.ROOT));
            if (byKind != null) {
                languages.add(byKind);
            }
            if (byTool != null) {
                languages.add(byTool);
            }
        }
        return languages.isEmpty() ? Subject.UNKNOWN : new Subject(List.copyOf(languages), null, null, null);
    }

    private static Map<String, String> languages() {
        var languages = new HashMap<String, String>();
        Map.of(
                        "python",
                        List.of(
                                "ruff",
                                "mypy",
                                "pytest",
                                "coverage.py",
                                "coverage",
                                "pip-audit",
                                "pyright",
                                "bandit",
                                "flake8",
                                "pylint",
                                "black",
                                "isort",
                                "pydocstyle",
                                "pycodestyle",
                                "vulture",
                                "radon",
                                "safety",
                                "basedpyright"),
                        "java",
                        List.of("checkstyle", "spotbugs", "error-prone", "find-sec-bugs", "jacoco", "pitest"),
                        "go",
                        List.of("go", "golangci-lint", "gosec", "govulncheck", "staticcheck", "gofmt", "revive"),
                        "typescript",
                        List.of("tsc"),
                        "rust",
                        List.of("clippy", "cargo", "cargo-audit", "cargo-deny", "nextest", "rustfmt"),
                        "ruby",
                        List.of("rubocop", "brakeman", "rspec", "simplecov", "bundler-audit", "reek"),
                        "php",
                        List.of("phpunit", "phpstan", "psalm", "phpcs", "phpmd"),
                        "kotlin",
                        List.of("detekt", "ktlint"),
                        "swift",
                        List.of("swiftlint"))
                .forEach((language, tools) -> tools.forEach(tool -> languages.put(tool, language)));
        return Map.copyOf(languages);
    }
}
