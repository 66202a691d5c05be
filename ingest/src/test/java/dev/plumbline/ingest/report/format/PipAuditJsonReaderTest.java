package dev.plumbline.ingest.report.format;

import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipAuditJsonReaderTest {
    @Test
    void bothShapesOfOneRunGiveOneResult() {
        var old = only(AuditEvidence.class, read(corpus("pip-audit-json/dd-many_vulns.json"), Declared.NOTHING));
        var now = only(AuditEvidence.class, read(corpus("pip-audit-json/dd-many_vulns_new.json"), Declared.NOTHING));
        assertThat(now.vulnerabilities()).hasSize(7).isEqualTo(old.vulnerabilities());
        assertThat(now.dependencies()).isEqualTo(old.dependencies()).isEqualTo(6);
        assertThat(now.skipped()).isEqualTo(old.skipped()).hasSize(1);
    }

    @Test
    void skippedDependencyIsNotOneThatWasLookedAt() {
        var audit = only(AuditEvidence.class, read(corpus("pip-audit-json/dd-zero_vulns_new.json"), Declared.NOTHING));
        assertThat(audit.dependencies()).isEqualTo(2);
        assertThat(audit.skipped()).containsExactly("azure-devops");
        assertThat(audit.source().notes()).contains("1 dependency could not be looked at by the tool.");
    }

    @Test
    void aliasesAndFixesAreKept() {
        var audit = only(
                AuditEvidence.class,
                read(
                        "{\"dependencies\":[{\"name\":\"a\",\"version\":\"1\",\"vulns\":[{\"id\":\"PYSEC-1\",\"fix_versions\":[\"2\"],"
                                + "\"aliases\":[\"GHSA-x\",\"CVE-1\"],\"description\":\"d\"}]}],\"fixes\":[{\"name\":\"a\"}]}"));
        assertThat(audit.vulnerabilities())
                .containsExactly(new Vulnerability(
                        "CVE-1", List.of("GHSA-x", "PYSEC-1"), "a", "1", Severity.UNSTATED, List.of("2")));
        assertThat(audit.source().notes())
                .anyMatch(note -> note.startsWith("The run changed or tried to change 1 dependency"));
    }

    @Test
    void timeOfTheAuditIsTheSendersElseTheReceipts() {
        byte[] report = corpus("pip-audit-json/dd-zero_vulns_new.json");
        assertThat(only(AuditEvidence.class, read(report, Declared.NOTHING)).auditedAt())
                .isEqualTo(Samples.RECEIVED);
        var finished = Instant.parse("2026-10-01T00:00:00Z");
        var declared = new Declared(null, null, new DeclaredTool(null, "2.7.0", 0, null, finished, null));
        assertThat(only(AuditEvidence.class, read(report, declared)).auditedAt())
                .isEqualTo(finished);
    }

    @Test
    void errorObjectIsNoReport() {
        assertThat(refusal(corpus("hostile/dd-empty_with_error.json"), Declared.NOTHING)
                        .what())
                .startsWith("Here npm audit reports an error instead of an audit: «ENOAUDIT: ");
        assertThat(refusal("{\"dependencies\":null}").what()).isEqualTo("The value of dependencies is not a list.");
        assertThat(refusal("{\"dependencies\":[{\"vulns\":[]}]}").what()).isEqualTo("A dependency has no name.");
        assertThat(refusal("{\"dependencies\":[{\"name\":\"a\"}]}").what())
                .isEqualTo("The dependency a has neither a version nor a reason why it was skipped.");
    }
}
