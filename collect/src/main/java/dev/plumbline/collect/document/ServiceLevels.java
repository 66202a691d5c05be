package dev.plumbline.collect.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;

/// Objectives of service levels: OpenSLO's `SLO`, Sloth's lists and `PrometheusServiceLevel`, Pyrra's
/// `ServiceLevelObjective`.
final class ServiceLevels {
    private final Tally tally;

    ServiceLevels(Tally tally) {
        this.tally = tally;
    }

    /// Whether a text is worth being read.
    static boolean mayBe(String text) {
        return text.contains("openslo") || text.contains("prometheus/v1") || text.contains("ServiceLevel");
    }

    void see(SourcePath at, JsonNode document) {
        String kind = document.path("kind").asText();
        boolean openSlo = document.path("apiVersion").asText().startsWith("openslo");
        if ((openSlo && kind.equals("SLO")) || kind.equals("ServiceLevelObjective")) {
            add(at, document.path("metadata").path("name").asText());
        } else if (kind.equals("PrometheusServiceLevel")) {
            document.path("spec")
                    .path("slos")
                    .forEach(slo -> add(at, slo.path("name").asText()));
        } else if (document.path("version").asText().equals("prometheus/v1")) {
            document.path("slos").forEach(slo -> add(at, slo.path("name").asText()));
        }
    }

    private void add(SourcePath at, String name) {
        tally.add(Fact.SERVICE_LEVELS, at.path(), 0, name);
    }
}
