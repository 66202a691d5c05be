package dev.plumbline.ingest.report;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What tools write for people and is often sent in place of a report: it is not read, but it is known how
/// to get the report.
final class Strays {
    private static final int LOOKED = 16 * 1024;

    private static final List<Stray> TEXTS = List.of(
            new Stray(
                    "^=+ test session starts =+$|^\\d+ (?:passed|failed|skipped)\\b.{0,200} in \\d+\\.\\d+s",
                    "what pytest writes on a terminal",
                    "Run pytest with --junitxml=report.xml and send report.xml."),
            new Stray(
                    "^Name\\s+Stmts\\s+Miss",
                    "the table of `coverage report`",
                    "Run `coverage xml` and send coverage.xml."),
            new Stray(
                    "^(?:=== RUN {3}|--- (?:PASS|FAIL|SKIP): |ok {2}\\t\\S)",
                    "what `go test` writes on a terminal",
                    "Run `go test -json ./... > tests.json` and send tests.json."),
            new Stray(
                    "^\\[(?:={10}|-{10}|\\s+(?:RUN|OK|FAILED|PASSED)\\s+)\\]",
                    "what GoogleTest writes on a terminal",
                    "Run the tests with --gtest_output=xml:report.xml and send report.xml."),
            new Stray(
                    "^##teamcity\\[",
                    "written as messages for TeamCity's log",
                    "Have the tool write JUnit XML or JSON to a file, and send that."),
            new Stray(
                    "^PHPUnit \\d+\\.\\d",
                    "what PHPUnit writes on a terminal",
                    "Run phpunit with --log-junit report.xml and send report.xml."),
            new Stray(
                    "^==\\d+== (?:Memcheck|Command|ERROR SUMMARY|Helgrind)",
                    "Valgrind's text",
                    "Run valgrind with --xml=yes --xml-file=valgrind.xml and send valgrind.xml."),
            new Stray(
                    "GCC Code Coverage Report$|^File '.{1,1000}'\\r?\\nLines executed:",
                    "the summary of gcovr or gcov",
                    "Run `gcovr --json coverage.json` or `gcovr --cobertura coverage.xml` and send that file."),
            new Stray(
                    "^(?:Files=\\d+, Tests=\\d+|Result: (?:PASS|FAIL)$)",
                    "what prove writes on a terminal",
                    "Run `prove -v` or the test itself, and send the TAP."),
            new Stray(
                    "^\\d+ {2}Total in \\d+ files?$",
                    "RuboCop's list of how often each cop was offended",
                    "Run rubocop with --format json --out rubocop.json and send rubocop.json."),
            new Stray(
                    "^Found a \\d+ line \\(\\d+ tokens\\) duplication in |^(?:lines,)?tokens,occurrences$",
                    "CPD's text or CSV",
                    "Run cpd with --format xml and send its output."),
            new Stray(
                    "^total:\\s+\\(statements\\)\\s",
                    "the table of `go tool cover -func`",
                    "Send the profile itself, which `go test -coverprofile=cover.out` writes."),
            new Stray(
                    "^Tests: {2,8}.{0,100}\\d+ total$|^(?:PASS|FAIL) \\S{1,300}\\.[cm]?[jt]sx?\\b",
                    "what Jest writes on a terminal",
                    "Run jest with --json --outputFile=jest.json and send jest.json."),
            new Stray(
                    "^\\s{1,8}\\d+ passing \\(\\d",
                    "what Mocha writes on a terminal",
                    "Run mocha with --reporter json and send its output."),
            new Stray(
                    "^Run started:\\d{4}-",
                    "bandit's text", "Run bandit with -f json -o bandit.json and send bandit.json."),
            new Stray(
                    "^\\[(?:INFO|WARNING|ERROR)\\] ",
                    "a log of Maven",
                    "Send the reports that the tools wrote: target/surefire-reports/*.xml, target/site/jacoco/jacoco.xml."),
            new Stray(
                    "^Ran \\d+ tests? in \\d",
                    "what Python's unittest writes on a terminal",
                    "Run the tests by `pytest --junitxml=report.xml`, or by a runner that writes JUnit XML."),
            new Stray(
                    "^test result: (?:ok|FAILED)\\. ",
                    "what `cargo test` writes on a terminal",
                    "Run `cargo nextest run` with a profile that writes JUnit XML, or `cargo test` with --format json."),
            new Stray(
                    "^\\d+ examples?, \\d+ failures?",
                    "what RSpec writes on a terminal",
                    "Run rspec with --format json --out rspec.json and send rspec.json."),
            new Stray(
                    "^(?:Passed|Failed)!\\s+- Failed:",
                    "what `dotnet test` writes on a terminal",
                    "Run `dotnet test --logger trx` and send the .trx file."),
            new Stray(
                    "^In \\S{1,500} line \\d+:$",
                    "what ShellCheck writes on a terminal",
                    "Run shellcheck with --format=json1 and send its output."),
            new Stray(
                    "^::(?:error|warning|notice|group)\\b",
                    "written as commands for GitHub's log",
                    "Have the tool write JSON or SARIF to a file, and send that."),
            new Stray(
                    "^Total: \\d+ \\((?:UNKNOWN|LOW|MEDIUM|HIGH|CRITICAL): \\d|^│ {1,40}Target {1,40}│",
                    "Trivy's table",
                    "Run trivy with --format json --output trivy.json and send trivy.json."),
            new Stray(
                    "^NAME +INSTALLED +(?:FIXED[- ]IN +)?(?:TYPE +)?VULNERABILITY +SEVERITY",
                    "Grype's table",
                    "Run `grype -o json --file grype.json` and send grype.json."),
            new Stray(
                    "^# npm audit report$|^found \\d+ (?:\\w+ severity )?vulnerabilit(?:y|ies)\\b",
                    "what `npm audit` writes on a terminal",
                    "Run `npm audit --json > audit.json` and send audit.json."),
            new Stray(
                    "^Name +Version +ID +Fix Versions|^No known vulnerabilities found$",
                    "what pip-audit writes on a terminal",
                    "Run pip-audit with --format json --output audit.json and send audit.json."),
            new Stray(
                    "^-{3,}\\|-+\\|[-|]+\\s*\\nFile +\\| +% Stmts",
                    "the table of coverage of Istanbul, Jest or Vitest",
                    "Have the tool write coverage/coverage-final.json or lcov.info (reporters json and lcov), and send that."),
            new Stray(
                    "^Passed checks: \\d+, Failed checks: \\d+, Skipped checks: \\d+",
                    "what Checkov writes on a terminal",
                    "Run checkov with --output json --output-file-path . and send results_json.json."),
            new Stray(
                    "^\\d+ issue\\(s\\) found:$",
                    "what TFLint writes on a terminal",
                    "Run tflint with --format json and send its output."),
            new Stray(
                    "^RuleID: {2,8}\\S[\\s\\S]{0,400}^File: {2,8}\\S",
                    "what Gitleaks writes on a terminal",
                    "Run gitleaks with --report-format json --report-path gitleaks.json and send gitleaks.json."),
            new Stray(
                    "^(?:│ )?\\d+ (?:Code |Supply Chain |Secrets? |Blocking |Non-blocking )?(?:Reachable |Unreachable )?Findings?(?: │)?$",
                    "what Semgrep writes on a terminal",
                    "Run semgrep with --json --output semgrep.json and send semgrep.json."),
            new Stray(
                    "^##vso\\[task\\.",
                    "written as commands for the log of Azure Pipelines",
                    "Have the tool write JSON or SARIF to a file, and send that."),
            new Stray(
                    "(?s)\\A--- \\S.{0,500}\\n\\+\\+\\+ \\S.{0,500}\\n@@ |^diff --git ",
                    "a list of changes (a diff)",
                    "Send what the formatter's check writes, such as that of `black --check` or `ruff format --check`."),
            new Stray(
                    "^\\s*(?:,-\\[|\u256d\u2500\\[)\\S",
                    "drawn for a terminal",
                    "Have the tool write JSON or SARIF (oxlint --format=json, biome --reporter=json), and send that."),
            new Stray(
                    "^\\s{0,20}not ok \\d[\\s\\S]{0,2000}^(?:\\s+(?:- message: |ruleId: |ruleName: )|# [^:]{1,300}:\\d{1,9}:\\d{1,9}: [CRWEFI]: )",
                    "TAP in which a linter lists its findings",
                    "Have the linter write JSON (ESLint and stylelint: -f json), and send that."));

