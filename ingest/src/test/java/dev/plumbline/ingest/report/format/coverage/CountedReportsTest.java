package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.MutationsEvidence;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Formats that count by themselves, or list more than they count.
class CountedReportsTest {
    private static final String JACOCO =
            "<?xml version=\"1.0\"?><!DOCTYPE report PUBLIC \"-//JACOCO//DTD Report 1.1//EN\" \"report.dtd\"><report"
                    + " name=\"all\"><sessioninfo id=\"b\" start=\"2000\" dump=\"3000\"/><sessioninfo id=\"a\""
                    + " start=\"1000\" dump=\"2500\"/>%s</report>";

    @Test
    void jacocoGroupsMayLieInsideOneAnotherAndOnlyTheRootCounts() {
        var reading = read(JACOCO.formatted("""
            <group name="outer"><group name="inner"><package name="acme"><sourcefile name="A.java">
            <line nr="3" mi="0" ci="2" mb="1" cb="1"/><line nr="4" mi="5" ci="0" mb="0" cb="0"/>
            <counter type="LINE" missed="1" covered="1"/></sourcefile><counter type="LINE" missed="1" covered="1"/></package>
            <counter type="LINE" missed="1" covered="1"/></group><counter type="LINE" missed="1" covered="1"/></group>
            <counter type="INSTRUCTION" missed="5" covered="2"/><counter type="BRANCH" missed="1" covered="1"/>
            <counter type="LINE" missed="1" covered="1"/><counter type="CLASS" missed="0" covered="1"/>\
            """));

        var coverage = only(CoverageEvidence.class, reading);
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
        assertThat(coverage.counted().linesTotal()).isEqualTo(2);
        assertThat(coverage.lines().files())
                .isEqualTo(Map.of(Fingerprints.hash("acme/A.java"), Map.of(3, true, 4, false)));
        assertThat(coverage.source().tool().startedAt()).isEqualTo(Instant.ofEpochMilli(1_000));
        assertThat(coverage.source().tool().finishedAt()).isEqualTo(Instant.ofEpochMilli(3_000));
        assertThat(coverage.source().notes()).isEmpty();
        assertThat(reading.figures().counted())
                .containsEntry("instructionsTotal", 7L)
                .containsEntry("branchesTotal", 2L)
                .containsEntry("classesCovered", 1L);
    }

    @Test
    void jacocoLinesStandInForACounterAndADifferenceIsNoted() {
        String file = "<package name=\"p\"><sourcefile name=\"A.java\"><line nr=\"1\" mi=\"0\" ci=\"1\" mb=\"0\""
                + " cb=\"0\"/></sourcefile></package>";
        var without = only(CoverageEvidence.class, read(JACOCO.formatted(file)));
        assertThat(without.counted().linesCovered()).isEqualTo(1);

        var other = only(
                CoverageEvidence.class,
                read(JACOCO.formatted(file + "<counter type=\"LINE\" missed=\"4\" covered=\"5\"/>")));
        assertThat(other.counted().linesTotal()).isEqualTo(9);
        assertThat(other.source().notes())
                .containsExactly(
                        "The report counts 5 of 9 lines, which is what counts; its details add up to 1 of 1 lines.");
    }

    @Test
    void reportThatListsNothingCountsNothingOfAllThatItsFormatCounts() {
        assertThat(read(JACOCO.formatted("")).figures().counted())
                .containsEntry("instructionsTotal", 0L)
                .containsEntry("methodsCovered", 0L)
                .containsEntry("classesTotal", 0L);
        assertThat(read("<CoverageSession><Modules/></CoverageSession>")
                        .figures()
                        .counted())
                .containsEntry("statementsTotal", 0L)
                .containsEntry("methodsTotal", 0L);
        assertThat(read("mode: set\n").figures().counted()).containsEntry("statementsCovered", 0L);
        assertThat(read("SF:a.js\nFNF:0\nFNH:0\nend_of_record\n").figures().counted())
                .containsEntry("methodsTotal", 0L);
        assertThat(read("SF:a.js\nDA:1,1\nend_of_record\n").figures().counted()).doesNotContainKey("methodsTotal");
    }

