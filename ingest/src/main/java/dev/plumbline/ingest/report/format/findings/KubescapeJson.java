package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Kubescape's JSON of version 2 ([its summary](https://github.com/kubescape/opa-utils/blob/master/reporthandling/v2)):
/// controls and how much each weighs, then the resources with the controls that were tried on them. A
/// finding is a control that failed on a resource; one that an exception excuses is suppressed.
final class KubescapeJson {
    private static final int NAME_CHARS = 300;

    private final JsonCursor json;
    private final FindingsSheet sheet;
    private final Map<String, Severity> weights = new HashMap<>();
    private boolean listed;

    private KubescapeJson(JsonCursor json, FindingsSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonLists reader() {
        return new JsonLists(
                "kubescape-json",
                Tool.findings("kubescape"),
                new FormatPage(
                        "kubescape scan --format json --format-version v2",
                        "2",
                        "controls that failed, with severity, by resource; excused ones as suppressed",
                        "resources, rules, frameworks, controls that were passed",
                        "https://github.com/kubescape/opa-utils/tree/master/reporthandling/v2"),
                KubescapeJson::look,
                (json, sheet) -> new KubescapeJson(json, sheet).read());
    }

    private static Recognition look(Head head) {
        return Looks.fields(head, "summaryDetails", "results");
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "summaryDetails" ->
                    object(name -> {
                        if (name.equals("controls")) {
                            object(this::weigh);
                        }
                    });
                case "results" -> {
                    listed = true;
                    if (!json.isNull()) {
                        json.array(field, this::resource);
                    }
                }
                default -> {
                    // resources, metadata
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of results.");
        }
    }

    /// Kubescape calls a control whose factor is below 4 low, below 7 medium, below 9 high, else critical:
    /// the bounds of CVSS.
    private void weigh(String control) {
        object(field -> {
            if (field.equals("scoreFactor") && json.isNumber()) {
                Double factor = json.number("a factor");
                if (factor != null && weights.size() < 10_000) {
                    weights.put(control, Severities.ofScore(factor));
                }
            }
        });
    }

    private void resource() {
        @Nullable String[] name = new @Nullable String[1];
        json.object("a result", field -> {
            switch (field) {
                case "resourceID" -> name[0] = json.textOrNothing(NAME_CHARS);
                case "controls" -> {
                    if (!json.isNull()) {
                        json.array(field, () -> control(Objects.requireNonNullElse(name[0], "")));
                    }
                }
                default -> {
                    // its priority
                }
            }
        });
    }

    private void control(String resource) {
        @Nullable String[] words = new @Nullable String[4];
        json.object("a control", field -> {
            switch (field) {
                case "controlID" -> words[0] = json.textOrNothing(NAME_CHARS);
                case "name" -> words[1] = json.textOrNothing(NAME_CHARS);
                case "status" -> {
                    if (json.isObject()) {
                        object(inner -> status(inner, words));
                    } else {
                        words[2] = json.textOrNothing(NAME_CHARS);
                    }
                }
                default -> {
                    // its rules
                }
            }
        });
        if ("failed".equals(words[2]) || "excluded".equals(words[2])) {
            String rule = Objects.requireNonNullElse(words[0], "");
            if (rule.isEmpty()) {
                throw json.wrong("A control that failed has no controlID.");
            }
            boolean excused = "excluded".equals(words[2]) || "w/exceptions".equals(words[3]);
            sheet.add(new Entry(
                    rule,
                    weights.getOrDefault(rule, Severity.UNSTATED),
                    "",
                    0,
                    Objects.requireNonNullElse(words[1], rule) + (resource.isEmpty() ? "" : " (" + resource + ")"),
                    excused ? State.SUPPRESSED : State.OPEN));
        }
    }

    private void status(String field, @Nullable String[] words) {
        switch (field) {
            case "status" -> words[2] = json.textOrNothing(NAME_CHARS);
            case "subStatus" -> words[3] = json.textOrNothing(NAME_CHARS);
            default -> {
                // why
            }
        }
    }

    private void object(Consumer<String> field) {
        if (json.isObject()) {
            json.object("an object", field);
        }
    }
}
