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
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// SPDX 2 in YAML (definition: [SPDX 2.3](https://spdx.github.io/spdx-spec/v2.3/)), which has the fields of its JSON.
final class SpdxYamlReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("spdx-yaml");
    }

    @Override
    public String title() {
        return "an SPDX 2 document in YAML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the SPDX tools, bom, ORT and others",
                "2.2 and 2.3; up to 8 MiB",
                "packages with package URLs and licences, numbers of files and relationships",
                "checksums, copyrights, snippets, texts of licences, the kinds of relationships",
                "https://spdx.github.io/spdx-spec/v2.3/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text)) {
            return Recognition.apart("it is YAML");
        }
        boolean own = Looks.has(head, "spdxVersion:", "spdxVersion\":")
                && head.lines().stream()
                        .anyMatch(line -> line.startsWith("spdxVersion:") || line.startsWith("\"spdxVersion\":"));
        // sorted by name, the version stands behind long lists
        boolean late = head.has("SPDXID:")
                && head.lines().stream().anyMatch(line -> line.startsWith("SPDXID:"))
                && head.lines().contains("creationInfo:");
        return own || late
                ? Recognition.MATCH
                : Recognition.alike("one of its lines says «spdxVersion:», here none does");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        try (var json = Yaml.open(input.content(), allowance)) {
            var fields = new SpdxJson(json, document);
            json.object("the document", fields::field);
            json.end();
            if (!document.isRecognised()) {
                throw json.wrong("The document does not say in spdxVersion what it is.");
            }
            document.sheet().notes().replaced(json.replacedCharacters());
        }
        return document.reading(this, input);
    }
}
