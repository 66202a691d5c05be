package dev.plumbline.ingest.report.format.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.ingest.report.finding.Finding;
import org.junit.jupiter.api.Test;

class CsafTest {
    @Test
    void vulnerabilityIsOpenWhereAProductIsAffectedOrLookedInto() {
        var reading = Samples.read(Samples.resource("report/audit/csaf.json"), Declared.NOTHING);

        assertThat(reading.findings())
                .extracting(it -> it.rule() + " " + it.state() + " " + it.severity())
                .containsExactlyInAnyOrder(
                        "CVE-2021-44228 SUPPRESSED UNSTATED", "CVE-2020-28493 OPEN MEDIUM", "EX-7 OPEN UNSTATED");
    }

    @Test
    void lastAffectedIsAffectedAndRecommendedIsNot() {
        var reading = Samples.read(advisory("csaf_security_advisory", """
                , "vulnerabilities": [
                  {"cve": "CVE-1", "product_status": {"last_affected": ["P1"], "recommended": ["P2"]}},
                  {"cve": "CVE-2", "product_status": {"first_fixed": ["P1"], "recommended": ["P2"]}},
                  {"cve": "CVE-3", "metrics": [{"content": {"cvss_v4": {"baseScore": 9.3}}}]}]"""));

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::state)
                .containsExactlyInAnyOrder(
                        tuple("CVE-1", Finding.State.OPEN),
                        tuple("CVE-2", Finding.State.SUPPRESSED),
                        tuple("CVE-3", Finding.State.OPEN));
        assertThat(reading.findings())
                .anySatisfy(it -> assertThat(it.severity()).hasToString("CRITICAL"));
    }

    @Test
    void onlyAnInformationalAdvisoryNeedsNoVulnerabilities() {
        assertThat(Samples.read(advisory("csaf_informational_advisory", "")).findings())
                .isEmpty();
        assertThat(Samples.refusal(advisory("csaf_vex", "")).what()).contains("no list of vulnerabilities");
    }

    private static String advisory(String category, String rest) {
        return "{\"document\": {\"category\": \"" + category + "\", \"csaf_version\": \"2.0\"}" + rest + "}";
    }
}
