package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// SPDX 3 in JSON-LD (definition: [SPDX 3.0.1](https://spdx.github.io/spdx-spec/v3.0.1/serializations/)): a graph of
/// elements. Licences are elements of their own, joined to packages by relationships.
final class SpdxGraphReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("spdx-json-3");
    }

    @Override
    public String title() {
        return "an SPDX 3 document in JSON-LD";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Yocto, Syft, sbom-tool and others",
                "3.0",
                "packages with package URLs and licences, numbers of files and relationships",
                "hashes, builds, annotations, security profiles, the kinds of relationships",
                "https://spdx.github.io/spdx-spec/v3.0.1/serializations/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "@context", "@graph");
        if (!(look instanceof Recognition.Match)) {
            // one element with others inside of it
            look = Looks.fields(head, "@context", "type");
        }
        return look instanceof Recognition.Match && !head.has("spdx.org/rdf/3")
                ? Recognition.alike("its context is spdx.org/rdf/3…, here it is another")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        boolean[] seen = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            var graph = new SpdxGraph(json, document);
            var alone = graph.begin();
            json.object("the document", name -> {
                if (name.equals("@graph")) {
                    seen[0] = json.isArray();
                    json.array(name, graph::element);
                } else {
                    alone.field(name);
                }
            });
            json.end();
            seen[0] |= alone.end();
            graph.join();
            if (!seen[0] || !document.isRecognised()) {
                throw json.wrong("The document has no elements with a CreationInfo that states the version of SPDX.");
            }
            document.sheet().notes().replaced(json.replacedCharacters());
        }
        return document.reading(this, input);
    }
}
