package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;

/// JSON reports of what looks for code and dependencies that nobody uses, and of policies: lists by kind of entry.
final class UnusedJson {
    private static final int CHARS = 1_000;

    private UnusedJson() {}

    static List<JsonLists> all() {
        return List.of(depcheck(), knip(), conftest());
    }

    /// depcheck's documentation of `--json`. What it lists makes it fail.
    private static JsonLists depcheck() {
        return new JsonLists(
                "depcheck-json",
                Tool.findings("depcheck"),
                new FormatPage(
                        "depcheck --json",
                        "all",
                        "unused and missing dependencies; files that could not be read",
                        "where dependencies are used",
                        "https://github.com/depcheck/depcheck#json-output"),
                head -> Looks.fields(head, "dependencies", "devDependencies", "missing", "using"),
                UnusedJson::depcheck);
    }

    private static void depcheck(JsonCursor json, FindingsSheet sheet) {
        json.object("the report", field -> {
            switch (field) {
                case "dependencies" -> json.array(field, () -> unused(json, "unused-dependency", sheet));
                case "devDependencies" -> json.array(field, () -> unused(json, "unused-dev-dependency", sheet));
                case "missing" -> json.object(field, name -> missing(json, name, sheet));
                case "invalidFiles", "invalidDirs" ->
                    json.object(field, path -> sheet.toolError(path + ": " + text(json)));
                default -> {
                    // using
                }
            }
        });
    }

    private static void unused(JsonCursor json, String rule, FindingsSheet sheet) {
        sheet.add(new Entry(rule, Severity.HIGH, "package.json", 0, text(json), State.OPEN));
    }

    private static void missing(JsonCursor json, String name, FindingsSheet sheet) {
        var files = new ArrayList<String>();
        json.array("files", () -> {
            String file = text(json);
            if (files.isEmpty()) {
                files.add(file);
            }
        });
        String path = files.isEmpty() ? "package.json" : files.getFirst();
        sheet.add(new Entry("missing-dependency", Severity.HIGH, path, 0, name, State.OPEN));
    }

    /// knip's reporters/json.ts: by file a list for each kind of issue, in which an issue that has several places is a
    /// list of its own; before version 6 unused files stand beside.
    private static JsonLists knip() {
        return new JsonLists(
                "knip-json",
                Tool.findings("knip"),
                new FormatPage(
                        "knip --reporter json",
                        "3 and later",
                        "issues by kind with name and place; unused files",
                        "owners, columns",
                        "https://knip.dev/features/reporters#json"),
                head -> {
                    Recognition look = Looks.fields(head, "issues");
                    return look instanceof Recognition.Match
                                    && !(Looks.has(head, "\"unlisted\"") && Looks.has(head, "\"unresolved\""))
                                    && !(head.shape() instanceof Shape.JsonObject object
                                            && object.fields().contains("files")
                                            && object.fields().size() == 2)
                            ? Recognition.alike(
                                    "its issues have the fields unlisted and unresolved, here they have not")
                            : look;
                },
                UnusedJson::knip);
    }

    private static void knip(JsonCursor json, FindingsSheet sheet) {
        json.object("the report", field -> {
            switch (field) {
                case "files" -> json.array(field, () -> sheet.add(issue("files", text(json), 0, "")));
                case "issues" -> json.array(field, () -> knipFile(json, sheet));
                default -> {
                    // nothing else is there
                }
            }
        });
    }

    /// The file's name may stand behind its issues.
    private static void knipFile(JsonCursor json, FindingsSheet sheet) {
        String[] file = {""};
        var issues = new ArrayList<Entry>();
        json.object("an entry", kind -> {
            if (kind.equals("file")) {
                file[0] = text(json);
            } else if (json.isArray() && !kind.equals("owners")) {
                json.array(kind, () -> issues.add(knipIssue(json, kind)));
            } else if (json.isObject()) {
                // members by the name of their enum or class, before version 6
                json.object(kind, owner -> json.array(kind, () -> issues.add(knipIssue(json, kind))));
            }
        });
        issues.forEach(issue -> sheet.add(issue.path(file[0])));
    }

    private static Entry knipIssue(JsonCursor json, String kind) {
        int[] line = new int[1];
        var names = new ArrayList<String>();
        Runnable[] part = new Runnable[1];
        part[0] = () -> {
            if (json.isObject()) {
                json.object("an issue", field -> {
                    switch (field) {
                        case "name" -> names.add(text(json));
                        case "line" -> {
                            Integer number = json.isNumber() ? json.whole(field) : null;
                            line[0] = line[0] == 0 && number != null ? number : line[0];
                        }
                        default -> {
                            // columns
                        }
                    }
                });
            } else if (json.isArray()) {
                json.array("an issue", part[0]);
            } else {
                names.add(text(json));
            }
        };
        part[0].run();
        return issue(kind, "", line[0], String.join(", ", names));
    }

    private static Entry issue(String kind, String path, int line, String message) {
        return new Entry(kind, Severity.HIGH, path, line, message.isEmpty() ? kind : message, State.OPEN);
    }

    /// Conftest's output/result.go: what a policy denies, warns of, and excepts, by file.
    private static JsonLists conftest() {
        return new JsonLists(
                "conftest-json",
                Tool.findings("conftest"),
                new FormatPage(
                        "conftest test --output json",
                        "all",
                        "failures and warnings with message and place; exceptions as suppressed",
                        "queries, traces, metadata",
                        "https://www.conftest.dev/output/"),
                head -> head.shape() instanceof Shape.JsonArray list
                                && list.itemFields().contains("filename")
                                && list.itemFields().contains("successes")
                        ? Recognition.MATCH
                        : Recognition.alike("its entries have the fields filename and successes, here they have not"),
                (json, sheet) -> json.array("the report", () -> conftestFile(json, sheet)));
    }

    private static void conftestFile(JsonCursor json, FindingsSheet sheet) {
        String[] words = {"", "main"};
        var results = new ArrayList<Entry>();
        sheet.file();
        json.object("a file", field -> {
            switch (field) {
                case "filename" -> words[0] = text(json);
                case "namespace" -> words[1] = text(json);
                case "failures" -> json.array(field, () -> results.add(result(json, Severity.HIGH, State.OPEN)));
                case "warnings" -> json.array(field, () -> results.add(result(json, Severity.MEDIUM, State.OPEN)));
                case "exceptions" ->
                    json.array(field, () -> results.add(result(json, Severity.HIGH, State.SUPPRESSED)));
                default -> {
                    // successes, what was skipped, queries
                }
            }
        });
        results.forEach(
                result -> sheet.add(result.rule(words[1]).path(result.path().isEmpty() ? words[0] : result.path())));
    }

    private static Entry result(JsonCursor json, Severity severity, State state) {
        String[] words = {"", ""};
        int[] line = new int[1];
        json.object("a result", field -> {
            switch (field) {
                case "msg" -> words[0] = text(json);
                case "loc" ->
                    json.object(field, part -> {
                        if (part.equals("file")) {
                            words[1] = text(json);
                        } else if (part.equals("line") && json.isNumber()) {
                            Integer number = json.whole(part);
                            line[0] = number == null ? 0 : number;
                        }
                    });
                default -> {
                    // metadata, outputs
                }
            }
        });
        if (words[0].isEmpty()) {
            throw json.wrong("A result has no message.");
        }
        return new Entry("", severity, words[1], line[0], words[0], state);
    }

    private static String text(JsonCursor json) {
        String text = json.textOrNothing(CHARS);
        return text == null ? "" : text;
    }
}
