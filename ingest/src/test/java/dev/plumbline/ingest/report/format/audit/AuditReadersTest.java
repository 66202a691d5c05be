package dev.plumbline.ingest.report.format.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditReadersTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"pnpm.json", "yarn-classic.ndjson", "snyk.json", "grype.json", "trivy-mixed.json"})
    void sameVulnerabilityHasTheSameNameInAllTools(String file) {
        assertThat(audit(file).vulnerabilities())
                .filteredOn(one -> one.packageName().equals("qs"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("CVE-2022-24999");
                    assertThat(one.aliases()).contains("GHSA-hrpp-h998-j3pp");
                    assertThat(one.version()).isEqualTo("6.5.2");
                    assertThat(one.severity()).isEqualTo(Severity.HIGH);
                    assertThat(one.fixVersions()).isNotEmpty();
                });
    }

    @Test
    void npmNamesAdvisoriesAndNotThePackagesThatDependOnThem() {
        var audit = only(Samples.read(Samples.corpus("npm-audit-json/dd-many_vulns.json"), Declared.NOTHING));

        assertThat(audit.vulnerabilities())
                .extracting(Vulnerability::id)
                .containsExactly("GHSA-gxpj-cx7g-858c", "GHSA-c2qf-rxjj-qqgw", "GHSA-3787-6prv-h9w3");
        assertThat(audit.dependencies()).isEqualTo(1180);
    }

    @Test
    void bulletinOnManyVulnerabilitiesDoesNotMakeThemOne() {
        assertThat(audit("grype.json").vulnerabilities())
                .filteredOn(one -> one.packageName().equals("bash"))
                .containsExactly(
                        new Vulnerability("RHSA-2024:0001", List.of(), "bash", "5.1", Severity.HIGH, List.of()));
    }

    @Test
    void entriesOfOsvAreUnitedByTheirGroupsAndRatedByWordScoreOrVector() {
        assertThat(audit("osv.json").vulnerabilities())
                .containsExactly(
                        new Vulnerability("PYSEC-2014-8", List.of(), "jinja2", "2.4.1", Severity.CRITICAL, List.of()),
                        new Vulnerability(
                                "CVE-2020-28493",
                                List.of("GHSA-g3rq-g295-4j3m", "PYSEC-2021-66"),
                                "jinja2",
                                "2.4.1",
                                Severity.MEDIUM,
                                List.of("2.11.3")));
    }

    @Test
    void wordUnknownStaysUnknownAndCratesAreRatedByTheirVector() {
        assertThat(audit("trivy-kubernetes.json").vulnerabilities())
                .extracting(Vulnerability::severity)
                .containsExactly(Severity.HIGH, Severity.UNSTATED);
        assertThat(audit("cargo.json").vulnerabilities())
                .extracting(Vulnerability::severity)
                .containsExactly(Severity.UNSTATED, Severity.LOW);
    }

    @Test
    void oneFileOfTrivyIsEvidenceOfEveryKindOfItsResults() {
        Reading reading = sample("trivy-mixed.json");

        assertThat(reading.evidence())
                .extracting(Evidence::kind)
                .containsExactly(Kind.AUDIT, Kind.findings("trivy"), new Kind("secrets"));
        assertThat(((FindingsEvidence) reading.evidence().get(1)).open()).isZero();
        assertThat(((FindingsEvidence) reading.evidence().get(2)).open()).isEqualTo(1);
        assertThat(reading.evidence().getFirst().source().tool().version()).isEqualTo("0.67.2");
    }

    @Test
    void trivysPassedChecksAreRemarksAndExceptionsAreSuppressed() {
        assertThat(sample("trivy-kubernetes.json").findings())
                .extracting(Finding::rule, Finding::state)
                .containsExactlyInAnyOrder(
                        tuple("KSV001", Finding.State.OPEN),
                        tuple("KSV012", Finding.State.OPEN),
                        tuple("KSV013", Finding.State.INFORMATIONAL),
                        tuple("KSV014", Finding.State.SUPPRESSED));
    }

    @Test
    void scanOfConfigurationIsNoCleanAudit() {
        byte[] file = Samples.corpus("trivy-json/tr-dockerfile.json");

        assertThat(Samples.refusal(file, Samples.as("audit")).what()).contains("findings:trivy");
        assertThat(Samples.read(file, Samples.as("findings:trivy")).evidence()).hasSize(1);
    }

    @Test
    void trivyWithoutResultsIsWhatTheSenderSays() {
        String file = "{\"SchemaVersion\":2,\"ArtifactName\":\".\",\"ArtifactType\":\"repository\"}";

        assertThat(Samples.read(file, Samples.as("secrets")).evidence())
                .extracting(Evidence::kind)
                .containsExactly(new Kind("secrets"));
        assertThat(Samples.read(file).evidence()).extracting(Evidence::kind).containsExactly(Kind.AUDIT);
    }

    @Test
    void projectsThatCouldNotBeLookedAtAreSkipped() {
        assertThat(audit("snyk.json").skipped()).containsExactly("/app/web");
        assertThat(audit("dotnet.json").skipped()).containsExactly("C:/app/Old.csproj");
        assertThat(audit("trivy-kubernetes.json").skipped()).containsExactly("Pod/job");
    }

    @Test
    void scannerTimeAndDatabaseAreTaken() {
        AuditEvidence gitlab = audit("gitlab-dependencies.json");
        AuditEvidence grype = audit("grype.json");

        assertThat(gitlab.source().tool().name()).isEqualTo("gemnasium");
        assertThat(gitlab.source().tool().success()).isEqualTo(Success.SUCCEEDED);
        assertThat(gitlab.auditedAt()).isEqualTo(Instant.parse("2026-10-23T09:49:19Z"));
        assertThat(grype.auditedAt()).isEqualTo(Instant.parse("2026-10-25T10:00:00.5Z"));
        assertThat(grype.source().tool().databaseAt()).isEqualTo(Instant.parse("2026-10-24T04:06:22Z"));
        assertThat(audit("cargo.json").source().tool().databaseAt()).isEqualTo(Instant.parse("2026-10-11T23:59:58Z"));
    }

    @Test
    void auditOfTheFutureIsAsOldAsItsReceipt() {
        var audit = only(Samples.read("{\"matches\":[],\"descriptor\":{\"timestamp\":\"2126-01-01T00:00:00Z\"}}"));

        assertThat(audit.auditedAt()).isEqualTo(Samples.RECEIVED);
        assertThat(audit.source().notes()).anyMatch(note -> note.contains("after it was received"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"error\":{\"code\":\"ENOLOCK\",\"summary\":\"This command requires an existing lockfile.\"}}|requires an existing lockfile",
                "{\"message\":\"request failed\",\"error\":{\"summary\":\"503 Service Unavailable\",\"detail\":\"\"}}|503 Service Unavailable",
                "{\"error\":{\"code\":\"ERR_PNPM_AUDIT_NO_LOCKFILE\",\"message\":\"No pnpm-lock.yaml found\"}}|No pnpm-lock.yaml found",
                "{\"type\":\"warning\",\"data\":\"no licence\"}{\"type\":\"error\",\"data\":\"socket hang up\"}|socket hang up",
                "{\"ok\":false,\"error\":\"Authentication failed\",\"path\":\"/app\"}|Authentication failed",
                "[{\"ok\":false,\"error\":\"Authentication failed\",\"path\":\"/app\"}]|Authentication failed"
            })
    void errorInPlaceOfAReportIsRefusedInTheToolsOwnWords(String file, String words) {
        // the warning and the error of Yarn stand on lines of their own
        assertThat(Samples.refusal(file.replace("}{\"type\":\"error\"", "}\n{\"type\":\"error\""))
                        .what())
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"safety-json", "trivy-json", "snyk-json"})
    void emptyListIsCleanOrRefusedByTheDeclaredFormat(String format) {
        if (format.equals("snyk-json")) {
            assertThat(Samples.refusal("[]", Samples.format(format)).what()).contains("no list of vulnerabilities");
        } else {
            assertThat(only(Samples.read("[]", Samples.format(format))).open()).isZero();
        }
        assertThat(Samples.refusal("[]").what()).contains("empty list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yarn-npm-audit-json", "osv-scanner-json"})
    void noBytesAreACleanAuditOfTheToolsThatMeanIt(String silent) {
        assertThat(only(Samples.read("", Samples.format(silent))).open()).isZero();
        assertThat(Samples.refusal("", Samples.format("npm-audit-json")).what()).isNotBlank();
        assertThat(Samples.refusal("", Samples.as("audit")).what()).contains("empty");
    }

    @Test
    void listOfPackagesWithoutTheirVulnerabilitiesIsNoAudit() {
        String file = "{\"version\":1,\"parameters\":\"\",\"projects\":[{\"path\":\"a.csproj\",\"frameworks\":"
                + "[{\"framework\":\"net8.0\",\"topLevelPackages\":[{\"id\":\"A\",\"resolvedVersion\":\"1.0.0\"}]}]}]}";

        assertThat(Samples.refusal(file).what()).contains("without --vulnerable");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"vulnerabilities\":[{\"id\":\"RUSTSEC-2021-0079\"}]}|cyclonedx-json",
                "{\"version\":\"15.0.0\",\"vulnerabilities\":[{\"id\":\"1\",\"identifiers\":[{\"type\":\"rustsec\",\"value\":\"RUSTSEC-2020-0071\"}]}],\"scan\":{\"type\":\"dependency_scanning\"}}|gitlab-dependency-scanning",
                "{\"version\":\"15.0.0\",\"vulnerabilities\":[{\"id\":\"1\",\"identifiers\":[{\"type\":\"snyk\",\"value\":\"SNYK-JS-QS-1\"}]}],\"scan\":{\"type\":\"container_scanning\"}}|gitlab-container-scanning",
                "{\"vulnerabilities\":{\"0\":{\"advisory\":{\"id\":\"RUSTSEC-2021-0079\",\"package\":\"chrono\"}}}}|cargo-audit-json",
                "{\"advisories\":{\"1\":{\"id\":1,\"module_name\":\"b\",\"severity\":\"low\"}}}|npm-audit-json",
                "{\"@version\":\"2.7.0\",\"site\":{\"@name\":\"http://a\",\"alerts\":[{\"pluginid\":\"1\",\"name\":\"n\"}]}}|zap-json",
                "[{\"Target\":\"web:1\",\"Vulnerabilities\":null}]|trivy-json"
            })
    void namesInsideAFileDoNotMakeItAnothersFormat(String file, String format) {
        assertThat(Samples.read(file).evidence().getFirst().source().format().id())
                .isEqualTo(format);
    }

    @Test
    void errorThatNamesNoToolIsNobodysReport() {
        assertThat(Samples.refusal("{\"error\":\"Unauthorized\"}").what())
                .endsWith("it is an error in place of a report: «Unauthorized».");
    }

    @Test
    void entriesOfBundlerWithoutANameAreKnownByTheirTitles() {
        var text = """
                Name: nokogiri
                Version: 1.15.2
                Criticality: Low
                URL: https://example.org/advisories
                Title: Advisory without an identifier
                Solution: upgrade to >= 1.16.0

                Name: nokogiri
                Version: 1.15.2
                Criticality: High
                Title: Another advisory without an identifier

                Vulnerabilities found!
                """;

        var reading = Samples.read(text);

        assertThat(reading.figures().counted()).containsEntry("findings", 2L);
        assertThat(only(reading).vulnerabilities())
                .extracting(Vulnerability::id, Vulnerability::severity)
                .containsExactly(
                        tuple("Another advisory without an identifier", Severity.HIGH),
                        tuple("Advisory without an identifier", Severity.LOW));
    }

    @Test
    void npmsOwnTotalsAreOfPackagesInItsSecondForm() {
        var figures = Samples.read(Samples.corpus("npm-audit-json/dd-many_vulns.json"), Declared.NOTHING)
                .figures();

        assertThat(figures.counted()).containsEntry("findings", 6L).containsEntry("advisories", 3L);
        assertThat(figures.declared()).containsOnly(Map.entry("findings", 6L));
    }

    @Test
    void junitReportOfGitleaksIsOfSecretsAndNotOfTests() {
        var reading = Samples.read("""
                <testsuites><testsuite failures="1" name="gitleaks" tests="1" time=""><properties></properties>
                <testcase classname="Example Key" file="auth.py" name="example-key has detected a secret in file auth.py, line 3." time="">
                <failure message="example-key has detected a secret in file auth.py, line 3." type="Example Key">{"Secret": "abc"}</failure>
                </testcase></testsuite></testsuites>""");

        assertThat(reading.evidence()).extracting(Evidence::kind).containsExactly(Kind.findings("gitleaks"));
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("Example Key");
            assertThat(finding.path()).isEqualTo("auth.py");
            assertThat(finding.message()).doesNotContain("abc");
        });
    }

    @Test
    void trivysJunitReportIsOfVulnerabilitiesAndNotOfTests() {
        var evidence = Samples.only(FindingsEvidence.class, Samples.read("""
                <testsuites name="trivy"><testsuite tests="1" failures="1" name="shop:1.0 (alpine 3.10.2)" time="">
                <testcase classname="zlib-1.2.11-r1" name="[CRITICAL] CVE-2024-0002" time="">
                <failure message="zlib: writes past the end" type="description">Text.</failure>
                </testcase></testsuite></testsuites>"""));

        assertThat(evidence.kind()).isEqualTo(Kind.findings("trivy"));
        assertThat(evidence.groups())
                .extracting(FindingGroup::rule, FindingGroup::severity)
                .containsExactly(tuple("CVE-2024-0002", Severity.CRITICAL));
    }

    @Test
    void snyksReportOnInfrastructureIsNoCleanAudit() {
        var reading = Samples.read("""
                {"vulnerabilities": [], "ok": false, "dependencyCount": 0, "packageManager": "terraformconfig",
                 "infrastructureAsCodeIssues": [{"id": "SNYK-CC-TF-1", "severity": "medium", "title": "Open to all"}]}""");

        assertThat(Samples.only(FindingsEvidence.class, reading).kind()).isEqualTo(Kind.findings("snyk-iac"));
        assertThat(reading.figures().counted()).containsEntry("findings", 1L);
    }

    @Test
    void textOfBundlerThatSaysNothingIsRefused() {
        assertThat(Samples.refusal("ruby-advisory-db:\n", Samples.format("bundler-audit-text"))
                        .what())
                .contains("names no advisory");
    }

    @Test
    void zapsFalsePositivesAndStatementsThatNothingIsAffectedAreSuppressed() {
        assertThat(sample("zap.json").findings())
                .extracting(Finding::rule, Finding::severity, Finding::state)
                .containsExactlyInAnyOrder(
                        tuple("40012", Severity.HIGH, Finding.State.OPEN),
                        tuple("10096", Severity.INFO, Finding.State.SUPPRESSED));
        assertThat(sample("openvex.json").findings())
                .extracting(Finding::rule, Finding::state)
                .containsExactlyInAnyOrder(
                        tuple("CVE-2022-24999", Finding.State.SUPPRESSED),
                        tuple("CVE-2024-0001", Finding.State.OPEN),
                        tuple("CVE-2024-0002", Finding.State.OPEN));
    }

    @Test
    void dependencyCheckNamesThePackageByItsUrl() {
        assertThat(audit("dependency-check.json").vulnerabilities())
                .extracting(Vulnerability::packageName, Vulnerability::version)
                .containsOnly(tuple("org.apache.logging.log4j:log4j-core", "2.14.1"));
    }

    private static Reading sample(String file) {
        return Samples.read(Samples.resource("report/audit/" + file), Declared.NOTHING);
    }

    private static AuditEvidence audit(String file) {
        return (AuditEvidence) sample(file).evidence().getFirst();
    }

    private static AuditEvidence only(Reading reading) {
        return Samples.only(AuditEvidence.class, reading);
    }
}
