package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.HashSet;
import java.util.Set;

/// SSLyze's JSON ([its output](https://nabla-c0d3.github.io/sslyze/documentation/json-output.html)) of versions 4
/// to 6: servers, and for each what its commands found out. It judges nothing itself: a finding is what its
/// text output calls vulnerable, insecure or not trusted, and a version of SSL or TLS below 1.2 that is
/// accepted.
final class SslyzeJson {
    private final JsonCursor json;
    private final FindingsSheet sheet;
    private boolean listed;
    private boolean any;

    private SslyzeJson(JsonCursor json, FindingsSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonLists reader() {
        return new JsonLists(
                "sslyze-json",
                Tool.findings("sslyze"),
                new FormatPage(
                        "sslyze --json_out",
                        "4 to 6",
                        "vulnerabilities, old protocols and certificates without trust, by server; servers and commands that broke "
                                + "as errors of the tool; version",
                        "cipher suites, certificates, curves, headers",
                        "https://nabla-c0d3.github.io/sslyze/documentation/json-output.html"),
                head -> Looks.fields(head, "server_scan_results"),
                (json, sheet) -> new SslyzeJson(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "sslyze_version" -> sheet.version(Fields.text(json));
                case "server_scan_results" -> {
                    listed = true;
                    json.array(field, () -> new Server().read());
                }
                case "invalid_server_strings" ->
                    Fields.list(
                            json,
                            () -> Fields.object(json, name -> {
                                if (name.equals("server_string")) {
                                    sheet.toolError(Fields.text(json) + " is no server");
                                }
                            }));
                default -> {
                    // moments
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of servers.");
        }
        if (!any) {
            sheet.success(Success.FAILED);
        }
    }

    /// One server while it is being read; its name may stand behind its results.
    private final class Server {
        private final Set<String> found = new HashSet<>();
        private String host = "";
        private String status = "";
        private boolean scanned;

        void read() {
            json.object("a server", field -> {
                switch (field) {
                    case "scan_status" -> status = Fields.text(json);
                    case "server_location" ->
                        Fields.object(json, name -> {
                            if (name.equals("hostname")) {
                                host = Fields.text(json);
                            }
                        });
                    case "server_info" ->
                        Fields.object(json, name -> {
                            if (name.equals("server_location")) {
                                Fields.object(
                                        json, inner -> host = inner.equals("hostname") ? Fields.text(json) : host);
                            }
                        });
                    case "scan_result", "scan_commands_results" -> Fields.object(json, this::command);
                    case "scan_commands_errors" ->
                        Fields.object(json, name -> sheet.toolError(name + " did not come to an end"));
                    default -> {
                        // traces
                    }
                }
            });
            any |= scanned;
            if (!scanned || status.startsWith("ERROR")) {
                sheet.toolError((host.isEmpty() ? "a server" : host) + " was not scanned");
            }
            sheet.file(host);
            for (String name : found) {
                sheet.add(new Entry(name, severity(name), "", 0, host + ": " + name.replace('_', ' '), State.OPEN));
            }
        }

        /// The result itself, or since version 5 an object with it and how the command went.
        private void command(String name) {
            Fields.object(json, field -> {
                scanned = true;
                switch (field) {
                    case "status" -> {
                        if (Fields.text(json).equals("ERROR")) {
                            sheet.toolError(name + " did not come to an end");
                        }
                    }
                    case "result" -> Fields.object(json, inner -> result(name, inner));
                    default -> result(name, field);
                }
            });
        }

        private void result(String command, String field) {
            switch (field) {
                case "accepted_cipher_suites" -> accepted(command);
                case "is_vulnerable_to_heartbleed",
                        "is_vulnerable_to_ccs_injection",
                        "is_vulnerable_to_client_renegotiation_dos",
                        "accepts_client_renegotiation",
                        "supports_compression" -> found(command, Fields.is(true, json));
                case "supports_secure_renegotiation", "supports_fallback_scsv" ->
                    found(
                            command.equals("session_renegotiation") ? "insecure_renegotiation" : command,
                            Fields.is(false, json));
                case "robot_result", "robot_result_enum" ->
                    found(command, Fields.text(json).startsWith("VULNERABLE"));
                case "certificate_deployments" -> Fields.list(json, () -> Fields.object(json, this::certificate));
                default -> {
                    // what it looked at
                }
            }
        }

        private void accepted(String command) {
            boolean old = command.startsWith("ssl_") || command.startsWith("tls_1_0") || command.startsWith("tls_1_1");
            boolean[] any = {false};
            Fields.list(json, () -> any[0] = true);
            found(command.replace("_cipher_suites", ""), old && any[0]);
        }

        private void certificate(String field) {
            switch (field) {
                case "verified_certificate_chain" -> found("certificate_not_trusted", json.isNull());
                case "leaf_certificate_subject_matches_hostname" ->
                    found("certificate_of_another_host", Fields.is(false, json));
                case "verified_chain_has_sha1_signature" -> found("certificate_with_sha1", Fields.is(true, json));
                default -> {
                    // the chain
                }
            }
        }

        private void found(String name, boolean really) {
            if (really) {
                found.add(name);
            }
        }
    }

    private static Severity severity(String name) {
        return switch (name) {
            case "heartbleed" -> Severity.CRITICAL;
            case "openssl_ccs_injection",
                    "robot",
                    "ssl_2_0",
                    "ssl_3_0",
                    "certificate_not_trusted",
                    "certificate_of_another_host" -> Severity.HIGH;
            case "tls_fallback_scsv" -> Severity.LOW;
            default -> Severity.MEDIUM;
        };
    }
}
