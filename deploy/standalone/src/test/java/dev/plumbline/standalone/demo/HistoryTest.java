package dev.plumbline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.evidence.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private final Organisation organisation = Organisation.load();
    private final List<DemoBuild> builds = History.of(organisation, NOON);

    @Test
    void oneMomentGivesOneHistory() {
        assertThat(History.of(organisation, NOON)).isEqualTo(builds);
    }

    @Test
    void itHasTwelveRepositoriesOfThreeTeamsAndAMonorepoOfTwoComponents() {
        assertThat(organisation.repositories()).hasSize(12);
        assertThat(organisation.repositories())
                .extracting(Organisation.Repository::team)
                .containsOnly("payments", "platform", "insights");
        assertThat(organisation.repositories())
                .filteredOn(repository -> repository.parts().size() == 2)
                .hasSize(1);
    }

    @Test
    void itLiesWithinTheLastNinetyDaysOldestFirst() {
        assertThat(builds)
                .extracting(DemoBuild::finishedAt)
                .isSorted()
                .allSatisfy(moment -> assertThat(moment).isBetween(NOON.minus(Duration.ofDays(90)), NOON));
        assertThat(builds.getFirst().finishedAt()).isBefore(NOON.minus(Duration.ofDays(80)));
    }

    @Test
    void everyRepositoryHasSeveralBuildsInTheOrderOfTheirNumbers() {
        for (var repository : organisation.repositories()) {
            for (var part : repository.parts()) {
                var numbers = builds.stream()
                        .filter(build -> build.repository().equals(repository)
                                && build.part().equals(part))
                        .map(DemoBuild::number)
                        .toList();
                assertThat(numbers).hasSizeGreaterThan(3).isSorted().hasSize(part.builds());
            }
        }
    }

    @Test
    void whatIsSentIsThereAndOfAKnownKindUnderAnOwnName() {
        assertThat(builds).allSatisfy(build -> {
            assertThat(build.reports()).extracting(DemoBuild.Report::partName).doesNotHaveDuplicates();
            assertThat(build.reports()).allSatisfy(report -> {
                assertThat(new Kind(report.kind()).value()).isEqualTo(report.kind());
                assertThat(Samples.report(report.file())).isNotEmpty();
            });
            assertThat(new RepositoryId(build.repository().id()).value()).startsWith("github:");
            assertThat(new RepositoryName(build.repository().name()).value()).startsWith("acme/");
        });
    }

    @Test
    void someSendEvidenceOfNearlyEverythingAndSomeOfNextToNothing() {
        assertThat(builds)
                .filteredOn(build -> build.repository().name().equals("acme/ledger"))
                .allSatisfy(build -> assertThat(build.reports())
                        .extracting(DemoBuild.Report::kind)
                        .contains("facts", "api", "secrets", "sbom", "types:mypy", "tests:e2e", "tests:migrations"));
        assertThat(builds)
                .filteredOn(build -> build.repository().name().equals("acme/notifier"))
                .allSatisfy(build -> assertThat(build.reports()).hasSize(3));
    }

    @Test
    void oneRepositoryNeverSendsAnAuditAndOneStopsSendingCoverage() {
        assertThat(builds)
                .filteredOn(build -> build.repository().name().equals("acme/notifier"))
                .allSatisfy(build -> assertThat(build.reports())
                        .extracting(DemoBuild.Report::kind)
                        .doesNotContain("audit"));
        assertThat(builds)
                .filteredOn(build -> build.repository().name().equals("acme/catalogue") && build.number() == 7)
                .singleElement()
                .satisfies(build -> assertThat(build.reports())
                        .extracting(DemoBuild.Report::kind)
                        .doesNotContain("coverage"));
    }
}
