package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.source;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.Vulnerability;
import dev.plumbline.model.standard.Combine;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void oneReportLeavesNothingToChoose() {
        assertThat(piece(Kind.COVERAGE, coverage(60)).choices()).isNull();
        assertThat(piece(Kind.COVERAGE, coverage(60), coverage(60)).choices()).isNull();
    }

    @Test
    void theWorstCoverageHasTheLowestRatio() {
        var small = coverage(10, Map.of("a", List.of(1, 2, 3, 4, 5, 6, 7)));
        var large = coverage(1_000, Map.of("b", List.of(1)));

        assertThat(worst(small, coverage(75), large)).isEqualTo(large);
        assertThat(worst(small, coverage(75))).isEqualTo(small);
    }

    @Test
    void theWorstTestsHaveMostThatDidNotPassThenFewestAtAll() {
        var two = tests(List.of("a"), List.of("y", "z"));
        var one = tests(List.of(), List.of("z"));
        var few = tests(List.of("a"), List.of());

        assertThat(worst(one, two, few)).isEqualTo(two);
        assertThat(worst(few, tests(List.of("a", "b"), List.of()))).isEqualTo(few);
    }

    @Test
    void theWorstFindingsAreThoseOfTheHighestSeverityThenTheMost() {
        assertThat(worst(ruff("0.14", Map.of("F401", 3)), ruff("0.15", Map.of("F401", 1, "S608", 3))))
                .isEqualTo(ruff("0.15", Map.of("F401", 1, "S608", 3)));
        assertThat(worst(vulnerable("many", Severity.LOW, Severity.LOW), vulnerable("one", Severity.HIGH)))
                .isEqualTo(vulnerable("one", Severity.HIGH));
        assertThat(worst(vulnerable("two", Severity.LOW, Severity.LOW), vulnerable("one", Severity.LOW)))
                .isEqualTo(vulnerable("two", Severity.LOW, Severity.LOW));
    }

    @Test
    void theWorstMutationsWereDetectedLeast() {
        assertThat(worst(mutations(8), mutations(3), mutations(9))).isEqualTo(mutations(3));
    }

    @Test
    void aToolThatDidNotDoItsWorkIsWorst() {
        var broken = failed(coverage(100));

        assertThat(worst(coverage(1), broken, coverage(50))).isEqualTo(broken);
    }

    @Test
    void ofReportsThatAreAlikeInTheirFiguresTheSmallestDigestCounts() {
        var one = coverage(100, Map.of("a", List.of(1)));
        var other = coverage(100, Map.of("b", List.of(1)));
        var smallest = one.source().report().compareTo(other.source().report()) < 0 ? one : other;

        assertThat(worst(one, other)).isEqualTo(smallest);
        assertThat(worst(other, one)).isEqualTo(smallest);
    }

    @Test
    void theLatestIsWhatWasReceivedLastAndNotWhatCameLast() {
        var late = commitBuild(1).at(TEN.plusSeconds(60)).with(coverage(60));
        var early = commitBuild(1).at(TEN).with(coverage(90));

        assertThat(latest(late, early)).isEqualTo(coverage(60));
        assertThat(latest(early, late)).isEqualTo(coverage(60));
    }

    @Test
    void whatIsRepeatedLaterStaysAsOldAsItWas() {
        var early = commitBuild(1).at(TEN).with(coverage(90));
        var late = commitBuild(1).at(TEN.plusSeconds(60)).with(coverage(60));

        assertThat(latest(early, late, early.at(TEN.plusSeconds(600)))).isEqualTo(coverage(60));
    }

    @Test
    void anEarlierReportThatIsSentOnceMoreIsTheLatestAgain() {
        var early = commitBuild(1).at(TEN).with(coverage(90));
        var late = commitBuild(1).at(TEN.plusSeconds(60)).with(coverage(60));
        var again = commitBuild(1).at(TEN.plusSeconds(120)).with(coverage(90), audit(TEN));

        assertThat(latest(early, late, again)).isEqualTo(coverage(90));
    }

    @Test
    void reportsOfTheLatestUploadAreMerged() {
        var early = commitBuild(1).at(TEN).with(coverage(10));
        var late = commitBuild(1)
                .at(TEN.plusSeconds(60))
                .with(coverage(10, Map.of("a", List.of(1))), coverage(10, Map.of("a", List.of(2), "b", List.of(1))));

        assertThat(((CoverageEvidence) latest(early, late)).counted().linesCovered())
                .isEqualTo(3);
    }

    @Test
    void whereAllCameInOneUploadTheLatestAreAllOfThem() {
        var piece = piece(Kind.COVERAGE, coverage(60), coverage(90));

        assertThat(piece.by(Combine.LATEST)).isEqualTo(piece.by(Combine.MERGE));
        assertThat(piece.by(Combine.WORST).evidence()).isEqualTo(coverage(60));
    }

    @Test
    void ofUploadsOfOneMomentTheGreatestDigestCounts() {
        var one = commitBuild(1).at(TEN).with(coverage(60));
        var other = commitBuild(1).at(TEN).with(coverage(90));
        boolean second =
                coverage(60).source().report().compareTo(coverage(90).source().report()) < 0;

        assertThat(latest(one, other)).isEqualTo(latest(other, one)).isEqualTo(coverage(second ? 90 : 60));
    }

    @Test
    void aChoiceNamesTheRecordThatItCameIn() {
        var one = commitBuild(1).at(TEN).with(coverage(60));
        var other = commitBuild(1).at(TEN.plusSeconds(1)).with(coverage(90));

        var piece = piece(one, other);

        assertThat(piece.by(Combine.WORST).record()).isEqualTo(one.upload().digest());
        assertThat(piece.by(Combine.LATEST).record()).isEqualTo(other.upload().digest());
        assertThat(piece.record()).isNotIn(one.upload().digest(), other.upload().digest());
    }

    @Test
    void settingsAndWhatElseIsAPartOfOneThingAreAlwaysMerged() {
        var settings = piece(Kind.settings("ruff"), ruffSettings("F401"), ruffSettings("S608"));

        assertThat(settings.choices()).isNull();
    }

    @Test
    void noInventoryIsWorseThanAnother() {
        var piece = piece(Kind.INVENTORY, inventory(1), inventory(2));

        assertThat(piece.by(Combine.WORST)).isEqualTo(piece.by(Combine.MERGE));
    }

    private static Evidence worst(Evidence... evidence) {
        var kind = evidence[0].kind();
        assertThat(List.of(evidence)).allMatch(one -> one.kind().equals(kind));
        return piece(kind, evidence).by(Combine.WORST).evidence();
    }

    private static Evidence latest(Given.Said... uploads) {
        return piece(uploads).by(Combine.LATEST).evidence();
    }

    private static Piece piece(Given.Said... uploads) {
        return piece(Kind.COVERAGE, Arrays.stream(uploads).map(Given.Said::upload));
    }

    private static Piece piece(Kind kind, Evidence... evidence) {
        return piece(kind, Stream.of(commitBuild(1).with(evidence).upload()));
    }

    private static Piece piece(Kind kind, Stream<Upload> uploads) {
        var all = uploads.reduce(Uploads.NONE, Uploads::with, (_, last) -> last);
        return Objects.requireNonNull(AssembledBuild.of(all).evidence().get(kind));
    }

    private static CoverageEvidence failed(CoverageEvidence whole) {
        var source = whole.source();
        var run = new ToolRun("coverage.py", "7.6", 2, ToolRun.Success.FAILED, null, null, null);
        return new CoverageEvidence(
                whole.kind(),
                new Source(source.part(), source.report(), source.format(), source.reader(), run, source.notes()),
                whole.counted(),
                whole.declared(),
                whole.lines());
    }

    private static AuditEvidence vulnerable(String name, Severity... severities) {
        var open = Arrays.stream(severities)
                .map(severity -> new Vulnerability(
                        "CVE-2026-" + severity + Arrays.asList(severities).indexOf(severity),
                        List.of(),
                        name,
                        "1.0",
                        severity,
                        List.of()))
                .toList();
        return new AuditEvidence(
                Kind.AUDIT, source("audit.json", "pip-audit", "2.7", name), TEN, 9, List.of(), open, open.size());
    }

    private static MutationsEvidence mutations(int killed) {
        return new MutationsEvidence(
                Kind.MUTATIONS,
                source("mutations.xml", "pitest", "1.17", "killed " + killed),
                new MutationTotals(10, killed, 10 - killed, 0, 0, 0));
    }

    private static InventoryEvidence inventory(long component) {
        return new InventoryEvidence(
                Kind.INVENTORY,
                source("bom.json", "syft", "1.0", "component " + component),
                new InventoryEvidence.Specification("CycloneDX", "1.6"),
                1,
                new TreeMap<>(),
                Fingerprints.of(Set.of(component), Fingerprints.INVENTORY_LIMIT));
    }
}
