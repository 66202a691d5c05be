package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AliasesTest {
    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    @Test
    void entriesThatShareANameAreOneVulnerabilityUnderThePreferredName() {
        var united = Aliases.united(
                List.of(of("PYSEC-2021-66", "CVE-2020-28493"), of("GHSA-g3rq-g295-4j3m", "CVE-2020-28493")));

        assertThat(united)
                .containsExactly(new Vulnerability(
                        "CVE-2020-28493",
                        List.of("GHSA-g3rq-g295-4j3m", "PYSEC-2021-66"),
                        "jinja2",
                        "2.4.1",
                        Severity.UNSTATED,
                        List.of()));
    }

    @Test
    void thirdEntryJoinsTwoThatShareNothing() {
        assertThat(Aliases.united(List.of(of("RUSTSEC-1"), of("GHSA-1"), of("CVE-1", "ghsa-1", "RUSTSEC-1"))))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo("CVE-1"));
    }

    @Test
    void sameNameInAnotherVersionIsAnotherEntry() {
        var other = new Vulnerability("CVE-1", List.of(), "jinja2", "3.0.0", Severity.LOW, List.of());

        assertThat(Aliases.united(List.of(of("CVE-1"), other))).hasSize(2);
    }

    @Test
    void entriesWithoutANameAreNotTheSame() {
        assertThat(Aliases.united(List.of(of(""), of("")))).hasSize(2);
    }

    @Test
    void worstSeverityCountsAndUnstatedIsNoSeverity() {
        assertThat(Aliases.united(List.of(of("CVE-1", Severity.UNSTATED), of("CVE-1", Severity.LOW))))
                .extracting(Vulnerability::severity)
                .containsExactly(Severity.LOW);
        assertThat(Aliases.united(List.of(of("CVE-1", Severity.LOW), of("CVE-1", Severity.CRITICAL))))
                .extracting(Vulnerability::severity)
                .containsExactly(Severity.CRITICAL);
    }

    @Test
    void worstStandsFirstAndUnstatedWhereHighWould() {
        assertThat(Aliases.united(List.of(
                        of("CVE-1", Severity.LOW),
                        of("CVE-2", Severity.UNSTATED),
                        of("CVE-3", Severity.MEDIUM),
                        of("CVE-4", Severity.CRITICAL))))
                .extracting(Vulnerability::id)
                .containsExactly("CVE-4", "CVE-2", "CVE-3", "CVE-1");
    }

    @Test
    void schemesArePreferredInTheDocumentedOrder() {
        var names = new ArrayList<String>();
        var left = new ArrayList<>(List.of("DSA-1", "RUSTSEC-1", "GHSA-1", "CVE-2", "CVE-1", "GO-1"));
        while (!left.isEmpty()) {
            String first = Aliases.preferred(left);
            names.add(first);
            left.remove(first);
        }

        assertThat(names).containsExactly("CVE-1", "CVE-2", "GHSA-1", "GO-1", "RUSTSEC-1", "DSA-1");
    }

    @Test
    void orderOfTheEntriesDoesNotMatter() {
        var random = new Random(20261124);
        for (int round = 0; round < 200; round++) {
            var entries = new ArrayList<Vulnerability>();
            for (int i = 0; i < 12; i++) {
                entries.add(new Vulnerability(
                        "CVE-" + random.nextInt(8),
                        List.of("GHSA-" + random.nextInt(8)),
                        "p" + random.nextInt(2),
                        "1",
                        SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                        List.of("2." + random.nextInt(3))));
            }
            List<Vulnerability> expected = Aliases.united(entries);
            Collections.shuffle(entries, random);

            assertThat(Aliases.united(entries)).as("round " + round).isEqualTo(expected);
            assertThat(Aliases.united(expected))
                    .as("round " + round + ", again")
                    .isEqualTo(expected);
        }
    }

    private static Vulnerability of(String id, String... aliases) {
        return new Vulnerability(id, List.of(aliases), "jinja2", "2.4.1", Severity.UNSTATED, List.of());
    }

    private static Vulnerability of(String id, Severity severity) {
        return new Vulnerability(id, List.of(), "jinja2", "2.4.1", severity, List.of());
    }
}
