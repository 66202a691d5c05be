package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// LCOV tracefiles and Go cover profiles.
class LineReportsTest {
    @Test
    void recordsOfOneFileAreUnited() {
        var reading = read("""
            TN:unit
            SF:./a.c
            FN:1,f
            FNDA:0,f
            DA:1,0
            DA:2,4
            BRDA:1,0,0,-
            BRDA:1,0,1,2
            LF:2
            LH:1
            end_of_record
            TN:it
            SF:a.c
            FN:1,f
            FNDA:3,f
            DA:1,1
            DA:3,0
            BRDA:1,0,0,1
            LF:2
            LH:1
            end_of_record
            """);

        var coverage = only(CoverageEvidence.class, reading);
        assertThat(coverage.lines().files())
                .isEqualTo(Map.of(Fingerprints.hash("a.c"), Map.of(1, true, 2, true, 3, false)));
        assertThat(reading.figures().counted())
                .containsEntry("linesCovered", 2L)
                .containsEntry("linesTotal", 3L)
                .containsEntry("branchesCovered", 2L)
                .containsEntry("branchesTotal", 2L)
                .containsEntry("methodsCovered", 1L)
                .containsEntry("methodsTotal", 1L);
        assertThat(coverage.source().notes())
                .containsExactly(
                        "The report declares 2 of 4 lines; its details add up to 2 of 3 lines, which is what counts.");
    }

    @Test
    void branchesOfDifferentLinesAreNeverOne() {
        var branches = new StringBuilder("SF:a\n");
        for (int line = 1; line <= 64; line++) {
            for (int branch = 0; branch < 64; branch++) {
                branches.append("BRDA:%d,%d,%d,1%n".formatted(line, branch, 63 - branch));
            }
        }

        assertThat(read(branches + "end_of_record\n").figures().counted()).containsEntry("branchesTotal", 64L * 64);
    }

    @Test
    void formsOfLcov2AreRead() {
        var reading = read("""
            SF:a.c
            FNL:0,1,9
            FNA:0,2,f
            FNL:1,10,12
            FNA:1,0,g
            BRDA:4,e0,x > 1, y,1
            DA:4,1,checksum
            end_of_record
            """);
        assertThat(reading.figures().counted())
                .containsEntry("methodsCovered", 1L)
                .containsEntry("methodsTotal", 2L)
                .containsEntry("branchesCovered", 1L)
                .containsEntry("linesCovered", 1L);
    }

    @Test
    void countsThatAreOddAreNoHitsOrRefused() {
        var coverage = only(CoverageEvidence.class, read("SF:a\nDA:1,-3\nDA:2,99999999999999999999\nend_of_record\n"));
        assertThat(coverage.counted().linesCovered()).isEqualTo(1);
        assertThat(coverage.source().notes())
                .containsExactly("A negative count, such as in «1,-3», is read as not hit.");

        var refused = refusal("SF:a\nDA:1,many\nend_of_record\n");
        assertThat(refused.what()).isEqualTo("«many» in «1,many» is not a count.");
        assertThat(refused.where()).isEqualTo(new Where.Place(2, 1));
        assertThat(refusal("SF:a\nDA:-1,1\nend_of_record\n").what())
                .isEqualTo("«-1» in «-1,1» is not a whole number from 0.");
    }

    @Test
    void tracefileThatBreaksOffSaysSo() {
        var coverage = only(CoverageEvidence.class, read("SF:a\nDA:1,1\n"));
        assertThat(coverage.source().notes())
                .containsExactly("The last record has no end_of_record: the file may be cut off.");
    }

    @Test
    void blockThatIsListedTwiceIsOneBlock() {
        var reading = read("""
            mode: atomic
            acme/a.go:3.2,5.10 2 0
            acme/a.go:3.2,5.10 2 7
            mode: atomic
            acme/a.go:7.1,7.9 1 0
            """);
        assertThat(reading.figures().counted())
                .containsEntry("statementsCovered", 2L)
                .containsEntry("statementsTotal", 3L)
                .containsEntry("linesCovered", 3L)
                .containsEntry("linesTotal", 4L);
    }

    @Test
    void blockThatEndsBeforeItBeginsIsRefused() {
        assertThat(refusal("mode: set\na.go:5.1,4.2 1 1\n").what())
                .isEqualTo("A block ends on line 4, before it begins on line 5.");
        assertThat(refusal("mode: set\na.go\n").what())
                .isEqualTo("«a.go» is not written as file:line.column,line.column statements count.");
        assertThat(refusal("mode: often\na.go:5.1,6.2 1 1\n").what())
                .isEqualTo("The mode «mode: often» is not set, count or atomic.");
    }

    @Test
    void blockOfAThousandMillionLinesCostsNoMoreThanItsShare() {
        assertThat(refusal("mode: set\na.go:1.1,999999999.2 1 1\n").what())
                .isEqualTo("What must be kept of this file takes more than 64 MiB of memory.");
    }
}
