package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckersAndScansTest {
    @Test
    void summaryOfBiomeIsAnsweredWithBiomesOwnReporter() {
        ReportRefused refused = Samples.refusal("""
                reporter/violations \u2501\u2501\u2501\u2501\u2501\u2501\u2501\u2501

                  Rule Name                          Diagnostics
                  lint/suspicious/noDoubleEquals     2 (2 error(s), 0 warning(s), 0 info(s))

                Checked 2 files in 10ms. No fixes applied.
                Found 2 errors.
                """);

        assertThat(refused.what()).contains("biome found 2");
        assertThat(refused.fix()).contains("--reporter=json");
    }

    @Test
    void rowOfPhpstansTableBelongsToTheFileAboveIt() {
        List<Finding> findings = read("phpstan-table.txt").findings();

        assertThat(findings)
                .extracting(it -> it.path() + ":" + it.line())
                .containsExactly("src/A.php:3", "src/A.php:12", "src/T.php:7");
    }

    @Test
    void packageThatGosecCouldNotReadIsNoCleanRun() {
        Reading reading = Samples.read("""
                Results:

                Golang errors in file: [/x/a.go]:

                  > [line 1 : column 2] - expected 'package'


                Summary:
                  Gosec  : 2.18.0
                  Files  : 3
                  Issues : 0
                """);

        assertThat(success(reading)).isEqualTo(Success.FAILED);
    }

    @Test
    void issuesOfCodeClimateEndWithANullCharacter() {
        String lines = new String(Samples.resource("findings/codeclimate.jsonl"), StandardCharsets.UTF_8);

        Reading reading = Samples.read(lines.replace("\n", "\0"), Declared.NOTHING);

        assertThat(reading.figures().counted()).containsEntry("findings", 2L);
    }

    @Test
    void pageThatLighthouseCouldNotLoadIsNoCleanRun() {
        assertThat(success(read("lighthouse-failed.json"))).isEqualTo(Success.FAILED);
    }

    @Test
    void scoreSaysHowBadAnAuditIs() {
        assertThat(read("lighthouse.json").findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactlyInAnyOrder(
                        tuple("is-on-https", Severity.HIGH), tuple("first-contentful-paint", Severity.MEDIUM));
    }

    @Test
    void serversThatNobodyReachedAreNoCleanRun() {
        Reading reading = Samples.read("""
                {"server_scan_results": [{"server_location": {"hostname": "example.com"},
                 "scan_status": "ERROR_NO_CONNECTIVITY", "scan_result": null}]}""");

        assertThat(success(reading)).isEqualTo(Success.FAILED);
        assertThat(notes(reading)).anyMatch(note -> note.contains("example.com was not scanned"));
    }

    @Test
    void reportThatCountsResultsAndListsNoneIsRefused() {
        ReportRefused refused = Samples.refusal("""
                <report id="1" format_id="a"><report id="1"><result_count>3<full>3</full></result_count>
                <results start="1" max="100"/></report></report>""");

        assertThat(refused.what()).contains("counts 3 results and lists none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"server_scan_results\": {}}",
                "{\"server_scan_results\": [[]]}",
                "{\"lighthouseVersion\": \"12\", \"audits\": []}",
                "{\"lighthouseVersion\": \"12\", \"audits\": {\"a\": 1}}",
                "{\"lighthouseVersion\": \"12\", \"audits\": {\"a\": {\"score\": 1e999}}}",
                "{\"code_analysis\": {\"findings\": 7}, \"manifest_analysis\": {}}",
                "{\"code_analysis\": {}, \"manifest_analysis\": {\"manifest_findings\": \"none\"}}",
                "{\"Target\": {}, \"Vulnerabilities\": {}}",
                "{\"service\": \"StackHawk\", \"scanCompleted\": {}}",
                "- filepath: a.sql\n  violations: 7\n",
                "- filepath: a.sql\n  violations:\n  - description: x\n"
            })
    void whatIsOfAnotherTypeThanItMustBeIsRefused(String text) {
        ReportRefused refused = Samples.refusal(text);

        assertThat(refused.what()).isNotBlank().doesNotContain("format is not known");
        assertThat(refused.fix()).isNotBlank();
    }

    private static Reading read(String file) {
        return Samples.read(Samples.resource("findings/" + file), Declared.NOTHING);
    }

    private static Success success(Reading reading) {
        return Samples.only(Evidence.class, reading).source().tool().success();
    }

    private static List<String> notes(Reading reading) {
        return Samples.only(Evidence.class, reading).source().notes();
    }
}
