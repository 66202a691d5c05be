package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// An OpenAPI description in YAML (definition: [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1.html)): read as in
/// JSON. Anchors are not followed; a description that needs them is refused.
final class OpenApiYamlReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("openapi-yaml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an OpenAPI description in YAML";
    }

    @Override
    public FormatPage page() {
        return OpenApi.PAGE;
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.API);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is YAML");
        }
        boolean named = text.lines().stream().anyMatch(OpenApiYamlReader::names);
        return named
                ? Recognition.MATCH
                : Recognition.alike("one of its first lines says «openapi:» and a version, here none does");
    }

    private static boolean names(String line) {
        String word = line.startsWith("openapi:") ? "openapi:" : line.startsWith("swagger:") ? "swagger:" : "";
        String version = line.substring(word.length()).strip();
        return !word.isEmpty() && version.length() > 1 && version.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (var json = Yaml.open(input.content(), allowance)) {
            return new OpenApi(json).reading(this, input);
        }
    }
}
