package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.ingest.report.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scanners of clusters, code and running sites: what is taken of an entry, and which entries are no
/// findings.
class ScannerReportsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            kube-bench.json             | 4.1.2                         | HIGH     | OPEN          | ''                     | 0
            kube-bench.json             | 4.1.3                         | MEDIUM   | OPEN          | ''                     | 0
            kube-hunter.json            | CAP_NET_RAW Enabled           | LOW      | OPEN          | ''                     | 0
            kubeaudit.jsonl             | LimitsNotSet                  | MEDIUM   | OPEN          | ''                     | 0
            kubesec.json                | CapSysAdmin                   | HIGH     | OPEN          | pod.yaml               | 0
            kubesec.json                | ApparmorAny                   | INFO     | OPEN          | pod.yaml               | 0
            kubescape.json              | C-0030                        | MEDIUM   | OPEN          | ''                     | 0
            kubescape.json              | C-0057                        | HIGH     | OPEN          | ''                     | 0
            polaris.json                | tagNotSpecified               | HIGH     | OPEN          | ''                     | 0
            polaris.json                | deploymentMissingReplicas     | MEDIUM   | OPEN          | ''                     | 0
            popeye.json                 | POP-206                       | HIGH     | OPEN          | ''                     | 0
            docker-bench.json           | 2.8                           | MEDIUM   | OPEN          | ''                     | 0
            docker-bench.json           | 1.1.2                         | INFO     | INFORMATIONAL | ''                     | 0
            trivy-operator-checks.json  | KSV014                        | LOW      | OPEN          | ''                     | 0
            snyk-iac.json               | SNYK-CC-TF-119                | MEDIUM   | OPEN          | main.tf                | 12
            snyk-iac.json               | SNYK-CC-TF-53                 | HIGH     | SUPPRESSED    | main.tf                | 30
            bearer-v2.json              | javascript_lang_dangerous_insert_html | CRITICAL | OPEN  | js/editing.js          | 581
            codechecker.json            | core.NullDereference          | HIGH     | SUPPRESSED    | src/pull.c             | 5
            checkmarx.json              | Client_DOM_Stored_XSS         | HIGH     | OPEN          | challenge8.js          | 7
            checkmarx.json              | Missing User Instruction      | HIGH     | SUPPRESSED    | Dockerfile             | 1
            veracode-pipeline.json      | CWE-89                        | HIGH     | OPEN          | com/example/Shop.java  | 166
            arachni.json                | xss                           | HIGH     | OPEN          | ''                     | 0
            wapiti.json                 | SQL Injection                 | CRITICAL | OPEN          | ''                     | 0
            burp.xml                    | 2097936                       | HIGH     | OPEN          | ''                     | 0
            nikto.xml                   | 999103                        | UNSTATED | OPEN          | ''                     | 0
            wapiti.xml                  | Internal Server Error         | MEDIUM   | OPEN          | ''                     | 0
            checkmarx.xml               | Missing_Header                | INFO     | OPEN          | src/Web.java           | 1
            xccdf.xml                   | xccdf_org.example_rule_sshd   | HIGH     | OPEN          | ''                     | 0
            xccdf-result.xml            | r1                            | HIGH     | OPEN          | ''                     | 0
            defectdojo.json             | CVE-2020-36234                | HIGH     | OPEN          | src/first.cpp          | 13
            defectdojo.json             | Old                           | LOW      | ABSENT        | ''                     | 0
            terraform-validate.json     | Missing required argument     | HIGH     | OPEN          | main.tf                | 7
            policy-report.json          | limit                         | MEDIUM   | OPEN          | ''                     | 0
            inspec.json                 | os-01                         | CRITICAL | OPEN          | ''                     | 0
            pluto.json                  | extensions/v1beta1 Ingress    | HIGH     | OPEN          | deploy/ingress.yaml    | 0
            legitify.json               | code_review_not_required      | HIGH     | OPEN          | ''                     | 0
            progpilot.json              | sql_injection                 | UNSTATED | OPEN          | src/Order.php          | 593
            progpilot.json              | MUST_VERIFY_DEFINITION        | UNSTATED | OPEN          | src/Order.php          | 461
            testssl.json                | LUCKY13                       | HIGH     | OPEN          | ''                     | 0
            ocsf.json                   | iam_no_root_access_key        | CRITICAL | SUPPRESSED    | ''                     | 0
            """)
    void entryHasRuleSeverityStateAndPlace(
            String file, String rule, String severity, String state, String path, int line) {
        List<Finding> found = read(file).findings().stream()
                .filter(it -> it.rule().equals(rule))
                .toList();

        assertThat(found).hasSize(1);
        Finding finding = found.getFirst();
        assertThat(finding.severity()).hasToString(severity);
        assertThat(finding.state()).hasToString(state);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.path()).endsWith(path);
    }

    @Test
    void entriesOfListsBySeverityHaveTheSeverityOfTheirList() {
        assertThat(read("bearer.json").findings())
                .extracting(it -> it.rule() + " " + it.severity())
                .containsExactlyInAnyOrder(
                        "javascript_lang_dangerous_insert_html HIGH", "ruby_lang_logger LOW", "ruby_lang_logger LOW");
    }

    @Test
    void resourceOfACheckIsNamed() {
        assertThat(read("polaris.json").findings())
                .extracting(Finding::message)
                .contains("Image tag should be specified (Deployment default shop)");
        assertThat(read("popeye.json").findings())
                .extracting(Finding::message)
                .contains("Pod has no associated PodDisruptionBudget (default/shop)");
    }

    /// Android Lint's root element has the same name as Burp's.
    @Test
    void issuesOfBurpAreNoneOfAndroidLint() {
        assertThat(read("burp.xml").findings()).extracting(Finding::tool).containsOnly("burp");
        assertThat(read("android-lint.xml").findings())
                .extracting(Finding::tool)
                .containsOnly("android-lint");
    }

    /// The root element of Boost.Test's report has the same name.
    @Test
    void rulesWithoutResultsAreNoCleanReport() {
        var refused = Samples.refusal(
                "<Benchmark xmlns=\"http://checklists.nist.gov/xccdf/1.2\" id=\"b\"><Rule id=\"r\"/></Benchmark>");

        assertThat(refused.what()).contains("rules and no results");
    }

    @Test
    void passedChecksAreNoFindings() {
        assertThat(read("kube-bench-old.json").findings())
                .extracting(Finding::rule)
                .containsExactly("4.2.6");
        assertThat(read("testssl.json").findings()).extracting(Finding::rule).doesNotContain("SSLv3", "service");
        assertThat(read("ocsf.json").findings()).extracting(Finding::rule).doesNotContain("iam_password_policy");
    }

    private static Reading read(String file) {
        return Samples.read(Samples.resource("findings/" + file), Declared.NOTHING);
    }
}
