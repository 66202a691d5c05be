package dev.plumbline.ingest.report.format.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.InventoryEvidence;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListedInventoryTest {
    @Test
    void licenceIsItsExpressionWhereThereIsOne() {
        InventoryEvidence syft = inventory("syft.json");

        assertThat(syft.licences()).isEqualTo(Map.of("GPL-2.0-only", 1, "Apache 2.0", 1, "NOASSERTION", 1));
        assertThat(syft.specification().name()).isEqualTo("Syft");
        assertThat(syft.source().tool().version()).isEqualTo("1.18.1");
    }

    @Test
    void dependencyWithoutALicenceIsSeen() {
        assertThat(inventory("gitlab-licenses.json").licences())
                .isEqualTo(Map.of("MIT", 1, "Apache-2.0", 1, "NOASSERTION", 1));
    }

    @Test
    void yamlSaysTheSameAsJson() {
        InventoryEvidence yaml = inventory("shop.spdx.yaml");

        assertThat(yaml.components()).isEqualTo(2);
        assertThat(yaml.licences()).isEqualTo(Map.of("(LGPL-2.0-only OR LicenseRef-3)", 1, "Apache-2.0", 1));
        assertThat(yaml.specification().version()).isEqualTo("2.3");
    }

    @Test
    void rdfNamesPackagesWhereverTheyStand() {
        InventoryEvidence nested = inventory("shop.spdx.rdf.xml");
        InventoryEvidence flat = inventory("flat.spdx.rdf.xml");

        assertThat(nested.licences()).isEqualTo(Map.of("MIT OR Apache-2.0", 1));
        assertThat(nested.source().tool().name()).isEqualTo("demo");
        assertThat(flat.licences()).isEqualTo(Map.of("AGPL-3.0-only", 1));
    }

    @Test
    void rdfOfWhichAnElementDoesNotSayWhatItIsIsRefused() {
        var refused = Samples.refusal("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:spdx="http://spdx.org/rdf/terms#">
                <rdf:Description rdf:about="#a"><rdf:type rdf:resource="http://spdx.org/rdf/terms#Package"/>
                </rdf:Description></rdf:RDF>""");

        assertThat(refused.what()).contains("does not say by its element what it is");
    }

    @Test
    void documentWithoutItsVersionIsRefused() {
        var refused = Samples.refusal("SPDXID: SPDXRef-DOCUMENT\ncreationInfo:\n  created: x\npackages: []\n");

        assertThat(refused.what()).contains("does not say in spdxVersion");
    }

    private static InventoryEvidence inventory(String file) {
        return Samples.only(
                InventoryEvidence.class, Samples.read(Samples.resource("report/inventory/" + file), Declared.NOTHING));
    }
}
