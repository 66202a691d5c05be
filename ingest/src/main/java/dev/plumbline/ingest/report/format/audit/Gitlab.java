package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// GitLab's dependency scanning and container scanning, report versions 2 to 15 ([its
/// schemas](https://gitlab.com/gitlab-org/security-products/security-report-schemas)). Versions before 3 do not
/// say which scan it was; then the places of the vulnerabilities do.
final class Gitlab {
    private static final Pattern DEPENDENCIES =
            Pattern.compile("\"(?:type|category)\"\\s{0,20}:\\s{0,20}\"dependency_scanning\""
                    + "|\"dependency_files\"\\s{0,20}:\\s{0,20}\\[\\s{0,40}\\{");
    private static final Pattern CONTAINERS = Pattern.compile(
            "\"(?:type|category)\"\\s{0,20}:\\s{0,20}\"(?:container_scanning|cluster_image_scanning)\"");
    private static final Pattern OTHER = Pattern.compile(
            "\"type\"\\s{0,20}:\\s{0,20}" + "\"(?:sast|secret_detection|dast|api_fuzzing|coverage_fuzzing)\"");
    private static final Pattern IMAGE = Pattern.compile("\"operating_system\"\\s{0,20}:|\"image\"\\s{0,20}:");
    private static final Pattern PACKAGE = Pattern.compile("\"package\"\\s{0,20}:\\s{0,20}\\{\\s{0,40}\"name\"");
    /// Fields of look-alikes.
    private static final Set<String> STRANGE =
            Set.of("bomFormat", "metadata", "report_meta", "auditReportVersion", "database", "ok", "matches");

    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private Gitlab(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit dependencies() {
        return new Audit(
                "gitlab-dependency-scanning",
                "gitlab-dependency-scanning",
                page("analyzers of GitLab dependency scanning"),
                head -> look(head, false),
                (json, sheet) -> new Gitlab(json, sheet).read());
    }

    static Audit containers() {
        return new Audit(
                "gitlab-container-scanning",
                "gitlab-container-scanning",
                page("analyzers of GitLab container scanning"),
                head -> look(head, true),
                (json, sheet) -> new Gitlab(json, sheet).read());
    }

    private static FormatPage page(String tools) {
        return new FormatPage(
                tools,
                "2 to 15",
                "vulnerabilities with names, package, version, severity; dependencies listed; scanner, version, time, status",
                "descriptions, links, remediations",
                "https://gitlab.com/gitlab-org/security-products/security-report-schemas");
    }

    private static Recognition look(Head head, boolean container) {
        boolean envelope = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("vulnerabilities")
                && (object.fields().contains("version") || object.fields().contains("scan"))
                && object.fields().stream().noneMatch(STRANGE::contains);
        return envelope && (said(head, container) || !other(head, container) && shown(head, container))
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the fields version, vulnerabilities and a scan of this type, here it has not",
                        envelope ? 1 : 2);
    }

    private static boolean said(Head head, boolean container) {
        return container
                ? Looks.near(head, CONTAINERS, "\"container_scanning\"", "\"cluster_image_scanning\"")
                : Looks.near(head, DEPENDENCIES, "\"dependency_scanning\"", "\"dependency_files\"");
    }

    private static boolean other(Head head, boolean container) {
        return said(head, !container)
                || Looks.near(
                        head,
                        OTHER,
                        "\"sast\"",
                        "\"secret_detection\"",
                        "\"dast\"",
                        "\"api_fuzzing\"",
                        "\"coverage_fuzzing\"");
    }

    private static boolean shown(Head head, boolean container) {
        return Looks.near(head, PACKAGE, "\"package\"")
                && Looks.near(head, IMAGE, "\"operating_system\"", "\"image\"") == container;
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "vulnerabilities" -> {
                    listed = true;
                    Values.entries(json, field, this::vulnerability);
                }
                case "dependency_files" -> {
                    sheet.looked(0);
                    Values.entries(
                            json,
                            field,
                            () -> Values.object(json, name -> {
                                if (name.equals("dependencies")) {
                                    Values.entries(json, name, () -> sheet.looked(1));
                                }
                            }));
                }
                case "scan" -> Values.object(json, this::scan);
                default -> {
                    // remediations
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of vulnerabilities.");
        }
    }

    private void scan(String field) {
        switch (field) {
            case "scanner" -> Values.object(json, this::scanner);
            case "end_time" -> sheet.ran(Values.text(json));
            case "status" ->
                sheet.success(
                        switch (Values.text(json)) {
                            case "success" -> Success.SUCCEEDED;
                            case "failure" -> Success.FAILED;
                            default -> Success.UNSTATED;
                        });
            case "messages" -> Values.list(json, this::message);
            default -> {
                // analyzer, type, start
            }
        }
    }

    private void scanner(String field) {
        switch (field) {
            case "id" -> {
                String id = Values.text(json);
                if (!id.isEmpty()) {
                    sheet.tool(id);
                }
            }
            case "version" -> sheet.version(Values.text(json));
            default -> {
                // name, vendor
            }
        }
    }

    private void message() {
        String[] words = {"", ""};
        Values.object(json, field -> {
            switch (field) {
                case "level" -> words[0] = Values.text(json);
                case "value" -> words[1] = Values.text(json);
                default -> {
                    // nothing else is known
                }
            }
        });
        if (words[0].equals("fatal") || words[0].equals("error")) {
            sheet.notes().add("The scanner reports an error: «" + Texts.firstLine(words[1], 100) + "».");
        }
    }

    private void vulnerability() {
        var flaw = new Flaw();
        String[] own = {"", ""};
        var first = new ArrayList<String>();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "id" -> own[0] = Values.text(json);
                case "cve" -> own[1] = Values.text(json);
                case "severity" -> flaw.word(Values.text(json));
                case "identifiers" -> Values.list(json, () -> identifier(flaw, first));
                case "location" ->
                    Values.object(json, name -> {
                        if (name.equals("dependency")) {
                            Values.object(json, inner -> dependency(inner, flaw));
                        }
                    });
                default -> {
                    // texts, links
                }
            }
        });
        if (flaw.nameless()) {
            flaw.named(!first.isEmpty() ? first.getFirst() : own[1].isEmpty() ? own[0] : own[1]);
        }
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has neither an id nor an identifier.");
        }
        sheet.add(flaw);
    }

    /// Identifiers are also those of classes (CWE) and of bulletins, which cover many vulnerabilities.
    private void identifier(Flaw flaw, List<String> first) {
        String[] words = {"", "", ""};
        Values.object(json, field -> {
            switch (field) {
                case "type" -> words[0] = Values.text(json);
                case "value" -> words[1] = Values.text(json);
                case "name" -> words[2] = Values.text(json);
                default -> {
                    // address
                }
            }
        });
        String name = words[1].isEmpty() ? words[2] : words[1];
        flaw.perhapsNamed(name);
        if (first.isEmpty() && !name.isEmpty()) {
            first.add(words[0].equals("gemnasium") ? "gemnasium:" + name : name);
        }
    }

    private void dependency(String field, Flaw flaw) {
        switch (field) {
            case "version" -> flaw.in("", Values.text(json));
            case "package" ->
                Values.object(json, name -> {
                    if (name.equals("name")) {
                        flaw.in(Values.text(json), "");
                    }
                });
            default -> {
                // ways to it
            }
        }
    }
}
