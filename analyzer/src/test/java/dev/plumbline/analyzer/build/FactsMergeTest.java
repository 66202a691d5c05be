package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FactsEvidence.Project;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsMergeTest {
    @Test
    void factsOfTwoPartsAddUpInAnyOrder() {
        var api = facts("api", Map.of("files.total", 3, "python.routes.untyped", 1), Map.of("ruff.line-length", "88"));
        var worker = facts("worker", Map.of("files.total", 4, "python.routes.untyped", 0), Map.of());

        var one = EvidenceMerge.merge(List.of(api, worker));
        var other = EvidenceMerge.merge(List.of(worker, api));

        assertThat(one).isEqualTo(other);
        var merged = (FactsEvidence) one.evidence();
        assertThat(merged.count(Fact.FILES)).isEqualTo(7);
        assertThat(merged.places("python.routes.untyped")).hasSize(2);
        assertThat(merged.project().files()).containsEntry("python", 18);
        assertThat(merged.project().settings()).containsEntry("ruff.line-length", "88");
    }

    @Test
    void aFactThatOnePartDidNotLookForIsNotKnownOfTheWhole() {
        var old = facts("old", Map.of("files.total", 3), Map.of());
        var young = facts("young", Map.of("files.total", 4, "python.routes.untyped", 0), Map.of());

        var merge = EvidenceMerge.merge(List.of(old, young));

        assertThat(((FactsEvidence) merge.evidence()).counts()).containsOnlyKeys("files.total");
        assertThat(merge.notes()).anyMatch(note -> note.contains("1 fact was looked for in some of 2 parts only"));
    }

    @Test
    void aSettingInWhichThePartsDifferIsNotStated() {
        var one = facts("one", Map.of("files.total", 3), Map.of("ruff.line-length", "88"));
        var other = facts("other", Map.of("files.total", 3), Map.of("ruff.line-length", "100"));

        var merge = EvidenceMerge.merge(List.of(one, other));

        assertThat(((FactsEvidence) merge.evidence()).project().settings()).isEmpty();
        assertThat(merge.notes()).anyMatch(note -> note.contains("«ruff.line-length»"));
    }

    @Test
    void whatWasReadInTheTreeSaysWhatTheRepositoryIs() {
        var subject = SubjectResolution.resolve(
                Subject.UNKNOWN, Subject.UNKNOWN, List.of(facts("api", Map.of("files.total", 3), Map.of())));

        assertThat(subject.languages()).containsExactly("python");
        assertThat(subject.dependencies()).containsExactly("fastapi");
    }

    /// A build that says of itself that it is in another language is not excused from what the tree asks
    /// for.
    @Test
    void whatWasReadInTheTreeCountsBeforeWhatTheBuildSaysAndAfterTheCatalog() {
        var tree = List.of(facts("api", Map.of("files.total", 3), Map.of()));
        var cobol = new Subject(List.of("cobol"), "batch", null, null);

        var stated = SubjectResolution.resolve(Subject.UNKNOWN, cobol, tree);
        assertThat(stated.languages()).containsExactly("python");
        assertThat(stated.type()).isEqualTo("batch");
        assertThat(SubjectResolution.resolve(cobol, Subject.UNKNOWN, tree).languages())
                .containsExactly("cobol");
    }

    @Test
    void aLanguageOfAFewFilesDoesNotMakeTheProject() {
        var project = new Project(new TreeMap<>(Map.of("go", 95, "python", 5)), List.of(), new TreeMap<>(), List.of());
        var facts = new FactsEvidence(
                Kind.FACTS, source("f", "plumbline", "1", "few"), new TreeMap<>(), new TreeMap<>(), project);

        assertThat(facts.languages()).containsExactly("go");
    }

    private static Evidence facts(String part, Map<String, Integer> counts, Map<String, String> settings) {
        return new FactsEvidence(
                Kind.FACTS,
                source(part + ".json", "plumbline", "0.1.0", part),
                new TreeMap<>(counts),
                new TreeMap<>(Map.of("python.routes.untyped", List.of(new Position(part + ".py", 1, "f")))),
                new Project(
                        new TreeMap<>(Map.of("python", 9)),
                        List.of("Usage"),
                        new TreeMap<>(settings),
                        List.of("fastapi")));
    }
}
