package dev.plumbline.collect.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;
import java.util.HashSet;
import java.util.Set;

/// Counts what the descriptions of an API say. One that lies there twice, as YAML and as JSON, counts once.
final class ApiFacts {
    private final Tally tally;
    private final Set<Set<String>> known = new HashSet<>();

    ApiFacts(Tally tally) {
        this.tally = tally;
    }

    /// Whether a text is worth being read.
    static boolean mayBe(String text) {
        return text.contains("openapi") || text.contains("swagger");
    }

    void see(SourcePath at, JsonNode document) {
        if (!document.path("openapi").isTextual() && !document.path("swagger").isTextual()) {
            return;
        }
        var api = new ApiDocument(document);
        if (!known.add(api.operations())) {
            return;
        }
        tally.add(
                Fact.API_DOCUMENTS,
                at.path(),
                0,
                document.path("info").path("title").asText());
        api.count(at, tally);
        var totals = api.totals();
        tally.add(Fact.API_OPERATIONS, totals.operations());
        tally.add(Fact.API_SCHEMAS, totals.schemas());
    }
}
