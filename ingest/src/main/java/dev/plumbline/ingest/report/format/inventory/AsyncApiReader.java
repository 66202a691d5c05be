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
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// An AsyncAPI description (definition: [AsyncAPI 3.0](https://www.asyncapi.com/docs/reference/specification/v3.0.0)).
/// An operation is secured when it demands a scheme itself, or when all servers do; versioned when its
/// channel's address or a server has a segment such as `v1`.
///
/// @param yaml whether it is YAML, else JSON
record AsyncApiReader(boolean yaml) implements ReportReader {
    private String syntax() {
        return yaml ? "YAML" : "JSON";
    }

    @Override
    public Format format() {
        return new Format(yaml ? "asyncapi-yaml" : "asyncapi-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an AsyncAPI description in " + syntax();
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Springwolf, the AsyncAPI CLI, hand",
                "2.0 to 3.0",
                "operations, which of them are versioned, secured and described; number of named schemas",
                "messages, bindings, traits, what is referred to in other files",
                "https://www.asyncapi.com/docs/reference/specification/v3.0.0");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.API);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        boolean own = switch (head.shape()) {
            case Shape.JsonObject object -> !yaml && object.texts().containsKey("asyncapi");
            case Shape.Text text -> yaml && text.lines().stream().anyMatch(AsyncApiReader::names);
            case Shape.Empty _, Shape.JsonArray _, Shape.Xml _, Shape.Binary _ -> false;
        };
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("it says in asyncapi which version it keeps to, here it does not", 2);
    }

    private static boolean names(String line) {
        return line.startsWith("asyncapi:") && line.substring(9).chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (JsonCursor json = yaml ? Yaml.open(input.content(), allowance) : Json.open(input.content(), allowance)) {
            return new AsyncApi(json, allowance).reading(this, input);
        }
    }
}
