package dev.plumbline.ingest.report.format;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import org.junit.jupiter.api.Test;

class SarifReaderTest {
    private static final String LOG = "{\"version\":\"2.1.0\",\"runs\":[%s]}";

    private static String run(String tool, String rules, String rest) {
        return "{" + rest + (rest.isEmpty() ? "" : ",") + "\"tool\":{\"driver\":{\"name\":\"" + tool
                + "\",\"semanticVersion\":\"1.2.3\",\"version\":\"v1\",\"rules\":[" + rules + "]}}}";
    }

    private static FindingsEvidence results(String results, String rules) {
        return only(FindingsEvidence.class, read(LOG.formatted(run("Bandit", rules, "\"results\":[" + results + "]"))));
    }

    private static String result(String more) {
        return "{\"ruleId\":\"B1\",\"message\":{\"text\":\"bad\"}" + more + "}";
    }

    @Test
    void severalToolsGiveSeveralKindsAndRunsOfOneToolAreUnited() {
        var reading = read(LOG.formatted(run("Semgrep OSS", "", "\"results\":[" + result("") + "]") + ","
                + run("CodeQL", "", "\"results\":[]") + "," + run("CodeQL", "", "\"results\":[" + result("") + "]")));
        assertThat(reading.evidence())
                .extracting(Evidence::kind)
                .containsExactly(Kind.findings("semgrep-oss"), Kind.findings("codeql"));
        assertThat(((FindingsEvidence) reading.evidence().get(1)).open()).isEqualTo(1);
        assertThat(reading.findings()).hasSize(2);
    }

    @Test
    void declaredKindWinsAndAnotherToolIsAContradiction() {
        String log = LOG.formatted(run("Semgrep OSS", "", "\"results\":[]"));
        assertThat(only(FindingsEvidence.class, read(log, as("findings:semgrep")))
                        .kind())
                .isEqualTo(Kind.findings("semgrep"));
        assertThat(only(FindingsEvidence.class, read(log, as("secrets"))).kind())
                .isEqualTo(new Kind("secrets"));
        assertThat(refusal(log, as("findings:ruff")).what())
                .isEqualTo("The report was declared as findings:ruff, but it was written by Semgrep OSS.");
        assertThat(refusal(log, as("coverage")).what()).contains("which cannot be that");
    }

    @Test
    void lineEndsAndTabsThatNobodyEscapedAreReadAsTheyAre() {
        String log = LOG.formatted(run(
                "SonarQube",
                "",
                "\"newlineSequences\":[\"\r\n\",\"\n\"],\"results\":["
                        + result(",\"level\":\"warning\"").replace("bad", "bad\tcode") + "]"));

        assertThat(only(FindingsEvidence.class, read(log)).open()).isEqualTo(1);
    }

    @Test
    void resultIsSuppressedOnlyWhenNobodyDisputesIt() {
        var findings = results(
                result(",\"suppressions\":[{\"kind\":\"inSource\"}]") + ","
                        + result(",\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\"}]") + ","
                        + result(",\"suppressions\":[{\"status\":\"accepted\"},{\"status\":\"underReview\"}]") + ","
                        + result(",\"suppressions\":[{\"status\":\"rejected\"}]") + ","
                        + result(",\"suppressions\":[]"),
                "");
        assertThat(findings.suppressed()).isEqualTo(2);
        assertThat(findings.open()).isEqualTo(3);
    }

    @Test
    void onlyFailuresThatArePresentAreOpen() {
        var findings = results(
                result(",\"kind\":\"pass\"") + "," + result(",\"kind\":\"review\"") + ","
                        + result(",\"level\":\"none\"") + "," + result(",\"baselineState\":\"absent\"") + ","
                        + result(",\"baselineState\":\"unchanged\""),
                "");
        assertThat(findings.open()).isEqualTo(1);
        assertThat(findings.source().notes())
                .containsExactly(
                        "3 results find no fault (passed, informational, for review) and do not count as findings.",
                        "1 results are gone since the tool's baseline and do not count as findings.");
    }

