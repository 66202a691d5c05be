package dev.plumbline.analyzer.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedStandardsTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final Applicability APPLICABILITY = applicability();

    private static Applicability applicability() {
        try {
            var compiled = new ArrayList<CompiledStandard>();
            for (var published : ShippedStandards.standards()) {
                compiled.add(CompiledStandard.compile(published));
            }
            for (var binding : ShippedStandards.bindings()) {
                Applicability.check(binding.binding(), compiled);
            }
            return Applicability.of(ShippedStandards.bindings(), compiled);
        } catch (StandardRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static RepositoryFacts repository(Subject subject) {
        return new RepositoryFacts(
                new RepositoryId("github:1"), new RepositoryName("acme/shop"), Component.ROOT, "", "", subject);
    }

    private static List<String> applied(Subject subject) {
        return APPLICABILITY.applied(repository(subject), NOON).stream()
                .map(it -> it.standard().ref().id().value())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "python, backend-engineer-python",
        "java, backend-engineer-java",
        "typescript, frontend-engineer-typescript",
        "go, platform-engineer-go"
    })
    void aLanguageHasOneStandard(String language, String standard) {
        assertThat(applied(new Subject(List.of(language), null, null, null))).containsExactly(standard);
    }

    @Test
    void aRepositoryOfWhichNobodySaysALanguageIsExcusedFromNone() {
        assertThat(applied(Subject.UNKNOWN)).hasSize(4);
        assertThat(applied(new Subject(List.of("cobol"), null, null, null))).isEmpty();
        assertThat(APPLICABILITY.whyNone(repository(new Subject(List.of("cobol"), null, null, null)), NOON))
                .hasSize(4);
    }

    @Test
    void noShippedBindingBlocksABuild() {
        assertThat(ShippedStandards.bindings())
                .allMatch(it -> it.binding().enforcement().step() == Step.WARN);
    }

    @Test
    void parentsAreResolvedAndBringRules() {
        assertThat(ShippedStandards.standards()).allSatisfy(it -> {
            assertThat(it.standard().parents()).allMatch(Parent.Resolved.class::isInstance);
            boolean child = !it.standard().id().value().startsWith("org/");
            assertThat(it.standard().parents()).hasSize(child ? 2 : 0);
        });
        var java = ShippedStandards.standards().get(1).standard();
        assertThat(java.rules()).anyMatch(rule -> java.inherits(rule.id()));
    }
}
