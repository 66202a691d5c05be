package dev.plumbline.collect.project;

import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a project says of itself, file by file. Of several files of one kind the settings of the outermost count.
public final class Statements {
    private static final int BYTES = 1 << 20;
    private static final Set<String> LOCK_FILES = Set.of(
            "poetry.lock",
            "uv.lock",
            "Pipfile.lock",
            "pdm.lock",
            "package-lock.json",
            "yarn.lock",
            "pnpm-lock.yaml",
            "bun.lock",
            "go.sum",
            "Cargo.lock",
            "gradle.lockfile",
            "Gemfile.lock",
            "composer.lock");
    private static final Set<String> DECISION_FOLDERS = Set.of("adr", "adrs", "decisions");
    private static final Set<String> WORKFLOW_FILES =
            Set.of(".gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml", ".travis.yml", "bitbucket-pipelines.yml");

    private final Tally tally;
    private final Map<String, String> settings = new TreeMap<>();
    private final Map<String, Integer> depths = new HashMap<>();
    private final Set<String> dependencies = new TreeSet<>();
    private final Disputes disputes;
    private List<String> headings = List.of();

    public Statements(Tally tally) {
        this.tally = tally;
        this.disputes = new Disputes(tally);
    }

    /// Looks at one file; a source is passed over.
    public void see(SourcePath at, Path file, long bytes) {
        String name = at.name();
        String lower = name.toLowerCase(Locale.ROOT);
        count(at, name, lower);
        if (bytes > BYTES) {
            return;
        }
        if (at.top() && lower.startsWith("readme")) {
            var found = Headings.of(text(file));
            headings = headings.isEmpty() ? found : headings;
        } else if (Manifests.reads(name)) {
            read(at, text(file));
        }
    }

    private void count(SourcePath at, String name, String lower) {
        boolean top = at.top();
        var folders = at.folders();
        boolean known = top || folders.equals(List.of(".github")) || folders.equals(List.of("docs"));
        when(top && lower.startsWith("readme"), Fact.README);
        when(top && (lower.startsWith("licen") || lower.startsWith("copying")), Fact.LICENCES);
        when(top && (lower.startsWith("changelog") || lower.startsWith("changes")), Fact.CHANGELOGS);
        when(known && lower.startsWith("contributing"), Fact.CONTRIBUTING);
        when(known && lower.startsWith("security."), Fact.SECURITY_POLICIES);
        when(known && name.equals("CODEOWNERS"), Fact.CODE_OWNERS);
        when(lower.endsWith(".md") && folders.stream().anyMatch(DECISION_FOLDERS::contains), Fact.DECISIONS);
        when(LOCK_FILES.contains(name), Fact.LOCK_FILES);
        when(lower.startsWith("dockerfile") || lower.startsWith("containerfile"), Fact.CONTAINER_FILES);
        boolean workflow = folders.equals(List.of(".github", "workflows")) || folders.equals(List.of(".circleci"));
        when(workflow || (top && WORKFLOW_FILES.contains(name)), Fact.WORKFLOWS);
        boolean example = lower.contains("example") || lower.contains("sample") || lower.contains("template");
        if ((name.equals(".env") || name.startsWith(".env.")) && !example) {
            tally.add(Fact.ENVIRONMENT_FILES, at.path(), 0, name);
        }
    }

    private void when(boolean holds, Fact fact) {
        tally.add(fact, holds ? 1 : 0);
    }

    private void read(SourcePath at, String text) {
        var manifest = Manifests.read(at.name(), text);
        manifest.dependencies().stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .forEach(dependencies::add);
        disputes.see(at, manifest.settings());
        int depth = at.folders().size();
        int known = depths.merge(at.name(), depth, Math::min);
        if (depth == known) {
            manifest.settings().forEach(settings::putIfAbsent);
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // says nothing
        }
    }

    public List<String> headings() {
        return headings.subList(0, Math.min(headings.size(), Project.HEADINGS_LIMIT));
    }

    public Map<String, String> settings() {
        return settings;
    }

    public List<String> dependencies() {
        return new ArrayList<>(dependencies).subList(0, Math.min(dependencies.size(), Project.DEPENDENCIES_LIMIT));
    }
}