    @Test
    void missingLevelIsTheRulesThenWarning() {
        String rules = "{\"id\":\"B1\",\"defaultConfiguration\":{\"level\":\"error\"}},{\"id\":\"B2\"},"
                + "{\"id\":\"B3\",\"properties\":{\"security-severity\":\"9.1\"}}";
        assertThat(severity(result(""), rules)).isEqualTo(Severity.HIGH);
        assertThat(severity(result(",\"level\":\"note\""), rules)).isEqualTo(Severity.LOW);
        assertThat(severity("{\"ruleIndex\":1,\"message\":{\"text\":\"x\"}}", rules))
                .isEqualTo(Severity.MEDIUM);
        assertThat(severity("{\"rule\":{\"index\":2},\"level\":\"note\",\"message\":{\"text\":\"x\"}}", rules))
                .isEqualTo(Severity.CRITICAL);
        assertThat(severity("{\"ruleId\":\"B1/sub\",\"message\":{\"text\":\"x\"}}", rules))
                .isEqualTo(Severity.HIGH);
    }

    private static Severity severity(String result, String rules) {
        return results(result, rules).groups().getFirst().severity();
    }

    @Test
    void failedInvocationFailsTheRun() {
        var failed = only(
                FindingsEvidence.class,
                read(
                        LOG.formatted(
                                run(
                                        "Bandit",
                                        "",
                                        "\"results\":[],\"invocations\":[{\"executionSuccessful\":false,\"exitCode\":2,"
                                                + "\"toolExecutionNotifications\":[{\"level\":\"error\",\"message\":{\"text\":\"x\"}}]}]"))));
        assertThat(failed.source().tool().success()).isEqualTo(Success.FAILED);
        assertThat(failed.source().tool().exitCode()).isEqualTo(2);
        assertThat(failed.source().tool().version()).isEqualTo("1.2.3");
        assertThat(failed.source().notes()).hasSize(2);
    }

    @Test
    void runWithoutResultsIsNotAClean() {
        var absent = only(FindingsEvidence.class, read(LOG.formatted(run("Bandit", "", ""))));
        assertThat(absent.source().tool().success()).isEqualTo(Success.FAILED);
        var none = only(FindingsEvidence.class, read(LOG.formatted(run("Bandit", "", "\"results\":null"))));
        assertThat(none.source().tool().success()).isEqualTo(Success.FAILED);
        assertThat(results("", "").source().tool().success()).isEqualTo(Success.UNSTATED);
    }

    @Test
    void listedRulesProveNothingUnlessTheyAreSaidToBeEnabled() {
        var findings = results(
                "",
                "{\"id\":\"B1\"},{\"id\":\"B2\",\"defaultConfiguration\":{\"enabled\":true}},"
                        + "{\"id\":\"B3\",\"defaultConfiguration\":{\"enabled\":false}}");
        assertThat(findings.enabledRules()).containsExactly("B2");
    }

    @Test
    void pathsLieBelowTheRootsThatTheRunNames() {
        var findings = only(
                FindingsEvidence.class,
                read(LOG.formatted(run(
                        "Bandit",
                        "",
                        "\"results\":["
                                + result(",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"index\":0},"
                                        + "\"region\":{\"startLine\":7}}}]")
                                + "],\"artifacts\":[{\"location\":{\"uri\":\"file:///w%20x/src/a.py\"}}],"
                                + "\"originalUriBaseIds\":{\"ROOT\":{\"uri\":\"file:///w%20x/\"}}"))));
        assertThat(findings.groups()).flatExtracting(FindingGroup::samples).hasToString("[src/a.py:7]");
    }

    @Test
    void logsThatSayNothingAreRefused() {
        assertThat(refusal(LOG.formatted("")).what())
                .isEqualTo("The SARIF log has no run: it does not say that any tool ran.");
        assertThat(refusal("{\"version\":\"2.0.0\",\"runs\":[]}").what())
                .isEqualTo("The SARIF version is «2.0.0», not 2.1.0.");
        assertThat(refusal(LOG.formatted(run("B", "", "\"externalPropertyFileReferences\":{\"results\":[]}")))
                        .what())
                .contains("keeps its results in another file");
        assertThat(refusal(LOG.formatted(run("B", "", "\"results\":{}"))).what())
                .isEqualTo("The value of results is an object, not a list.");
    }
}
