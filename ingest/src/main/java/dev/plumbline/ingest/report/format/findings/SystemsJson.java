package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// JSON reports of linters for Go, Rust and shells.
final class SystemsJson {
    private static final Pattern BUF_RULE = Pattern.compile("\"type\": ?\"[A-Z][A-Z_0-9]+\"");
    private static final Pattern PLACE = Pattern.compile("(.{1,1000}?):(\\d{1,9})(?::\\d{1,9})?");

    private SystemsJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                golangci(),
                staticcheck(),
                gosec(),
                cargo(),
                cargoDeny(),
                shellcheck(),
                shellcheck1(),
                gcc(),
                buf(),
                coverity());
    }

    /// golangci-lint's pkg/printers/json.go: issues may be null, a severity is stated only where people
    /// configured it, and the report names the linters that ran.
    private static JsonDialect golangci() {
        return JsonDialect.of("golangci-lint-json", Tool.findings("golangci-lint"))
                .object("Issues")
                .without("Stats", "Golang errors")
                .only(JsonDialect.has("Report", "FromLinter"))
                // since version 2 it counts the issues below the JSON, unless it is told not to
                .talks()
                .findings("/Issues/*")
                .at("/Report/Linters/*", JsonLayout.Role.CHOSEN_RULE)
                .columns("FromLinter", "Text", "Pos/Filename", "Pos/Line", "Severity")
                .values("Name", "Enabled")
                .nulls()
                .facts(
                        (row, sheet) -> {
                            String error = row.find("Report/Error");
                            if (error != null) {
                                sheet.toolError(error);
                                sheet.success(Success.FAILED);
                            }
                        },
                        "Report/Error")
                .page(
                        "golangci-lint --output.json.path",
                        "issues with linter, severity, place; linters that ran; the tool's error",
                        "https://golangci-lint.run/docs/configuration/file/#output-configuration");
    }

    /// Buf's private/bufpkg/bufanalysis, `--error-format=json`: an object a line, for `buf lint` and `buf
    /// breaking`. What is about a whole file has no line.
    private static JsonDialect buf() {
        return JsonDialect.of("buf-json", Tool.findings("buf"))
                .sequence("path", "type", "message")
                .only(head -> Looks.says(head, BUF_RULE, "\"type\""))
                .silence(JsonDialect.Silence.ALWAYS)
                .columns("type", "message", "path", "start_line", "")
                .always(Severity.HIGH)
                .page(
                        "buf lint, buf breaking --error-format=json",
                        "violations with rule and place",
                        "https://buf.build/docs/reference/cli/buf/lint/");
    }

    /// Coverity's `cov-format-errors --json-output-v7` and its neighbours. The event that is the main one
    /// says what is wrong.
    private static JsonDialect coverity() {
        return JsonDialect.of("coverity-json", Tool.findings("coverity"))
                .object("issues", "formatVersion")
                .findings("/issues/*")
                .columns(
                        "checkerName",
                        "checkerProperties/subcategoryShortDescription|events/*/eventDescription|checkerName",
                        "strippedMainEventFilePathname|mainEventFilePathname",
                        "mainEventLineNumber",
                        "checkerProperties/impact")
                .page(
                        "Coverity: cov-format-errors --json-output-v2 to v10",
                        "issues with checker, impact as severity, place",
                        "https://documentation.blackduck.com/bundle/coverity-docs");
    }

    /// GCC's documentation of `-fdiagnostics-format=json`, gcc/diagnostic-format-json.cc. What explains a
    /// diagnostic lies among its children and is no entry.
    private static JsonDialect gcc() {
        return JsonDialect.of("gcc-json", Tool.findings("gcc"))
                .list("kind", "message", "locations", "children")
                .findings("/*")
                .columns("option", "message", "locations/*/caret/file", "locations/*/caret/line", "kind")
                .level(word -> Severities.ofWord(word.equals("fatal error") ? "fatal" : word))
                .change(entry -> entry.rule().isEmpty() ? entry.rule("compiler") : entry)
                .page(
                        "gcc -fdiagnostics-format=json",
                        "diagnostics with option, kind as severity, place",
                        "https://gcc.gnu.org/onlinedocs/gcc-14.2.0/gcc/Diagnostic-Message-Formatting-Options.html");
    }

    /// golang.org/x/tools/go/analysis/internal/analysisflags: problems by package and analyzer. {@link
    /// GoVetReader} takes off what `go vet` writes between the packages.
    static JsonDialect goVet() {
        return JsonDialect.of("go-vet-json", Tool.findings("go-vet"))
                .several()
                .only(JsonDialect.has("posn"))
                .at("/{}/{}", JsonLayout.Role.GROUP)
                .findings("/{}/{}/*")
                .columns(JsonLayout.FIELD_NAME, "message", "posn", "", "")
                .values("error")
                .always(Severity.HIGH)
                .adjust((row, entry) -> place(entry))
                .facts(
                        (row, sheet) -> {
                            String error = row.find("error");
                            if (error != null) {
                                sheet.toolError(error);
                                sheet.success(Success.FAILED);
                            }
                        },
                        "error")
                .page(
                        "go vet -json",
                        "problems with analyzer and place; errors of analyzers",
                        "https://pkg.go.dev/cmd/vet");
    }

    /// `cart.go:8:2`.
    private static Entry place(Entry entry) {
        Matcher place = PLACE.matcher(entry.path());
        return place.matches() ? entry.path(place.group(1)).line(Integer.parseInt(place.group(2))) : entry;
    }

    /// staticcheck's documentation of `-f json`: a line for each problem; severity `ignored` is one that a
    /// comment suppresses.
    private static JsonDialect staticcheck() {
        return JsonDialect.of("staticcheck-json", Tool.findings("staticcheck"))
                .sequence("code", "severity", "location", "end", "message")
                .silence(JsonDialect.Silence.ALWAYS)
                .columns("code", "message", "location/file", "location/line", "severity")
                .adjust((row, entry) -> entry.suppressed(row.text("severity").equals("ignored")))
                .page(
                        "staticcheck -f json",
                        "problems with check, severity, place; ignored ones as suppressed",
                        "https://staticcheck.dev/docs/running-staticcheck/cli/formatters/");
    }

    /// gosec's report/json and issue/issue.go. With `-track-suppressions` an issue carries its
    /// suppressions.
    private static JsonDialect gosec() {
        return JsonDialect.of("gosec-json", Tool.findings("gosec"))
                .object("Issues", "Stats|Golang errors")
                .findings("/Issues/*")
                .at("/Golang errors/{}/*", JsonLayout.Role.ERROR)
                .columns("rule_id", "details", "file", "line", "severity")
                .values("nosec", "suppressions/*/kind", "suppressions/*/justification")
                .nulls()
                .adjust((row, entry) -> entry.suppressed(
                        row.flag("nosec") || row.find("suppressions/*/kind|suppressions/*/justification") != null))
                .errors(FindingsSheet.Errors.OWN)
                .version("GosecVersion")
                .declares("Stats/found", "findings")
                .declares("Stats/files", "files")
                .declares("Stats/nosec", "suppressed")
                .page(
                        "gosec -fmt=json",
                        "issues with rule, severity, place; suppressed ones; errors of the Go tool chain; version; the tool's own counts",
                        "https://github.com/securego/gosec#output-formats");
    }

    /// Cargo's «JSON messages» with rustc's diagnostics in them. Messages without a place and a code sum
    /// others up, and lines that are no JSON come from programs that cargo runs. A build that broke without
    /// an error of its own in the list was not checked to its end.
    private static JsonDialect cargo() {
        return JsonDialect.of("cargo-json", Tool.findings("clippy"))
                .sequence("reason", "package_id|success")
                .talks()
                .columns(
                        "message/code/code",
                        "message/message",
                        "message/spans/*/file_name",
                        "message/spans/*/line_start",
                        "message/level")
                .values("reason", "success")
                .level(word -> word.startsWith("error") ? Severity.HIGH : Severities.ofWord(word))
                .adjust((row, entry) -> {
                    boolean summary = entry.rule().isEmpty() && entry.path().isEmpty();
                    return row.text("reason").equals("compiler-message") && !summary ? entry : null;
                })
                .facts((row, sheet) -> {
                    boolean broken = row.text("reason").equals("build-finished")
                            && row.text("success").equals("false");
                    if (broken && !sheet.openErrors()) {
                        sheet.success(Success.FAILED);
                        sheet.notes().add("The build broke, and no diagnostic says why.");
                    }
                })
                .page(
                        "cargo clippy --message-format=json, cargo check, cargo build",
                        "diagnostics with lint, level, first place; whether the build ended well",
                        "https://doc.rust-lang.org/cargo/reference/external-tools.html#json-messages");
    }

    /// cargo-deny's `--format json`, which it writes to its error output: diagnostics, among lines of a
    /// log. It did its work when a summary ends them.
    private static JsonDialect cargoDeny() {
        return JsonDialect.of("cargo-deny-json", Tool.findings("cargo-deny"))
                .sequence("type", "fields")
                .columns("fields/code", "fields/message", "", "", "fields/severity")
                .values("type", "fields/advisory/id", "fields/graphs/*/Krate/name")
                .adjust((row, entry) -> {
                    if (!row.text("type").equals("diagnostic")) {
                        return null;
                    }
                    String id = row.text("fields/advisory/id");
                    String crate = row.text("fields/graphs/*/Krate/name");
                    String message = (id.isEmpty() ? "" : id + ": ") + entry.message();
                    return entry.rule(entry.rule().isEmpty() ? "unnamed" : entry.rule())
                            .message(crate.isEmpty() ? message : message + " (" + crate + ")");
                })
                .page(
                        "cargo deny --format json check",
                        "diagnostics of advisories, bans, licences, sources with code, severity, advisory, crate",
                        "https://embarkstudios.github.io/cargo-deny/cli/common.html");
    }

    /// ShellCheck's Formatter/JSON.hs: a list.
    private static JsonDialect shellcheck() {
        return shell("shellcheck-json")
                .list("file", "line", "endLine", "level", "code", "message")
                .findings("/*")
                .page(
                        "ShellCheck --format=json",
                        "comments with code, level, place",
                        "https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#formats");
    }

    /// ShellCheck's Formatter/JSON1.hs: the list in an object.
    private static JsonDialect shellcheck1() {
        return shell("shellcheck-json1")
                .object("comments")
                .findings("/comments/*")
                .page(
                        "ShellCheck --format=json1",
                        "comments with code, level, place",
                        "https://github.com/koalaman/shellcheck/blob/master/shellcheck.1.md#formats");
    }

    private static JsonDialect.Builder shell(String format) {
        return JsonDialect.of(format, Tool.findings("shellcheck"))
                .columns("code", "message", "file", "line", "level")
                .change(entry -> entry.rule("SC" + entry.rule()));
    }
}
