package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.ApiOutline;
import dev.plumbline.model.evidence.ApiOutline.Demand;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts the operations of one API description.
final class OpenApi {
    /// One description in two syntaxes.
    static final FormatPage PAGE = new FormatPage(
            "FastAPI, springdoc, NSwag, hand",
            "2.0 and 3.0 to 3.2",
            "operations, which of them are versioned, secured and described; number of named schemas",
            "parameters, responses, what is referred to in other files",
            "https://spec.openapis.org/oas/v3.1.1.html");

    private static final int WORD_CHARS = 300;

    private final JsonCursor json;
    private final Notes notes = new Notes();
    private final ApiOutline outline = new ApiOutline();
    private @Nullable String version;
    private boolean paths;
    private int elsewhere;

    OpenApi(JsonCursor json) {
        this.json = json;
    }

    Reading reading(ReportReader reader, ReportInput input) {
        json.object("the document", this::field);
        json.end();
        if (version == null) {
            throw json.wrong("The document does not say in openapi or swagger to which version it keeps.");
        }
        if (!paths) {
            throw json.wrong("The document has no paths, webhooks or components.");
        }
        if (elsewhere > 0) {
            notes.add(elsewhere + " paths stand in other files, which are not read.");
        }
        notes.replaced(json.replacedCharacters());
        return new ApiReading(reader, input).of(outline.totals(), "openapi", notes);
    }

    private void field(String name) {
        switch (name) {
            case "openapi", "swagger" -> version = json.text(name, WORD_CHARS);
            case "paths" -> {
                paths = true;
                object(name, this::path);
            }
            case "webhooks" -> paths = true;
            case "security" -> outline.demandOfAll(security());
            case "servers" -> json.array(name, this::server);
            case "basePath" -> address();
            case "components" -> {
                paths = true;
                object(name, field -> {
                    if (field.equals("schemas")) {
                        object(field, _ -> outline.schema());
                    }
                });
            }
            case "definitions" -> object(name, _ -> outline.schema());
            default -> {
                // what the API is called and who keeps it
            }
        }
    }

    /// In YAML an object of which all lines are comments is null.
    private void object(String what, Consumer<String> field) {
        if (!json.isNull()) {
            json.object(what, field);
        }
    }

    private void server() {
        json.object("a server", name -> {
            if (name.equals("url")) {
                address();
            }
        });
    }

    private void address() {
        String text = json.textOrNothing(WORD_CHARS);
        if (text != null) {
            outline.address(text);
        }
    }

    private void path(String path) {
        if (!json.isObject()) {
            return;
        }
        json.object("a path", name -> {
            if (ApiOutline.method(name)) {
                operation(path);
            } else if (name.equals("$ref")) {
                elsewhere++;
            }
        });
    }

    private void operation(String path) {
        boolean[] described = new boolean[1];
        var demand = new Demand[] {Demand.AS_ALL};
        json.object("an operation", name -> {
            switch (name) {
                case "summary", "description" -> described[0] |= said();
                case "security" -> demand[0] = security();
                default -> {
                    // parameters, bodies, responses
                }
            }
        });
        outline.operation(path, described[0], demand[0]);
    }

    private boolean said() {
        String text = json.textOrNothing(WORD_CHARS);
        return text != null && !text.isBlank();
    }

    private Demand security() {
        int[] counts = new int[2];
        json.array("security", () -> {
            int[] schemes = new int[1];
            json.object("a security requirement", _ -> schemes[0]++);
            counts[0]++;
            counts[1] += schemes[0] == 0 ? 1 : 0;
        });
        return ApiOutline.demand(counts[0], counts[1]);
    }
}
