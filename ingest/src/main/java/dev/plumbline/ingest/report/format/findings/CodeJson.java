package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports on code: of complexity, of linters that gather others, of C, PHP, Ruby, Crystal, Elixir, D,
/// Puppet, PowerShell and .NET.
final class CodeJson {
    private CodeJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                radonBlocks(),
                radonModules(),
                prospector(),
                pylama(),
                puppetLint(),
                psScriptAnalyzer(),
                pvsStudio(),
                dscanner(),
                ameba(),
                sobelow(),
                templates("haml-lint", "https://github.com/sds/haml-lint#json"),
                templates("slim-lint", "https://github.com/sds/slim-lint#readme"),
                erbLint(),
                scssLint(),
                oclint(),
                phpCsFixer(),
                deptrac(),
                dotnetFormat());
    }

    /// Radon's cc_to_dict in tools.py: blocks by file, with the rank of their complexity. A method stands
    /// in its class and again beside it; what stands in the list of a file counts.
    private static JsonDialect radonBlocks() {
        return JsonDialect.of("radon-cc-json", Tool.findings("radon"))
                .object()
                .only(JsonDialect.has("complexity").and(JsonDialect.has("rank")).and(JsonDialect.has("col_offset")))
                .at("/{}", JsonLayout.Role.GROUP)
                .findings("/{}/*")
                .columns("type", "name", JsonLayout.FIELD_NAME, "lineno", "rank")
                .values("complexity", "error", "classname")
                .level(CodeJson::rank)
                .adjust((row, entry) -> entry.rule("complexity-" + row.text("rank"))
                        .message(row.text("type") + " " + row.text("name") + " has a complexity of "
                                + row.text("complexity")))
                .facts(CodeJson::radonError)
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "radon cc --json",
                        "blocks with complexity and place; ranks A and B as info, C as low, D as medium, E and F as high;"
                                + " files that could not be parsed",
                        "https://radon.readthedocs.io/en/latest/commandline.html#the-cc-command");
    }

    /// Radon's maintainability index, a rank for each file.
    private static JsonDialect radonModules() {
        return JsonDialect.of("radon-mi-json", Tool.findings("radon"))
                .object()
                .only(JsonDialect.has("mi").and(JsonDialect.has("rank")))
                .findings("/{}")
                .columns("", "", JsonLayout.FIELD_NAME, "", "rank")
                .values("mi", "error")
                .level(word -> word.equals("A") ? Severity.INFO : word.equals("B") ? Severity.MEDIUM : rank(word))
                .adjust((row, entry) -> row.find("rank") == null
                        ? null
                        : entry.rule("maintainability-" + row.text("rank"))
                                .message("has a maintainability index of " + row.text("mi")))
                .facts(CodeJson::radonError)
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "radon mi --json",
                        "files with maintainability index; rank A as info, B as medium, C as low; files that could not"
                                + " be parsed",
                        "https://radon.readthedocs.io/en/latest/commandline.html#the-mi-command");
    }

    static Severity rank(String rank) {
        return switch (rank) {
            case "A", "B" -> Severity.INFO;
            case "C" -> Severity.LOW;
            case "D" -> Severity.MEDIUM;
            case "E", "F" -> Severity.HIGH;
            default -> Severity.UNSTATED;
        };
    }

    private static void radonError(Row row, FindingsSheet sheet) {
        String error = row.find("error");
        if (error != null && row.find("rank") == null) {
            sheet.toolError(row.text(JsonLayout.FIELD_NAME) + ": " + error);
        }
    }

    /// Prospector's formatters/json.py: what several tools found, with the tool in `source`.
    private static JsonDialect prospector() {
        return JsonDialect.of("prospector-json", Tool.findings("prospector"))
                .object("summary", "messages")
                .only(JsonDialect.has("message_count").or(JsonDialect.has("strictness")))
                .findings("/messages/*")
                .columns("code", "message", "location/path", "location/line", "")
                .always(Severity.MEDIUM)
                .declares("summary/message_count", "findings")
                .page(
                        "prospector --output-format json",
                        "messages with code and place; the tool's own count",
                        "https://prospector.landscape.io/en/master/usage.html#output-format");
    }

    /// Pylama's `--format json`.
    private static JsonDialect pylama() {
        return JsonDialect.of("pylama-json", Tool.findings("pylama"))
                .list("filename", "lnum|lineno", "message", "number", "source")
                .columns("number", "message", "filename", "lnum|lineno", "etype")
                .findings("/*")
                .level(word -> switch (word) {
                    case "E", "F" -> Severity.HIGH;
                    case "C", "R", "D", "I" -> Severity.LOW;
                    default -> Severity.MEDIUM;
                })
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page("pylama --format json", "errors with number, type and place", "https://klen.github.io/pylama/");
    }

    /// puppet-lint's bin.rb, `--json`: a list for each file.
    private static JsonDialect puppetLint() {
        return JsonDialect.of("puppet-lint-json", Tool.findings("puppet-lint"))
                .list()
                .only(JsonDialect.has("check").and(JsonDialect.has("fullpath")).and(JsonDialect.has("KIND", "kind")))
                .findings("/*/*")
                .columns("check", "message", "path", "line", "kind")
                .adjust((row, entry) -> entry.suppressed(row.text("kind").equals("ignored")))
                .page(
                        "puppet-lint --json",
                        "problems with check, kind and place; ignored ones as suppressed",
                        "https://github.com/puppetlabs/puppet-lint#readme");
    }

    /// PSScriptAnalyzer's DiagnosticRecord through ConvertTo-Json, which writes a severity as its number:
    /// information, warning, error, parse error.
    private static JsonDialect psScriptAnalyzer() {
        return JsonDialect.of("psscriptanalyzer-json", Tool.findings("psscriptanalyzer"))
                .either("RuleName", "Severity", "ScriptName|ScriptPath", "Message")
                .at("", JsonLayout.Role.FINDING)
                .findings("/*")
                .columns("RuleName", "Message", "ScriptPath|ScriptName", "Line", "Severity")
                .adjust((row, entry) -> row.find("RuleName") == null ? null : entry)
                .level(word -> switch (word) {
                    case "0", "Information" -> Severity.INFO;
                    case "1", "Warning" -> Severity.MEDIUM;
                    case "2", "3", "Error", "ParseError" -> Severity.HIGH;
                    default -> Severity.UNSTATED;
                })
                .page(
                        "Invoke-ScriptAnalyzer | ConvertTo-Json",
                        "records with rule, severity and place",
                        "https://learn.microsoft.com/en-us/powershell/utility-modules/psscriptanalyzer/overview");
    }

    /// PVS-Studio's plog-converter, `-t json`. Level 0 is an error of the analyzer; what was marked as a
    /// false alarm is suppressed.
    private static JsonDialect pvsStudio() {
        return JsonDialect.of("pvs-studio-json", Tool.findings("pvs-studio"))
                .object("warnings", "version")
                .only(JsonDialect.has("falseAlarm", "positions"))
                .findings("/warnings/*")
                .columns("code", "message", "positions/*/file", "positions/*/line", "level")
                .values("falseAlarm")
                .level(word -> switch (word) {
                    case "0", "1" -> Severity.HIGH;
                    case "2" -> Severity.MEDIUM;
                    case "3" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .adjust((row, entry) -> entry.suppressed(row.flag("falseAlarm")))
                .page(
                        "plog-converter -t json, PVS-Studio's .json",
                        "warnings with code, level and first place; false alarms as suppressed",
                        "https://pvs-studio.com/en/docs/manual/6584/");
    }

    /// D-Scanner's `--report`.
    private static JsonDialect dscanner() {
        return JsonDialect.of("dscanner-json", Tool.findings("dscanner"))
                .object("issues")
                .only(JsonDialect.has("fileName").and(JsonDialect.has("key", "templateCount", "interfaceCount")))
                .findings("/issues/*")
                .columns("key", "message", "fileName", "line", "type")
                .level(word -> word.isEmpty() ? Severity.MEDIUM : Levels.of(word))
                .page(
                        "dscanner --report",
                        "issues with key and place",
                        "https://github.com/dlang-community/D-Scanner#report");
    }

    /// Ameba's formatter/json_formatter.cr.
    private static JsonDialect ameba() {
        return JsonDialect.of("ameba-json", Tool.findings("ameba"))
                .object("sources", "summary")
                .only(JsonDialect.has("ameba_version"))
                .at("/sources/*", JsonLayout.Role.FILE)
                .findings("/sources/*/issues/*")
                .columns("rule_name", "message", "path", "location/line", "severity")
                .version("metadata/ameba_version")
                .declares("summary/issues_count", "findings")
                .page(
                        "ameba --format json",
                        "issues with rule, severity and place; version; the tool's own count",
                        "https://crystal-ameba.github.io/2019/07/22/how-to-write-extension/");
    }

    /// Sobelow's `--format json`: a list for each confidence, which is the severity.
    private static JsonDialect sobelow() {
        return JsonDialect.of("sobelow-json", Tool.findings("sobelow"))
                .object("findings", "sobelow_version")
                .at("/findings/{}", JsonLayout.Role.GROUP)
                .findings("/findings/{}/*")
                .columns("type", "variable", "file", "line", JsonLayout.FIELD_NAME)
                .level(word -> Severities.ofWord(word.replace("_confidence", "")))
                .change(entry -> entry.message().isEmpty() ? entry.message(entry.rule()) : entry)
                .version("sobelow_version")
                .declares("total_findings", "findings")
                .page(
                        "mix sobelow --format json",
                        "findings with type and place; version; the tool's own count",
                        "https://hexdocs.pm/sobelow/readme.html");
    }

    /// haml-lint and slim-lint share their reporter/json_reporter.rb.
    private static JsonDialect templates(String tool, String definition) {
        String name = tool.replace('-', '_') + "_version";
        return JsonDialect.of(tool + "-json", Tool.findings(tool))
                .object("metadata", "files")
                .only(JsonDialect.has(name))
                .at("/files/*", JsonLayout.Role.FILE)
                .findings("/files/*/offenses/*")
                .columns("linter_name", "message", "path", "location/line", "severity")
                .version("metadata/" + name)
                .declares("summary/offense_count", "findings")
                .page(
                        tool + " --reporter json",
                        "offenses with linter, severity and place; version; the tool's own count",
                        definition);
    }

    /// erb_lint's reporters/json_reporter.rb. It states no severity.
    private static JsonDialect erbLint() {
        return JsonDialect.of("erb-lint-json", Tool.findings("erb-lint"))
                .object("metadata", "files")
                .only(JsonDialect.has("erb_lint_version"))
                .at("/files/*", JsonLayout.Role.FILE)
                .findings("/files/*/offenses/*")
                .columns("linter", "message", "path", "location/start_line", "")
                .always(Severity.MEDIUM)
                .version("metadata/erb_lint_version")
                .declares("summary/offenses", "findings")
                .page(
                        "erb_lint --format json",
                        "offenses with linter and place; version; the tool's own count",
                        "https://github.com/Shopify/erb_lint#readme");
    }

    /// scss-lint's reporter/json_reporter.rb: lints by file.
    private static JsonDialect scssLint() {
        return JsonDialect.of("scss-lint-json", Tool.findings("scss-lint"))
                .object()
                .only(JsonDialect.has("linter").and(JsonDialect.has("reason")).and(JsonDialect.has("severity")))
                .findings("/{}/*")
                .at("/{}", JsonLayout.Role.GROUP)
                .columns("linter", "reason", JsonLayout.FIELD_NAME, "line", "severity")
                .page(
                        "scss-lint --format JSON",
                        "lints with linter, severity and place",
                        "https://github.com/sds/scss-lint#json");
    }

    /// OCLint's JSONReporter.cpp. Priorities are 1 to 3.
    private static JsonDialect oclint() {
        return JsonDialect.of("oclint-json", Tool.findings("oclint"))
                .object("violation", "summary")
                .findings("/violation/*")
                .columns("rule", "message", "path", "startLine", "priority")
                .level(word -> switch (word) {
                    case "1" -> Severity.HIGH;
                    case "2" -> Severity.MEDIUM;
                    case "3" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .version("version")
                .declares("summary/numberOfFiles", "files")
                .page(
                        "oclint -report-type json",
                        "violations with rule, priority and place; version",
                        "https://docs.oclint.org/en/stable/manual/oclint.html");
    }

    /// PHP CS Fixer's Report/JsonReporter.php: files that it would change.
    private static JsonDialect phpCsFixer() {
        return JsonDialect.of("php-cs-fixer-json", Tool.format("php-cs-fixer"))
                .object("files", "time", "memory")
                .findings("/files/*")
                .columns("", "", "name", "", "")
                .values("appliedFixers/*")
                .always(Severity.MEDIUM)
                .adjust((row, entry) -> entry.rule("would-reformat")
                        .message("would be changed"
                                + (row.text("appliedFixers/*").isEmpty() ? "" : " by " + row.text("appliedFixers/*"))))
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "php-cs-fixer check, fix --dry-run --format=json",
                        "files that would be changed, with the first fixer",
                        "https://cs.symfony.com/doc/usage.html");
    }

    /// Deptrac's OutputFormatter/JsonOutputFormatter.php.
    private static JsonDialect deptrac() {
        return JsonDialect.of("deptrac-json", Tool.findings("deptrac"))
                .object("Report", "files")
                .at("/files/{}", JsonLayout.Role.FILE)
                .findings("/files/{}/messages/*")
                .columns("", "message", JsonLayout.FIELD_NAME, "line", "type")
                .change(entry -> entry.rule("dependency"))
                .page(
                        "deptrac --formatter=json",
                        "violations and warnings with type and place",
                        "https://deptrac.github.io/deptrac/formatters/");
    }

    /// `dotnet format --report`: format-report.json, a list of files with their changes.
    private static JsonDialect dotnetFormat() {
        return JsonDialect.of("dotnet-format-json", Tool.format("dotnet-format"))
                .list("DocumentId", "FilePath", "FileChanges")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/FileChanges/*")
                .columns("DiagnosticId", "FormatDescription", "FilePath", "LineNumber", "")
                .always(Severity.MEDIUM)
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "dotnet format --verify-no-changes --report",
                        "changes with diagnostic and place",
                        "https://learn.microsoft.com/en-us/dotnet/core/tools/dotnet-format");
    }
}
