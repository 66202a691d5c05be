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
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// An OpenAPI description in JSON (definition: [OpenAPI 3.1](https://spec.openapis.org/oas/v3.1.1.html); 2.0 was called
/// Swagger). An operation is secured when each of its alternatives demands a scheme, be it its own or the document's;
/// versioned when its path or server has a segment such as `v1`.
final class OpenApiReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("openapi-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an OpenAPI description in JSON";
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
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean named = object.texts().containsKey("openapi") || object.texts().containsKey("swagger");
        boolean look =
                named || object.fields().contains("paths") && object.fields().contains("info");
        return look
                ? Recognition.MATCH
                : new Recognition.Mismatch("it says in openapi which version it keeps to, here it does not", 2);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (var json = Json.open(input.content(), allowance)) {
            return new OpenApi(json).reading(this, input);
        }
    }
}
