package dev.plumbline.ingest.report.format.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Audits whose entries lie in lists: what is taken of an entry.
class ListedAuditsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            twistcli            | CVE-2024-22195       | jinja2                     | 3.1.2            | MEDIUM   | 3.1.3
            anchore             | CVE-2023-45853       | zlib1g                     | 1:1.2.13         | INFO     | 1:1.2.13.dfsg-1
            clair-scanner       | CVE-2019-5094        | e2fsprogs                  | 1.42.13          | CRITICAL | ''
            clair-4             | CVE-2011-3374        | apt                        | ''               | UNSTATED | 2.7
            clair-layer         | CVE-2014-9471        | coreutils                  | 8.23-4           | LOW      | 9.23-5
            klar                | RHSA-2019:0109       | perl-libs                  | 4:5.16.3-293.el7 | HIGH     | 4:5.16.3-294.el7_6
            harbor              | CVE-2011-3374        | apt                        | 2.6.1            | LOW      | ''
            aqua                | CVE-2019-14697       | musl                       | 1.1.20-r4        | HIGH     | 1.1.20-r5
            trivy-operator      | CVE-2023-23914       | curl                       | 7.87.0-r1        | CRITICAL | 7.87.0-r2
            aws-ecr             | CVE-2019-5188        | e2fsprogs                  | 1.44.1-1ubuntu1.1 | MEDIUM  | ''
            aws-ecr-enhanced    | CVE-2023-45853       | zlib                       | 1.2.13           | HIGH     | 1.3
            google-artifacts    | CVE-2019-11358       | jquery                     | 3.3.1            | MEDIUM   | 3.4.0
            bun                 | GHSA-w9mr-4mfr-499f  | ms                         | ''               | MEDIUM   | ''
            symfony-security    | CVE-2022-1           | symfony/http-foundation    | v5.4.2           | UNSTATED | ''
            oss-index           | CVE-2015-9244        | mysql                      | 2.0.0            | MEDIUM   | ''
            dependency-review   | GHSA-w9mr-4mfr-499f  | ms                         | 0.7.0            | MEDIUM   | ''
            github-alerts       | GHSA-35jh-r3h4-6jhm  | lodash                     | 4.17.20          | CRITICAL | 4.17.21
            sonatype-iq         | CVE-2016-2402        | com.squareup.okhttp:okhttp | 2.6.0            | MEDIUM   | ''
            mend                | CVE-2019-9658        | checkstyle                 | 8.15             | HIGH     | Upgrade To Version checkstyle-8.18
            meterian            | 8be36211             | date-and-time              | 0.6.3            | LOW      | 0.14.2
            blackduck           | BDSA-2017-2907       | Angular                    | 1.4.7            | HIGH     | ''
            jfrog-simple        | XRAY-203335          | github.com/golang/go       | 1.17.7           | CRITICAL | ''
            jfrog-scan          | CVE-2014-0114        | shop:core                  | 1.0.0            | HIGH     | ''
            xray-report         | XRAY-1               | libx11                     | 2:1.8.4          | HIGH     | ''
            xray-issues         | CVE-2018-14600       | libx11                     | 2:1.6.4-3        | HIGH     | ≥ 2:1.6.4-3+deb9u1
            xray-summary        | CVE-2021-1           | openssl                    | 1.1.1k-r0        | LOW      | 1.1.1l-r0
            """)
    void entryHasNamePackageSeverityAndFix(
            String file, String id, String packageName, String version, String severity, String fixed) {
        var found = audit(file).vulnerabilities().stream()
                .filter(it -> it.id().equals(id))
                .toList();

        assertThat(found).extracting(Vulnerability::packageName).containsExactly(packageName);
        assertThat(found.getFirst().version()).isEqualTo(version);
        assertThat(found.getFirst().severity()).hasToString(severity);
        assertThat(String.join(", ", found.getFirst().fixVersions())).isEqualTo(fixed);
    }

    @Test
    void otherNamesOfAVulnerabilityAreKept() {
        assertThat(audit("anchore-evaluation").vulnerabilities())
                .anySatisfy(it -> assertThat(it.aliases()).containsExactly("GHSA-5j33-cvvr-w245"));
        assertThat(audit("xray-report").vulnerabilities())
                .anySatisfy(it -> assertThat(it.aliases()).containsExactly("XRAY-139239"));
    }

    @Test
    void advisoriesByFileBelongToTheirPackage() {
        assertThat(audit("symfony-security").vulnerabilities())
                .extracting(Vulnerability::packageName)
                .containsExactlyInAnyOrder("symfony/http-foundation", "symfony/http-foundation", "twig/twig");
    }

    @Test
    void reportWithoutItsListIsRefused() {
        var refusal = Samples.refusal("""
                {"total_rows": 1, "rows": "none", "impacted": "vulnerable_component"}""", Samples.format("xray-report-json"));

        assertThat(refusal.what()).contains("rows").contains("not a list");
    }

    @Test
    void entryWithoutANameIsRefused() {
        var refusal = Samples.refusal("""
                {"imageDigest": "sha256:1", "vulnerabilities": [{"package_name": "zlib"}]}""", Declared.NOTHING);

        assertThat(refusal.what()).contains("does not name its vulnerability");
    }

    @Test
    void whitelistedVulnerabilityOfAnImageDoesNotCount() {
        assertThat(audit("clair-scanner").vulnerabilities())
                .extracting(Vulnerability::id)
                .isEqualTo(List.of("CVE-2019-5094", "CVE-2018-20843"));
    }

    private static AuditEvidence audit(String file) {
        return Samples.only(
                AuditEvidence.class,
                Samples.read(Samples.resource("report/audit/" + file + ".json"), Declared.NOTHING));
    }
}