    @Test
    void methodThatOpenCoverLeftOutIsNotCounted() {
        var reading = read("""
            <CoverageSession><Modules><Module><Files><File uid="1" fullPath="a.cs"/></Files><Classes><Class><Methods>
            <Method visited="true"><FileRef uid="1"/><SequencePoints><SequencePoint vc="1" sl="3" sc="1" el="3" ec="9"
            fileid="1"/></SequencePoints></Method><Method skippedDueTo="Attribute" visited="false"/>
            </Methods></Class></Classes></Module></Modules></CoverageSession>
            """);
        assertThat(reading.figures().counted())
                .containsEntry("methodsCovered", 1L)
                .containsEntry("methodsTotal", 1L);
    }

    @Test
    void summaryWithoutLinesIsNeverUnited() {
        var coverage =
                only(CoverageEvidence.class, read(resource("report/coverage/istanbul-summary.json"), Declared.NOTHING));
        assertThat(coverage.lines().truncated()).isTrue();
    }

    @Test
    void llvmSegmentsGiveTheLinesThatTheToolCounts() {
        var coverage = only(CoverageEvidence.class, read(resource("report/coverage/llvm-cov.json"), Declared.NOTHING));
        assertThat(coverage.lines().files())
                .isEqualTo(Map.of(
                        Fingerprints.hash("/home/ci/sample/a.cc"),
                        Map.of(1, true, 2, true, 3, true, 4, true, 5, true, 6, true, 9, false, 10, false, 11, false)));
    }

    @Test
    void openCoverPointWithoutAFileOfItsOwnBelongsToItsMethod() {
        var coverage = only(CoverageEvidence.class, read(resource("report/coverage/opencover.xml"), Declared.NOTHING));
        assertThat(coverage.lines().files())
                .isEqualTo(Map.of(
                        Fingerprints.hash("C:/sample/A.cs"),
                        Map.of(5, true, 6, false, 9, true),
                        Fingerprints.hash("C:/sample/B.cs"),
                        Map.of(3, false)));
    }

    @Test
    void coveragePyCountsStatementsAndNotDocstrings() {
        var coverage = only(CoverageEvidence.class, read("""
            {"meta": {"version": "7.6.1", "branch_coverage": true}, "files": {"a.py": {"executed_lines": [1, 2, 3],
             "summary": {"covered_lines": 2, "num_statements": 3, "missing_lines": 1, "num_branches": 2, "covered_branches": 1},
             "missing_lines": [5], "executed_branches": [[2, 3]], "missing_branches": [[2, -1]],
             "functions": {"f": {"executed_lines": [99]}}}},
             "totals": {"covered_lines": 2, "num_statements": 3, "num_branches": 2, "covered_branches": 1}}\
            """));
        assertThat(coverage.counted().linesCovered()).isEqualTo(2);
        assertThat(coverage.counted().linesTotal()).isEqualTo(3);
        assertThat(coverage.counted().branchesTotal()).isEqualTo(2);
        assertThat(coverage.declared()).isNotNull();
        assertThat(coverage.source().tool().version()).isEqualTo("7.6.1");
        assertThat(coverage.source().notes()).hasSize(1).first().asString().contains("docstrings");
    }

    @Test
    void moreCoveredThanThereIsIsRefused() {
        assertThat(refusal("<Root CoveredStatements=\"4\" TotalStatements=\"3\"/>")
                        .what())
                .isEqualTo("The root element is not <Root> with CoveredStatements of TotalStatements.");
        assertThat(refusal("<coverage clover=\"4\"><project><metrics statements=\"1\""
                                + " coveredstatements=\"2\"/></project></coverage>")
                        .what())
                .isEqualTo("The <metrics> of the project have more statements covered than there are: 2 of 1.");
        assertThat(refusal("""
            {"total": {"lines": {"total": 1, "covered": 2, "pct": 200}, "statements": {"total": 1, "covered": 1}}}\
            """).what())
                .isEqualTo("The report" + " counts" + " 2 of" + " 1 lines:" + " more" + " than" + " there" + " are.");
    }

