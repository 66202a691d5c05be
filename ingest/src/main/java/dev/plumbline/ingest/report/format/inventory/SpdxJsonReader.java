package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// SPDX 2 in JSON (definition: [SPDX 2.3](https://spdx.github.io/spdx-spec/v2.3/)), also as GitHub exports it, inside
/// of an object `sbom`.
final class SpdxJsonReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("spdx-json-2");
    }

    @Override
    public String title() {
        return "an SPDX 2 document in JSON";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Syft, Trivy, Microsoft's sbom-tool, GitHub's dependency graph and others",
                "2.0 to 2.3",
                "packages with package URLs and licences, numbers of files and relationships",
                "checksums, copyrights, snippets, texts of licences, the kinds of relationships",
                "https://spdx.github.io/spdx-spec/v2.3/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean exported = object.fields().contains("sbom") && head.has("\"spdxVersion\"");
        // some write the version last, behind long lists
        boolean late = object.fields().contains("SPDXID") && object.fields().contains("creationInfo");
        return exported || late ? Recognition.MATCH : Looks.fields(head, "spdxVersion");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            var fields = new SpdxJson(json, document);
            json.object("the document", name -> {
                if (name.equals("sbom") && json.isObject()) {
                    json.object(name, fields::field);
                } else {
                    fields.field(name);
                }
            });
            json.end();
            if (!document.isRecognised()) {
                throw json.wrong("The document does not say in spdxVersion what it is.");
            }
            document.sheet().notes().replaced(json.replacedCharacters());
        }
        return document.reading(this, input);
    }
}
