package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Kind;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts the operations of one API description. What the document demands of all operations may stand behind them, so
/// those that demand nothing themselves are counted apart.
final class OpenApi {
    /// One description in two syntaxes.
    static final FormatPage PAGE = new FormatPage(
            "FastAPI, springdoc, NSwag, hand",
            "2.0 and 3.0 to 3.2",
            "operations, which of them are versioned, secured and described; number of named schemas",
            "parameters, responses, what is referred to in other files",
            "https://spec.openapis.org/oas/v3.1.1.html");

    private static final int WORD_CHARS = 300;
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final JsonCursor json;
    private final Notes notes = new Notes();
    private @Nullable String version;
    private boolean paths;
    private int operations;
    private int versioned;
    private int secured;
    private int inheriting;
    private int described;
    private int schemas;
    private int elsewhere;
    private boolean documentVersioned;
    private boolean documentSecured;

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
        var totals = new ApiTotals(
                operations,
                documentVersioned ? operations : versioned,
                documentSecured ? secured + inheriting : secured,
                described,
                schemas);
        var declared = input.declared().tool();
        String tool = declared.name() == null ? "openapi" : declared.name();
        var run = ToolRuns.joined(ToolRuns.Stated.of(tool, null), declared);
        var figures = Figures.builder()
                .put("operations", totals.operations())
                .put("versioned", totals.versioned())
                .put("secured", totals.secured())
                .put("described", totals.described())
                .put("schemas", totals.schemas());
        return Reading.of(new ApiEvidence(Kind.API, reader.source(input, run, notes), totals), figures.build());
    }

    private void field(String name) {
        switch (name) {
            case "openapi", "swagger" -> version = json.text(name, WORD_CHARS);
            case "paths" -> {
                paths = true;
                object(name, this::path);
            }
            case "webhooks" -> paths = true;
            case "security" -> documentSecured = security();
            case "servers" -> json.array(name, this::server);
            case "basePath" -> documentVersioned |= versioned(json.textOrNothing(WORD_CHARS));
            case "components" -> {
                paths = true;
                object(name, field -> {
                    if (field.equals("schemas")) {
                        object(field, _ -> schemas++);
                    }
                });
            }
            case "definitions" -> object(name, _ -> schemas++);
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
                documentVersioned |= versioned(json.textOrNothing(WORD_CHARS));
            }
        });
    }

    private void path(String path) {
        boolean own = versioned(path);
        if (!json.isObject()) {
            return;
        }
        json.object("a path", name -> {
            if (METHODS.contains(name)) {
                operation(own);
            } else if (name.equals("$ref")) {
                elsewhere++;
            }
        });
    }

    private void operation(boolean own) {
        boolean[] known = new boolean[3];
        json.object("an operation", name -> {
            switch (name) {
                case "summary", "description" -> known[0] |= said();
                case "security" -> {
                    known[1] = true;
                    known[2] = security();
                }
                default -> {
                    // parameters, bodies, responses
                }
            }
        });
        operations++;
        versioned += own ? 1 : 0;
        described += known[0] ? 1 : 0;
        secured += known[2] ? 1 : 0;
        inheriting += known[1] ? 0 : 1;
    }

    private boolean said() {
        String text = json.textOrNothing(WORD_CHARS);
        return text != null && !text.isBlank();
    }

    /// A list of alternatives; an empty one lets everybody in, and so does an empty list.
    private boolean security() {
        int[] counts = new int[2];
        json.array("security", () -> {
            int[] schemes = new int[1];
            json.object("a security requirement", _ -> schemes[0]++);
            counts[0]++;
            counts[1] += schemes[0] == 0 ? 1 : 0;
        });
        return counts[0] > 0 && counts[1] == 0;
    }

    /// Whether a segment of a path or address is `v` and a number: `/api/v2/orders`.
    private static boolean versioned(@Nullable String path) {
        int length = path == null ? 0 : path.length();
        for (int i = 0; path != null && i + 1 < length; i++) {
            boolean starts = i == 0 || path.charAt(i - 1) == '/';
            char letter = path.charAt(i);
            char digit = path.charAt(i + 1);
            if (starts && (letter == 'v' || letter == 'V') && digit >= '0' && digit <= '9') {
                return true;
            }
        }
        return false;
    }
}
