package dev.plumbline.ingest.report.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingListTest {
    /// These stand in records of builds that were published, and are compared with those of later ones.
    @Test
    void fingerprintsStayWhatTheyAre() {
        var list = list();
        add(list, "E501", "src/a.py", 3, "line too long (120 > 88)");
        add(list, "E501", "src/a.py", 9, "line too long (95 > 88)");
        add(list, "W605", "src/é.py", 1, "invalid escape sequence «\\d»");
        list.add("F401", Severity.LOW, "src/a.py", 1, "suppressed", Finding.State.SUPPRESSED);

        assertThat(list.fingerprints().hashes())
                .containsExactlyInAnyOrder(
                        Fingerprints.hash("ruff\0E501\0src/a.py\0line too long (# > #)\0001"),
                        Fingerprints.hash("ruff\0E501\0src/a.py\0line too long (# > #)\0002"),
                        Fingerprints.hash("ruff\0W605\0src/é.py\0invalid escape sequence «\\d»\0001"));
        assertThat(list.fingerprints().packed()).isEqualTo("oUzuaN3J8wQy56550y4SnUjvnhH4BGwv");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void orderDoesNotDependOnTheOrderOfTheReport(long seed) {
        var random = new Random(seed);
        var list = list();
        for (int i = 0; i < 500; i++) {
            add(
                    list,
                    "R" + random.nextInt(3),
                    new String(new char[] {(char) ('a' + random.nextInt(5))}) + ".py",
                    random.nextInt(20),
                    "m" + random.nextInt(3));
        }
        var expected = new ArrayList<>(list.sorted());
        Collections.shuffle(expected, random);
        var again = list();
        expected.forEach(it -> add(again, it.rule(), it.path(), it.line(), it.message()));

        assertThat(list.sorted()).isSortedAccordingTo(Finding.ORDER).isEqualTo(again.sorted());
        assertThat(again.fingerprints()).isEqualTo(list.fingerprints());
    }

    @Test
    void emptyListHasNothing() {
        assertThat(list().sorted()).isEqualTo(List.of());
        assertThat(list().fingerprints()).isEqualTo(Fingerprints.NONE);
    }

    private static FindingList list() {
        return new FindingList("ruff", Allowance.untimed(1 << 20));
    }

    private static void add(FindingList list, String rule, String path, int line, String message) {
        list.add(rule, Severity.MEDIUM, path, line, message, Finding.State.OPEN);
    }
}
