package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoberturaReaderTest {
    private static final String ROOT =
            "<coverage line-rate=\"1\"%s><packages><package><classes>%s</classes></package></packages></coverage>";

    @Test
    void coveragePyIsNamedWithItsVersion() {
        var coverage =
                only(CoverageEvidence.class, read(corpus("cobertura-coveragepy/cv-coverage.xml"), Declared.NOTHING));
        assertThat(coverage.source().tool().name()).isEqualTo("coverage.py");
        assertThat(coverage.source().tool().version()).isEqualTo("5.0a2");
        assertThat(coverage.source().reader()).isEqualTo("cobertura@1");
        assertThat(coverage.source().notes()).isEmpty();
        assertThat(coverage.lines().files())
                .isEqualTo(Map.of(Fingerprints.hash("y.py"), Map.of(1, true, 2, true, 3, true, 5, false, 7, true)));
    }

    @Test
    void differenceBetweenDeclaredAndCountedIsNoted() {
        var coverage = only(
                CoverageEvidence.class, read(corpus("cobertura-coveragepy/cm-cobertura-python.xml"), Declared.NOTHING));
        assertThat(coverage.source().notes())
                .containsExactly(
                        "The report declares 396 of 475 branches; its details add up to 4 of 4 branches, which is what"
                                + " counts.",
                        "The report declares 2514 of 2661 lines; its details add up to 19 of 19 lines, which is what"
                                + " counts.");
    }

    @Test
    void lineListedTwiceIsOneLineWithItsBestBranches() {
        var coverage = only(
                CoverageEvidence.class,
                read(ROOT.formatted(
                        "",
                        "<class filename=\"a.py\"><lines><line number=\"1\" hits=\"0\" condition-coverage=\"0%"
                                + " (0/2)\"/></lines></class><class filename=\"./a.py\"><lines><line number=\"1\""
                                + " hits=\"3\" condition-coverage=\"50% (1/2)\"/><line number=\"2\""
                                + " hits=\"0\"/></lines></class>")));
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
        assertThat(coverage.counted().linesTotal()).isEqualTo(2);
        assertThat(coverage.counted().branchesCovered()).isEqualTo(1);
        assertThat(coverage.counted().branchesTotal()).isEqualTo(2);
        assertThat(coverage.counted().files()).isEqualTo(1);
    }

    @Test
    void linesOfMethodsCountWhereTheClassHasNone() {
        var coverage = only(
                CoverageEvidence.class,
                read(ROOT.formatted(
                        "",
                        "<class filename=\"a\"><methods><method><lines><line number=\"4\""
                                + " hits=\"1\"/></lines></method></methods></class>")));
        assertThat(coverage.counted().linesTotal()).isEqualTo(1);
    }

    @Test
    void typePrecisionOfMypyIsNeverTestCoverage() {
        var refused = refusal(
                "<coverage timestamp=\"1\" version=\"1.0.1\" line-rate=\"0.9\""
                        + " branch-rate=\"0\"><packages><package><classes><class filename=\"a.py\"><methods/><lines>\n"
                        + "<line branch=\"false\" hits=\"1\" number=\"1\" precision=\"precise\"/>"
                        + "</lines></class></classes></package></packages></coverage>",
                as("coverage"));
        assertThat(refused.what())
                .isEqualTo("This is mypy's type precision in the form of a Cobertura report, not test coverage.");
    }

    @Test
    void impossibleFiguresAreRefusedWithTheirPlace() {
        assertThat(refusal(ROOT.formatted(
                                "", "<class filename=\"a\"><lines><line number=\"-1\" hits=\"1\"/></lines></class>"))
                        .what())
                .isEqualTo("The attribute number=\"-1\" of <line> is not a whole number from 0 to 2147483647.");
        assertThat(refusal(ROOT.formatted(
                                "", "<class filename=\"a\"><lines><line number=\"1\" hits=\"no\"/></lines></class>"))
                        .what())
                .isEqualTo("The attribute hits=\"no\" of a <line> is not a count.");
        assertThat(refusal(ROOT.formatted(
                                "",
                                "<class filename=\"a\"><lines><line number=\"1\" hits=\"1\""
                                        + " condition-coverage=\"(3/2)\"/></lines></class>"))
                        .what())
                .isEqualTo("A <line> has more branches covered than there are: (3/2).");
    }

    @Test
    void hitsPast64BitsAreHits() {
        var coverage = only(
                CoverageEvidence.class,
                read(ROOT.formatted(
                        "",
                        "<class filename=\"a\"><lines><line number=\"1\""
                                + " hits=\"99999999999999999999\"/></lines></class>")));
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
    }

    /// Coverlet's counters run over 32 bits.
    @Test
    void countBelowZeroIsNoHitAndSaysSo() {
        var coverage = only(CoverageEvidence.class, read("""
            <coverage line-rate="1"><packages><package><classes><class filename="a.cs"><lines>
            <line number="1" hits="-2147483000"/><line number="2" hits="1"/></lines></class></classes></package></packages></coverage>
            """));
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
        assertThat(coverage.counted().linesTotal()).isEqualTo(2);
        assertThat(coverage.source().notes())
                .containsExactly("A negative count, such as hits=\"-2147483000\", is read as not hit.");
    }

    @Test
    void classWithoutASourceDoesNotCostTheWholeReport() {
        var coverage = only(CoverageEvidence.class, read("""
            <coverage line-rate="0.5" version="1.9"><packages><package name="Shop"><classes>
            <class name="Shop.Generated" filename=""><lines><line number="1" hits="0"/></lines></class>
            <class name="Shop.Cart" filename="Cart.cs"><lines><line number="1" hits="2"/></lines></class>
            </classes></package></packages></coverage>\
            """));
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
        assertThat(coverage.counted().linesTotal()).isEqualTo(2);
        assertThat(coverage.source().notes())
                .containsExactly("The class «Shop.Generated» has no filename; its name stands for one.");
    }
}
