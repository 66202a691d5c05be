package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceTypesTest {

    @Test
    void fingerprintsAreSortedAndDistinct() {
        assertThat(Fingerprints.of(List.of(5L, -1L, 5L), 10).hashes()).containsExactly(-1L, 5L);
    }

    @Test
    void tooManyFingerprintsAreLeftOutButCounted() {
        var hashes = LongStream.range(0, 11).boxed().toList();

        assertThat(Fingerprints.of(hashes, 10)).isEqualTo(new Fingerprints("", 11, true));
    }

    @Test
    void aTestCountsOnceAndThePassedAreTheRest() {
        assertThat(new TestTotals(10, 2, 1, 3, 1, 4).passed()).isEqualTo(4);
        assertThat(new TestTotals(1, 0, 1, 0, 0, 0).plus(new TestTotals(2, 1, 0, 0, 0, 0)))
                .isEqualTo(new TestTotals(3, 1, 1, 0, 0, 0));
    }

    @Test
    void coverageOfNothingIsNoCoverage() {
        assertThat(new CoverageTotals(0, 0, 0, 0, 0).lineRatio()).isZero();
        assertThat(new CoverageTotals(3, 4, 1, 2, 1).lineRatio()).isEqualTo(0.75);
        assertThatThrownBy(() -> new CoverageTotals(5, 4, 0, 0, 1)).hasMessageContaining("5/4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"coverage", "audit", "tests:unit", "findings:ruff", "settings:ruff", "types:mypy"})
    void kindsOfTheDesignAreKinds(String kind) {
        assertThat(new Kind(kind).value()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Coverage", "coverage:", "coverage:x", "tests", "lint", "findings:", "findings:Ruff!"})
    void anythingElseIsRefusedWithTheKindsThatThereAre(String kind) {
        assertThatThrownBy(() -> new Kind(kind)).hasMessageContaining("is not a kind of evidence");
    }

    @Test
    void onlyAuditsInventoriesAndSecretsSpeakOfMoreThanOneCommit() {
        assertThat(Kind.AUDIT.aboutCode()).isFalse();
        assertThat(Kind.COVERAGE.aboutCode()).isTrue();
        assertThat(Kind.findings("ruff").aboutCode()).isTrue();
        assertThat(Kind.findings("ruff").qualifier()).isEqualTo("ruff");
    }

    @Test
    void aDigestIsThatOfTheBytes() {
        assertThat(Digest.of("abc".getBytes(StandardCharsets.UTF_8)).value())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThatThrownBy(() -> new Digest("sha256:abc")).hasMessageContaining("not a digest");
    }

    @Test
    void aDigestHasLowerCaseHexadecimalDigitsAndNothingElse() {
        String digits = "0123456789abcdef".repeat(4);

        assertThat(new Digest("sha256:" + digits).hex()).isEqualTo(digits);
        for (char other : "gGA/:@`~ \u0080\u0661\uff11".toCharArray()) {
            for (int place : new int[] {0, 31, 63}) {
                var text = new StringBuilder("sha256:" + digits);
                text.setCharAt("sha256:".length() + place, other);
                assertThatThrownBy(() -> new Digest(text.toString())).hasMessageContaining("not a digest");
            }
        }
    }

    @Test
    void aFindingGroupKeepsTwentySamples() {
        var samples = LongStream.range(0, 30)
                .mapToObj(i -> new Position("a.py", (int) i, ""))
                .toList();

        var group = new FindingGroup("X", FindingGroup.Area.SOURCE, Severity.LOW, 30, 0, samples);

        assertThat(group.samples()).hasSize(20);
    }
}
