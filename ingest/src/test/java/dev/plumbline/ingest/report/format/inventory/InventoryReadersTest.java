package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryReadersTest {
    private static final String EMPTY = """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [], "vulnerabilities": []}""";

    private static Reading trivy(Declared declared) {
        return read(resource("report/inventory/trivy-1.6.cdx.json"), declared);
    }

    private static <E extends Evidence> E first(Class<E> type, Reading reading) {
        return reading.evidence().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void inventoryThatListsVulnerabilitiesIsAnAuditToo() {
        var audit = first(AuditEvidence.class, trivy(Declared.NOTHING));

        assertThat(audit.auditedAt()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(audit.open()).isEqualTo(3);
        assertThat(audit.vulnerabilities())
                .containsExactly(
                        found("CVE-2020-0002", List.of(), "debian", "12.9", Severity.CRITICAL),
                        found("CVE-2024-56326", List.of("GHSA-q2x7-8rv6-6q7h"), "inner", "2.0", Severity.HIGH),
                        found("CVE-2024-56326", List.of("GHSA-q2x7-8rv6-6q7h"), "jinja2", "3.1.3", Severity.HIGH));
    }

    private static Vulnerability found(
            String id, List<String> aliases, String name, String version, Severity severity) {
        return new Vulnerability(id, aliases, name, version, severity, List.of());
    }

    @Test
    void inventoryCountsLicencesByComponent() {
        var inventory = first(InventoryEvidence.class, trivy(Declared.NOTHING));

        assertThat(inventory.specification()).isEqualTo(new InventoryEvidence.Specification("CycloneDX", "1.6"));
        assertThat(inventory.source().tool().name()).isEqualTo("trivy");
        assertThat(inventory.licences())
                .containsEntry("MIT", 1)
                .containsEntry("BSD-3-Clause", 1)
                .containsEntry(InventoryEvidence.NO_LICENCE, 1);
        assertThat(inventory.purls().count()).isEqualTo(4);
    }

    @Test
    void declaredKindDecidesWhatIsTaken() {
        assertThat(trivy(as("sbom")).evidence()).extracting(Evidence::kind).containsExactly(Kind.INVENTORY);
        assertThat(trivy(as("audit")).evidence()).extracting(Evidence::kind).containsExactly(Kind.AUDIT);
        assertThat(only(InventoryEvidence.class, trivy(as("sbom"))).source().notes())
                .anySatisfy(note -> assertThat(note).contains("3 vulnerabilities were not read"));
    }

    @Test
    void emptyListOfVulnerabilitiesIsNoAuditUnlessTheSenderSaysSo() {
        only(InventoryEvidence.class, read(EMPTY));
        var audit = only(AuditEvidence.class, read(EMPTY, as("audit")));

        assertThat(audit.source().notes()).singleElement().asString().contains("the sender's word");
    }

    @Test
    void vulnerabilitiesWithoutComponentsAreAnAuditOnly() {
        var audit = only(AuditEvidence.class, read("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [
                  {"id": "CVE-1", "ratings": [{"severity": "low"}], "affects": [{"ref": "pkg:npm/%40acme/cart@1.2.0?arch=x"}]}]}"""));

        assertThat(audit.vulnerabilities()).containsExactly(found("CVE-1", List.of(), "cart", "1.2.0", Severity.LOW));
    }

    @Test
    void vulnerabilityUnderTwoNamesIsOneAndOnesWithoutAnyNameStayApart() {
        var reading = read("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "vulnerabilities": [
                  {"id": "GHSA-hrpp-h998-j3pp", "ratings": [{"severity": "high"}], "references": [{"id": "CVE-2022-24999"}],
                   "affects": [{"ref": "pkg:npm/qs@6.5.2"}]},
                  {"id": "CVE-2022-24999", "ratings": [{"severity": "medium"}], "affects": [{"ref": "pkg:npm/qs@6.5.2"}]},
                  {"ratings": [{"severity": "low"}], "affects": [{"ref": "pkg:npm/qs@6.5.2"}]},
                  {"ratings": [{"severity": "low"}], "affects": [{"ref": "pkg:npm/qs@6.5.2"}]}]}""");
        var audit = only(AuditEvidence.class, reading);

        assertThat(reading.figures().counted()).containsEntry("vulnerabilities", 4L);
        assertThat(audit.open()).isEqualTo(3);
        assertThat(audit.vulnerabilities())
                .containsExactly(
                        found("CVE-2022-24999", List.of("GHSA-hrpp-h998-j3pp"), "qs", "6.5.2", Severity.HIGH),
                        found("(without an id)", List.of(), "qs", "6.5.2", Severity.LOW),
                        found("(without an id)", List.of(), "qs", "6.5.2", Severity.LOW));
        assertThat(audit.source().notes()).anyMatch(note -> note.contains("under another name"));
    }

    @Test
    void nullStandsForNothingAndElementsOfOtherNamespacesAreNone() {
        var json = read("""
                {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": null, "services": null,
                 "components": [{"type": "library", "name": "qs", "licenses": [{"license": null}]}],
                 "vulnerabilities": [{"id": "CVE-1", "ratings": null, "analysis": null, "references": null, "affects": null}]}""");
        var xml = read("""
                <bom xmlns="http://cyclonedx.org/schema/bom/1.5" xmlns:own="urn:own"><components>
                <component type="library"><name>qs</name><own:name>other</own:name></component>
                <own:component><own:name>none</own:name></own:component></components>
                <own:components><own:component/></own:components></bom>""");

        assertThat(json.figures().counted()).containsEntry("components", 1L).containsEntry("vulnerabilities", 1L);
        assertThat(xml.figures().counted()).containsEntry("components", 1L);
        assertThat(xml.evidence().getFirst().source().notes()).isEmpty();
    }

    @Test
    void xmlAndJsonOfOneScanGiveTheSame() {
        var json = first(AuditEvidence.class, read(corpus("cyclonedx-json/dd-log4j.json"), Declared.NOTHING));
        var xml = first(AuditEvidence.class, read(corpus("cyclonedx-xml/dd-log4j.xml"), Declared.NOTHING));

        assertThat(json.vulnerabilities()).hasSize(8).isEqualTo(xml.vulnerabilities());
        assertThat(json.vulnerabilities().getFirst().packageName()).isEqualTo("log4j-core");
    }

    @Test
    void whatTheSchemaForbidsIsReadAndNoted() {
        var evidence = only(
                InventoryEvidence.class,
                read(corpus("cyclonedx-json/cx-invalid-component-type-1.4.json"), Declared.NOTHING));

        assertThat(evidence.source().notes()).singleElement().asString().contains("«foo»");
    }

    @Test
    void oneDescribedPackageIsTheThingItself() {
        var inventory =
                only(InventoryEvidence.class, read(resource("report/inventory/syft.spdx.json"), Declared.NOTHING));

        assertThat(inventory.components()).isEqualTo(2);
        assertThat(inventory.licences()).containsOnlyKeys("BSD-3-Clause", InventoryEvidence.NO_LICENCE);
        assertThat(inventory.source().tool().version()).isEqualTo("1.20.0");
    }

    @Test
    void severalDescribedPackagesAllCount() {
        var inventory = only(InventoryEvidence.class, read("""
                {"spdxVersion": "SPDX-2.2", "documentDescribes": ["a", "b"],
                 "packages": [{"SPDXID": "a", "name": "a"}, {"SPDXID": "b", "name": "b"}]}"""));

        assertThat(inventory.components()).isEqualTo(2);
    }

    @Test
    void licencesOfAGraphAreJoinedToItsPackages() {
        var inventory =
                only(InventoryEvidence.class, read(resource("report/inventory/yocto.spdx3.json"), Declared.NOTHING));

        assertThat(inventory.licences()).containsOnlyKeys("GPL-2.0-only", "Zlib");
        assertThat(inventory.specification().version()).isEqualTo("3.0.1");
    }

    @Test
    void inconclusiveCheckCountsNeitherWay() {
        var evidence = only(FindingsEvidence.class, read(corpus("scorecard-json/sc-check3.json"), Declared.NOTHING));

        assertThat(evidence.open()).isEqualTo(2);
        assertThat(evidence.enabledRules()).containsExactly("Check-Name", "Check-Name2");
    }

    @Test
    void documentOfAnotherShapeIsRefusedWithWhatIsWrong() {
        assertThat(refusal(corpus("hostile/ch-sbom.cyclonedx-invalid-schema.json"), Declared.NOTHING)
                        .what())
                .contains("components is a text");
        assertThat(refusal("SPDXVersion: SPDX-2.3\nPackageComment: <text>a\n").what())
                .contains("does not end");
    }
}
