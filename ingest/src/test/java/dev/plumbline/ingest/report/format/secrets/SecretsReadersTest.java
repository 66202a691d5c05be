package dev.plumbline.ingest.report.format.secrets;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsReadersTest {
    @ParameterizedTest
    @ValueSource(strings = {"trufflehog-v2.jsonl", "trufflehog-v3.jsonl", "trufflehog3.json", "gitlab-secrets.json"})
    void secretIsNeverTakenFromAFile(String file) {
        var reading = read(resource("report/secrets/" + file), Declared.NOTHING);

        assertThat(reading.evidence() + " " + reading.findings()).doesNotContain("not-a-");
        assertThat(only(FindingsEvidence.class, reading).source().notes())
                .anySatisfy(note -> assertThat(note).contains("shows secrets as they are"));
    }

    @Test
    void secretOfGitleaksIsNeverTakenNorItsHashOfDetectSecrets() {
        var gitleaks = read(corpus("gitleaks-json/dd-data_many.json"), Declared.NOTHING);
        var baseline = read(corpus("detect-secrets-json/dd-many_findings.json"), Declared.NOTHING);

        assertThat(gitleaks.evidence() + " " + gitleaks.findings()).doesNotContain("c77e01c1e8", "us11");
        assertThat(baseline.evidence() + " " + baseline.findings()).doesNotContain("bd564db5d5");
    }

    @Test
    void redactedReportIsNotCalledPlain() {
        var evidence = only(FindingsEvidence.class, read(resource("report/secrets/gitleaks.csv"), Declared.NOTHING));
        var json = only(FindingsEvidence.class, read("""
                [{"RuleID": "aws", "Description": "AWS", "File": "a.tf", "StartLine": 2, "Secret": "REDACTED"}]"""));

        assertThat(evidence.source().notes()).isEmpty();
        assertThat(json.source().notes()).isEmpty();
        assertThat(json.groups()).singleElement().satisfies(group -> {
            assertThat(group.rule()).isEqualTo("aws");
            assertThat(group.samples().getFirst().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", " null \n", "[]"})
    void nothingFoundIsCleanOnlyWhenSecretsAreDeclared(String file) {
        var evidence = only(FindingsEvidence.class, read(file, as("secrets")));

        assertThat(evidence.open()).isZero();
        assertThat(evidence.source().tool().name()).isEqualTo("gitleaks");
        assertThat(refusal(file).fix()).contains("Declare");
    }

    @Test
    void emptyFileIsCleanOnlyForTruffleHog() {
        var named = new Declared(null, null, new DeclaredTool("trufflehog", "3.88.0", 0, null, null, null));

        assertThat(only(FindingsEvidence.class, read("", named)).open()).isZero();
        assertThat(refusal("", as("secrets")).what()).contains("empty");
    }

    @Test
    void whatWasAuditedAsNoSecretIsSuppressed() {
        var evidence = only(
                FindingsEvidence.class, read(corpus("detect-secrets-json/dd-many_findings.json"), Declared.NOTHING));

        assertThat(evidence.open()).isEqualTo(3);
        assertThat(evidence.suppressed()).isEqualTo(1);
    }

    @Test
    void secretThatWorksIsCritical() {
        var evidence =
                only(FindingsEvidence.class, read(resource("report/secrets/trufflehog-v3.jsonl"), Declared.NOTHING));

        assertThat(evidence.groups())
                .filteredOn(group -> group.severity() == Severity.CRITICAL)
                .extracting(FindingGroup::rule)
                .containsExactly("AWS");
    }

    @Test
    void scanOfGitlabThatFailedIsNoCleanOne() {
        var evidence = only(FindingsEvidence.class, read("""
                {"version": "15.0.7", "vulnerabilities": [], "scan": {"type": "secret_detection", "status": "failure"}}"""));

        assertThat(evidence.source().tool().success()).isEqualTo(Success.FAILED);
    }

    @Test
    void scanOfGgshieldWithErrorsFailed() {
        var evidence = only(FindingsEvidence.class, read("""
                {"id": "a", "type": "path", "total_incidents": 0, "total_occurrences": 0,
                 "errors": [{"files": [], "description": "quota exceeded"}]}"""));

        assertThat(evidence.source().tool().failed()).isTrue();
        assertThat(evidence.source().notes()).singleElement().asString().contains("quota exceeded");
    }

    @Test
    void listOfReasonsAndStringsIsOfTrufflehog3() {
        var evidence = only(FindingsEvidence.class, read("""
                [{"date": "2021-03-01 10:00:00", "path": "src/key.py", "branch": "main", "commit": "Add key",
                  "commitHash": "a1", "reason": "High entropy", "stringsFound": ["abc"]}]"""));

        assertThat(evidence.source().format().id()).isEqualTo("trufflehog3-json");
        assertThat(evidence.groups()).extracting(FindingGroup::rule).containsExactly("High entropy");
    }

    @Test
    void entryWithoutARuleIsRefusedAtItsPlace() {
        var refused = refusal("[{\"RuleID\": null, \"File\": \"a\"}]");

        assertThat(refused.what()).contains("does not say what was found");
        assertThat(refused.where()).asString().contains("line 1");
    }

    @Test
    void openQuoteInATableIsRefused() {
        assertThat(refusal("RuleID,File,StartLine\na,\"b,3\n").what()).contains("quote");
        assertThat(refusal("RuleID,File,StartLine\na\n").what()).contains("too few columns");
    }
}
