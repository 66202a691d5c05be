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
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// CycloneDX in JSON (definition: [CycloneDX JSON reference](https://cyclonedx.org/docs/1.6/json/)). Components inside
/// of components count, the thing itself (`metadata.component`) does not. A vulnerability counts for each component
/// that it affects, unless an analysis settles it.
final class CycloneDxJsonReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("cyclonedx-json");
    }

    @Override
    public String title() {
        return "a CycloneDX document in JSON";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Syft, Trivy, cdxgen, the CycloneDX plugins, pip-audit, Grype and others",
                "1.2 to 1.7",
                "components with package URLs and licences, services, vulnerabilities with severities and analyses",
                "hashes, compositions, pedigrees, formulations, descriptions of vulnerabilities",
                "https://cyclonedx.org/docs/1.6/json/");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.INVENTORY) || kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "bomFormat", "specVersion");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var bom = new Bom(allowance);
        Set<String> signs = new HashSet<>();
        try (var json = Json.open(input.content(), allowance)) {
            var document = new CycloneDxJson(json, bom);
            json.object("the document", name -> {
                if (name.equals("bomFormat") || name.equals("specVersion")) {
                    signs.add(name);
                }
                document.field(name);
            });
            json.end();
            if (signs.size() < 2) {
                throw json.wrong("The document does not say in bomFormat and specVersion what it is.");
            }
            bom.sheet().notes().replaced(json.replacedCharacters());
        }
        return bom.reading(this, input);
    }
}