    @Test
    void mutantsAreCountedByWhatBecameOfThem() {
        var mutations = only(MutationsEvidence.class, read("""
            <mutations><mutation detected="true" status="KILLED"><sourceFile>A.java</sourceFile></mutation>
            <mutation detected="true" status="TIMED_OUT"/><mutation detected="true" status="MEMORY_ERROR"/>
            <mutation detected="false" status="SURVIVED"/><mutation detected="false" status="NO_COVERAGE"/>
            <mutation detected="true" status="NON_VIABLE"/><mutation detected="true" status="RUN_ERROR"/>
            <mutation detected="false" status="ODD"/></mutations>\
            """));
        assertThat(mutations.totals().total()).isEqualTo(8);
        assertThat(mutations.totals().detected()).isEqualTo(3);
        assertThat(mutations.totals().errors()).isEqualTo(2);
        assertThat(mutations.source().notes())
                .containsExactly("Mutants of the unknown status «ODD» count in the total only.");
    }

    @Test
    void mutantsThatAreNoListArePassedOver() {
        var mutations = only(MutationsEvidence.class, read("""
            {"schemaVersion": "1", "thresholds": {"high": 80, "low": 60}, "files": {
             "a.js": {"language": "javascript", "mutants": [{"id": "1", "status": "Killed"}]},
             "b.js": {"language": "javascript", "mutants": {"1": "Killed"}}}}\
            """));
        assertThat(mutations.totals().total()).isEqualTo(1);
        assertThat(mutations.source().notes()).containsExactly("The mutants of b.js are no list.");
    }

    @Test
    void packagesInsideOfTheProjectsMetricsAreRead() {
        var coverage = only(CoverageEvidence.class, read("""
            <coverage generated="1" clover="3.2.0"><project name="All files">
            <metrics statements="3" coveredstatements="2" conditionals="0" coveredconditionals="0" methods="1"
             coveredmethods="1" elements="4" coveredelements="3">
            <package name="src"><metrics statements="3" coveredstatements="2"/><file name="a.ts" path="src/a.ts">
            <line num="1" count="1" type="stmt"/><line num="4" count="2" type="stmt"/>
            <line num="5" count="0" type="stmt"/></file></package></metrics></project></coverage>\
            """));
        assertThat(coverage.counted().linesCovered()).isEqualTo(2);
        assertThat(coverage.counted().linesTotal()).isEqualTo(3);
    }

    @Test
    void coverageCannotBeDeclaredAsTests() {
        assertThat(refusal(resource("report/coverage/scoverage.xml"), as("tests:unit"))
                        .what())
                .isEqualTo(
                        "The report was declared as tests:unit, but it is an scoverage report, which cannot be that.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<coverage version=\"1\"/>",
                "<?xml version='1.0'?><coverage version='1'>\n</coverage>",
                "<coverage version=\"1\"><file path=\"a.c\"/><file path=\"b.c\"></file></coverage>"
            })
    void sonarCoverageWithoutALineIsReadAsNoLine(String report) {
        var reading = read(report);

        assertThat(only(CoverageEvidence.class, reading).source().format().id()).isEqualTo("sonar-coverage-xml");
        assertThat(reading.figures().counted()).containsEntry("linesTotal", 0L);
        assertThat(only(CoverageEvidence.class, reading).source().notes()).contains("The report lists no line.");
    }

    /// PHPUnit writes the metrics of a file behind its lines: a long file without classes has none in the
    /// head.
    @Test
    void cloverIsKnownBeforeTheFirstMetrics() {
        var reading = read("""
            <coverage generated="1"><project timestamp="1"><file name="a.php">
            <line num="1" type="stmt" count="1"/>%s
            <metrics statements="2" coveredstatements="1"/></file></project></coverage>
            """.formatted("\n<line num=\"2\" type=\"stmt\" count=\"0\"/>".repeat(9000)));

        assertThat(only(CoverageEvidence.class, reading).source().format().id()).isEqualTo("clover");
        assertThat(reading.figures().counted())
                .containsEntry("linesCovered", 1L)
                .containsEntry("linesTotal", 2L);
    }
}
