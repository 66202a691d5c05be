package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedFilesTest {
    private static final String SUITE = "<testsuite name='a'><testcase name='x'/></testsuite>";
    private static final String CHECKSTYLE =
            "<checkstyle version='8'><file name='a'><error line='1' severity='error' message='m' source='s'/></file></checkstyle>";
    private static final String COBERTURA =
            "<coverage lines-valid='1' lines-covered='1'><packages><package name='p'><classes><class name='c' filename='a.py'>"
                    + "<lines><line number='1' hits='1'/></lines></class></classes></package></packages></coverage>";
    private static final String TRX =
            "<TestRun xmlns='http://microsoft.com/schemas/VisualStudio/TeamTest/2010'><Results><UnitTestResult testName='a' "
                    + "outcome='Passed'/></Results></TestRun>";

    /// As `cat *.xml > report.xml` makes it: the first alone would count.
    @ParameterizedTest
    @ValueSource(strings = {SUITE, CHECKSTYLE, COBERTURA, TRX})
    void reportsThatWereJoinedIntoOneFileAreRefused(String report) {
        String declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

        assertThat(Samples.read(declaration + report).evidence()).hasSize(1);
        for (String joined : new String[] {
            declaration + report + "\n" + declaration + report,
            report + report,
            report + "\n<!-- the next -->\n" + report
        }) {
            assertThat(Samples.refusal(joined).what()).isEqualTo("Behind the end of the report another one begins.");
        }
    }

    @Test
    void declarationBehindAnEmptyLineIsAnsweredAsSuch() {
        assertThat(Samples.refusal("\n<?xml version=\"1.0\"?>" + SUITE).what())
                .contains("Something stands before the XML declaration");
    }

    @Test
    void whatAToolLogsBehindItsReportHarmsNothing() {
        for (String behind : new String[] {"\n<!-- made in 3 s -->\n", "\nDone in 3s & more\n", "\n\0\0"}) {
            assertThat(Samples.read(SUITE + behind).figures().counted()).containsEntry("tests", 1L);
        }
    }
}
