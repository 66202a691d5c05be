package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;

/// MobSF's report of a static analysis ([its API](https://mobsf.github.io/docs/#/rest_api)): what its analyses of the
/// manifest, of the network's settings, of the certificate, of the code, of App Transport Security and of
/// the binary found. What it calls good or secure is no finding; permissions, trackers and possible secrets
/// are told apart by nobody and are left out.
final class MobsfJson {
    private final JsonCursor json;
    private final FindingsSheet sheet;
    private boolean listed;

    private MobsfJson(JsonCursor json, FindingsSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonLists reader() {
        return new JsonLists(
                "mobsf-json",
                Tool.findings("mobsf"),
                new FormatPage(
                        "MobSF's report_json",
                        "3 and 4",
                        "findings of manifest, network, certificate, code, App Transport Security and binary, with severity; version",
                        "permissions, trackers, addresses, possible secrets, APIs",
                        "https://mobsf.github.io/docs/#/rest_api"),
                MobsfJson::look,
                (json, sheet) -> new MobsfJson(json, sheet).read());
    }

    private static Recognition look(Head head) {
        Recognition android = Looks.fields(head, "code_analysis", "manifest_analysis");
        return android instanceof Recognition.Match ? android : Looks.fields(head, "code_analysis", "ats_analysis");
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "version" -> sheet.version(Fields.text(json).replaceFirst("^v", ""));
                case "manifest_analysis" -> analysis("manifest", "manifest_findings");
                case "network_security" -> analysis("network", "network_findings");
                case "certificate_analysis" -> analysis("certificate", "certificate_findings");
                case "ats_analysis" -> analysis("ats", "ats_findings");
                case "code_analysis" -> {
                    listed = true;
                    analysis("code", "findings");
                }
                case "binary_analysis" -> {
                    if (json.isObject()) {
                        analysis("binary", "findings");
                    }
                }
                default -> {
                    // the app itself, permissions, trackers
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no analysis of the code.");
        }
    }

    /// A list of findings, or an object with one; of the code, by rule.
    private void analysis(String what, String list) {
        if (json.isObject()) {
            json.object(what, field -> {
                if (field.equals(list)) {
                    findings(what);
                } else if (what.equals("code") && json.isObject() && !field.equals("summary")) {
                    finding(what, field);
                }
            });
        } else {
            findings(what);
        }
    }

    private void findings(String what) {
        if (json.isObject()) {
            json.object(what, rule -> finding(what, rule));
        } else {
            json.array(what, () -> finding(what, ""));
        }
    }

    private void finding(String what, String rule) {
        if (json.isArray()) {
            certificate(what);
            return;
        }
        String[] words = {rule, "", "", ""};
        json.object("a finding", field -> field(field, words));
        add(what + (words[0].isEmpty() ? "" : "/" + words[0]), words);
    }

    private void field(String field, String[] words) {
        switch (field) {
            case "rule" -> words[0] = Fields.text(json);
            case "title", "issue" -> words[1] = Fields.text(json);
            case "description", "detailed_desc" -> words[1] = words[1].isEmpty() ? Fields.text(json) : words[1];
            case "severity", "stat", "level" -> words[2] = Fields.text(json);
            case "metadata" -> Fields.object(json, inner -> field(inner, words));
            case "files" -> Fields.object(json, path -> words[3] = words[3].isEmpty() ? path : words[3]);
            default -> {
                // what to do about it
            }
        }
    }

    /// Severity, description and title.
    private void certificate(String what) {
        String[] words = {"", "", "", ""};
        int[] at = {0};
        json.array(what, () -> {
            switch (at[0]++) {
                case 0 -> words[2] = Fields.text(json);
                case 1, 2 -> words[1] = Fields.text(json);
                default -> {
                    // nothing else belongs to it
                }
            }
        });
        add(what, words);
    }

    private void add(String rule, String[] words) {
        Severity severity = switch (words[2]) {
            case "high", "dangerous" -> Severity.HIGH;
            case "warning", "medium" -> Severity.MEDIUM;
            case "low" -> Severity.LOW;
            case "info", "hotspot" -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
        if (!words[2].equals("good") && !words[2].equals("secure")) {
            sheet.add(new Entry(rule, severity, words[3], 0, words[1], State.OPEN));
        }
    }
}