    private static final Stray PAGE = new Stray(
            "",
            "a page for a browser",
            "Have the tool write XML or JSON beside its pages, and send that: of HTML nothing is read.");

    private static final Stray LAST_RUN = new Stray(
            "",
            "like SimpleCov's .last_run.json, which holds percentages and nothing else",
            "Send coverage/.resultset.json, which has the lines.");

    private static final Stray V8 = new Stray(
            "",
            "V8's own coverage, which speaks of characters and not of lines",
            "Run `c8 report --reporter=json` over the folder and send coverage-final.json.");

    private static final Stray POINTS = new Stray(
            "",
            "k6's stream of single measurements",
            "Run k6 with --summary-export=summary.json and send summary.json, which has checks and thresholds.");

    private static final Stray STATISTICS = new Stray(
            "",
            "Gatling's statistics, which say nothing of what was demanded",
            "Send js/assertions.xml from the folder of the run, which is JUnit XML.");

    private Strays() {}

    /// @param what completes «it is …»
    /// @param fix a sentence: how to get the report
    record Stray(Pattern sign, String what, String fix) {
        Stray(String sign, String what, String fix) {
            this(Pattern.compile(sign, Pattern.MULTILINE), what, fix);
        }
    }

    /// {@return what a file without a known format is; null where that is not known either}
    static @Nullable Stray of(Head head) {
        return switch (head.shape()) {
            case Shape.Xml xml -> xml(xml);
            case Shape.Text _ -> text(head.text());
            case Shape.JsonObject object -> json(object, head);
            case Shape.Empty _, Shape.Binary _, Shape.JsonArray _ -> null;
        };
    }

    private static @Nullable Stray json(Shape.JsonObject object, Head head) {
        if (object.fields().contains("result") && head.has("\"scriptId\"")) {
            return V8;
        }
        if (object.fields().containsAll(Set.of("type", "data", "metric"))) {
            return POINTS;
        }
        if (object.fields().containsAll(Set.of("type", "name", "stats", "contents"))) {
            return STATISTICS;
        }
        return object.fields().equals(Set.of("result")) ? LAST_RUN : Breakdowns.of(object);
    }

    private static @Nullable Stray xml(Shape.Xml xml) {
        return xml.root().equalsIgnoreCase("html") ? PAGE : null;
    }

    private static @Nullable Stray text(String text) {
        String looked = text.length() <= 2 * LOOKED
                ? text
                : text.substring(0, LOOKED) + "\n" + text.substring(text.length() - LOOKED);
        if (looked.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return PAGE;
        }
        return TEXTS.stream()
                .filter(stray -> stray.sign().matcher(looked).find())
                .findFirst()
                .orElseGet(() -> Breakdowns.of(looked));
    }
}
