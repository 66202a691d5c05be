package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.Set;

/// Lighthouse's result ([its
/// object](https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md)):
/// audits with a score from 0 to 1. A finding is an audit that Lighthouse itself does not show as passed,
/// which it does from 0.9 on; below 0.5 it draws it red. What is informative, to be done by hand or does
/// not apply has no score.
final class LighthouseJson {
    private static final double PASSES = 0.9;
    private static final double RED = 0.5;
    private static final Set<String> UNSCORED =
            Set.of("informative", "manual", "notApplicable", "not-applicable", "not_applicable");

    private final JsonCursor json;
    private final FindingsSheet sheet;
    private boolean listed;

    private LighthouseJson(JsonCursor json, FindingsSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonLists reader() {
        return new JsonLists(
                "lighthouse-json",
                Tool.findings("lighthouse"),
                new FormatPage(
                        "lighthouse --output json, Lighthouse CI's lhr-*.json",
                        "3 and later",
                        "audits that are not passed, with their score as severity; audits that broke as errors of the tool; version",
                        "scores of categories, details, stack packs, timings",
                        "https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md"),
                head -> Looks.fields(head, "lighthouseVersion", "audits"),
                (json, sheet) -> new LighthouseJson(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "lighthouseVersion" -> sheet.version(Fields.text(json));
                case "fetchTime" -> sheet.finished(Fields.text(json));
                case "runtimeError" -> runtimeError();
                case "audits" -> {
                    listed = true;
                    json.object(field, this::audit);
                }
                default -> {
                    // categories, settings
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no audits.");
        }
    }

    /// The page could not be looked at: all audits say the same.
    private void runtimeError() {
        String[] words = {"", ""};
        Fields.object(json, field -> {
            switch (field) {
                case "code" -> words[0] = Fields.text(json);
                case "message" -> words[1] = Fields.text(json);
                default -> {
                    // its stack
                }
            }
        });
        if (!words[0].isEmpty() && !words[0].equals("NO_ERROR")) {
            sheet.success(Success.FAILED);
            sheet.toolError(words[0] + ": " + words[1]);
        }
    }

    private void audit(String id) {
        String[] words = {"", "", ""};
        double[] score = {-1};
        json.object("an audit", field -> {
            switch (field) {
                case "title", "description" -> words[0] = words[0].isEmpty() ? Fields.text(json) : words[0];
                case "scoreDisplayMode" -> words[1] = Fields.text(json);
                case "errorMessage" -> words[2] = Fields.text(json);
                case "score" -> score[0] = score();
                default -> {
                    // details
                }
            }
        });
        sheet.enable(id);
        if (words[1].equals("error")) {
            sheet.toolError(id + ": " + words[2]);
        } else if (score[0] >= 0 && score[0] < PASSES && !UNSCORED.contains(words[1])) {
            Severity severity = score[0] < RED ? Severity.HIGH : Severity.MEDIUM;
            sheet.add(new Entry(id, severity, "", 0, words[0], State.OPEN));
        }
    }

    /// {@return the score; negative where there is none}
    private double score() {
        if (json.isNumber()) {
            Double number = json.number("a score");
            return number == null ? -1 : number;
        }
        return Fields.is(false, json) ? 0 : -1;
    }
}
