package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildOrderTest {

    @Test
    void aClockThatIsWrongByYearsMovesABuildByADayAtMost() {
        assertThat(order(Instant.parse("1999-01-01T00:00:00Z")).startedAt()).isEqualTo(TEN.minus(Duration.ofHours(24)));
        assertThat(order(Instant.parse("2099-01-01T00:00:00Z")).startedAt()).isEqualTo(TEN);
        assertThat(order(TEN.minusSeconds(300)).startedAt()).isEqualTo(TEN.minusSeconds(300));
        assertThat(order(null).startedAt()).isEqualTo(TEN);
    }

    @Test
    void anotherAttemptOfTheSameMomentComesAfterTheFirst() {
        var first = BuildOrder.of(commitBuild(1).received().build(), TEN);
        var second = BuildOrder.of(commitBuild(1).run("run-1", 2).received().build(), TEN);

        assertThat(second.isAfter(first)).isTrue();
        assertThat(first.isAfter(second)).isFalse();
    }

    @Test
    void toolsGiveTheLanguageAwayWhereNobodyStatesIt() {
        var java = new Subject(List.of("java"), null, null, null);
        var service = new Subject(null, "service", null, null);

        assertThat(SubjectResolution.resolve(Subject.UNKNOWN, service, List.of(ruff("1", Map.of()))))
                .isEqualTo(new Subject(List.of("python"), "service", null, null));
        assertThat(SubjectResolution.resolve(Subject.UNKNOWN, Subject.UNKNOWN, List.of(coverage(1)))
                        .languages())
                .containsExactly("python");
        assertThat(SubjectResolution.resolve(Subject.UNKNOWN, java, List.of(coverage(1)))
                        .languages())
                .containsExactly("java");
        assertThat(SubjectResolution.resolve(Subject.UNKNOWN, Subject.UNKNOWN, List.of()))
                .isEqualTo(Subject.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "settings:tsc, typescript",
        "types:tsc, typescript",
        "findings:golangci-lint, go",
        "settings:checkstyle, java",
        "findings:rubocop, ruby",
        "findings:flake8, python",
        "findings:pmd, ",
        "settings:eslint, "
    })
    void aToolThatIsForOneLanguageGivesItAway(String kind, @Nullable String language) {
        var source = ruff("1", Map.of()).source();
        var neutral = new Source(
                source.part(), source.report(), source.format(), source.reader(), ToolRun.of("tool", null), List.of());
        var settings = new SettingsEvidence(new Kind(kind), neutral, List.of(), Map.of());

        assertThat(SubjectResolution.resolve(Subject.UNKNOWN, Subject.UNKNOWN, List.of(settings))
                        .languages())
                .isEqualTo(language == null ? null : List.of(language));
    }

    private static BuildOrder order(@Nullable Instant startedAt) {
        var build = commitBuild(1).received().build();
        return BuildOrder.of(
                new Build(
                        build.key(),
                        build.name(),
                        build.lineage(),
                        new BuildTimes(startedAt, null),
                        List.of(),
                        false,
                        Subject.UNKNOWN),
                TEN);
    }
}
