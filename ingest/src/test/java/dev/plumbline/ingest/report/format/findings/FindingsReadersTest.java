package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.format;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.ToolRun.Success;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsReadersTest {
    private static final String FLAKE8 = "shop/a.py:1:80: E501 line too long (96 > 79 characters)\n";

    private static FindingsEvidence sample(String file) {
        return only(FindingsEvidence.class, read(FindingsSamplesTest.sample(file), Declared.NOTHING));
    }

    @Test
    void sameRunInJsonAndInTextIsTheSameEvidence() {
        var json = read(corpus("pylint-json/gen-labrea-28b55f33-pylint.json"), Declared.NOTHING);
        var text = read(corpus("pylint-text/gen-labrea-28b55f33-pylint.txt"), Declared.NOTHING);

        assertThat(only(FindingsEvidence.class, json).fingerprints())
                .isEqualTo(only(FindingsEvidence.class, text).fingerprints());
        assertThat(json.figures().counted()).isEqualTo(text.figures().counted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"findings:flake8", "findings:staticcheck", "findings:shellcheck", "types:tsc"})
    void emptyFileIsCleanOfAToolThatIsSilentThen(String kind) {
        assertThat(only(FindingsEvidence.class, read("", as(kind))).open()).isZero();
    }

    /// The programs that cargo runs write where it does.
    @Test
    void linesBetweenCargosMessagesAreNoneOfThem() {
        String cargo = """
                {"reason":"compiler-artifact","package_id":"till 0.1.0"}
                a macro speaks
                {"reason":"compiler-message","package_id":"till 0.1.0","message":{"code":{"code":"dead_code"},\
                "level":"warning","message":"function is never used","spans":[{"file_name":"src/lib.rs","line_start":2}]}}
                {"reason":"build-finished","success":true}

                running 4 tests
                """;

        var findings = only(FindingsEvidence.class, read(cargo, Declared.NOTHING));

        assertThat(findings.open()).isEqualTo(1);
        assertThat(findings.source().notes())
                .containsExactly("2 lines are no JSON and were passed over, the first of them «a macro speaks».");
    }

    /// Rules ask for the kind that a tool's reports are of: whoever sends them under another is told.
    @Test
    void kindOfAnotherFamilyIsNoted() {
        String tsc = "a.ts(1,2): error TS2304: Cannot find name 'B'.\n";

        assertThat(only(FindingsEvidence.class, read(tsc, as("findings:tsc")))
                        .source()
                        .notes())
                .containsExactly(
                        "It is sent as findings:tsc, and not as types:tsc, which a report of tsc is by itself: "
                                + "rules that ask for types:tsc do not see it.");
        assertThat(only(FindingsEvidence.class, read(tsc, as("types:tsc")))
                        .source()
                        .notes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"findings:pylint", "findings:eslint", "findings:ruff", "types:mypy", "format", "findings:clippy"
            })
    void emptyFileSaysNothingOfAToolThatAlwaysWrites(String kind) {
        assertThat(refusal("", as(kind)).what()).isEqualTo("The file is empty.");
    }

    @Test
    void emptyFileIsCleanWhereTheFormatIsDeclaredThatHasNoOtherWord() {
        assertThat(only(FindingsEvidence.class, read("", format("ruff-json-lines")))
                        .open())
                .isZero();
        assertThat(refusal("", format("cargo-json")).what()).isNotBlank();
        assertThat(refusal("", format("black-text")).what()).contains("black");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "findings:eslint",
                "findings:pylint",
                "findings:hadolint",
                "findings:stylelint",
                "findings:psalm",
                "findings:shellcheck"
            })
    void emptyListIsCleanForTheLinterThatIsDeclared(String kind) {
        assertThat(only(FindingsEvidence.class, read("[]", as(kind))).kind().value())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bandit-json",
                "pyright-json",
                "semgrep-json",
                "rubocop-json",
                "golangci-lint-json",
                "gitlab-sast"
            })
    void errorObjectInsteadOfAReportIsRefused(String format) {
        assertThat(refusal("{\"error\": {\"code\": \"E1\", \"summary\": \"no network\"}}", format(format))
                        .what())
                .startsWith("The report has no list ");
    }

    @Test
    void nullIsAnEmptyListWhereGoWroteItAndNowhereElse() {
        assertThat(sample("golangci-clean.json").open()).isZero();
        assertThat(refusal(
                                "{\"errors\": [], \"generated_at\": \"2026-03-01T10:00:00Z\", \"metrics\": {}, \"results\": null}")
                        .what())
                .isEqualTo("The value of «results» is not a list.");
    }

    /// tfsec writes it when it finds nothing, and others have lists of that name.
    @Test
    void objectWithNothingInItIsTheToolsWhoseTheSenderSaysItIs() {
        String nothing = "{\n\t\"results\": null\n}\n";
        String files = "{\"shop/cart.py\": [], \"shop/__init__.py\": []}";

        assertThat(only(FindingsEvidence.class, read(nothing, as("findings:tfsec")))
                        .source()
                        .format()
                        .id())
                .isEqualTo("tfsec-json");
        assertThat(only(FindingsEvidence.class, read(files, as("findings:flake8")))
                        .source()
                        .format()
                        .id())
                .isEqualTo("flake8-json");
        assertThat(refusal(nothing).what()).startsWith("The report's format is not known.");
        assertThat(refusal(files).what()).startsWith("The report's format is not known.");
        assertThat(refusal("{}", as("findings:flake8")).what()).startsWith("The report");
    }

    @Test
    void entryWithoutRuleAndMessageIsRefused() {
        String report =
                "{\"errors\": [], \"generated_at\": \"2026-03-01T10:00:00Z\", \"metrics\": {}, \"results\": [{\"x\": 1}]}";
        assertThat(refusal(report).what()).isEqualTo("An entry has neither a rule nor a message.");
    }

    @Test
    void declaredKindDecidesAmongLinesThatLookAlike() {
        assertThat(only(FindingsEvidence.class, read(FLAKE8)).kind()).isEqualTo(Kind.findings("flake8"));
        assertThat(only(FindingsEvidence.class, read(FLAKE8, as("findings:ruff")))
                        .source()
                        .format()
                        .id())
                .isEqualTo("ruff-text");
        assertThat(refusal(FLAKE8, as("findings:bandit")).what()).contains("declared as findings:bandit");
    }

    @Test
    void logThatHoldsALineOfALinterIsNotItsReport() {
        assertThat(refusal("$ make lint\nrunning\nmore\n" + FLAKE8).what())
                .startsWith("The report's format is not known.");
    }

    @Test
    void toolThatBrokeCountsAsFailed() {
        assertThat(sample("mypy-broken.txt").source().tool().success()).isEqualTo(Success.FAILED);
        assertThat(sample("golangci-failed.json").source().tool().success()).isEqualTo(Success.FAILED);
        assertThat(sample("gitlab-sast-15.json").source().tool().success()).isEqualTo(Success.FAILED);
        assertThat(sample("clippy.jsonl").source().tool().success()).isEqualTo(Success.UNSTATED);
        String broken = "{\"reason\":\"build-finished\",\"success\":false}";
        assertThat(only(FindingsEvidence.class, read(broken)).source().tool().success())
                .isEqualTo(Success.FAILED);
    }

    @Test
    void rulesThatTheReportNamesAsRunAreEnabled() {
        assertThat(sample("golangci.json").enabledRules()).containsExactly("errcheck", "staticcheck");
        assertThat(sample("brakeman.json").enabledRules()).containsExactly("BasicAuth", "CrossSiteScripting", "SQL");
        assertThat(sample("kube-linter.json").enabledRules())
                .containsExactly("no-read-only-root-fs", "unset-cpu-requirements");
    }

    @Test
    void suppressedEntriesAreNotOpen() {
        for (String file : List.of(
                "eslint-suppressed.json",
                "brakeman.json",
                "gosec-suppressed.json",
                "checkov.json",
                "semgrep-ignored.json",
                "staticcheck.jsonl",
                "pmd-suppressed.xml")) {
            assertThat(sample(file).suppressed()).as(file).isEqualTo(1);
            assertThat(sample(file).open()).as(file).isEqualTo(1);
        }
    }

    @Test
    void linesOfPyrightBeginAtOneHere() {
        var findings = read(corpus("pyright-json/am-pyright-report.json"), Declared.NOTHING)
                .findings();
        assertThat(findings).extracting(Finding::path, Finding::line).contains(tuple("src/main.py", 10));
    }

    @Test
    void nameOfAFileMayStandBehindItsEntries() {
        String report =
                "[{\"messages\":[{\"ruleId\":\"semi\",\"severity\":2,\"message\":\"Missing semicolon.\",\"line\":3}],\"filePath\":\"src/a.js\"}]";
        assertThat(read(report).findings()).extracting(Finding::path).containsExactly("src/a.js");
    }

    @Test
    void whatAReportSaysOfItselfIsNotTakenAtFaceValue() {
        var evidence = only(FindingsEvidence.class, read(corpus("eslint-json/dd-scan.json"), Declared.NOTHING));
        assertThat(evidence.source().notes()).contains("The report says of itself that it has 6 errors, and lists 1.");
    }

    @Test
    void checksAreNamedWithoutTheirPackage() {
        var evidence = only(FindingsEvidence.class, read(corpus("checkstyle-xml/am-checkstyle.xml"), Declared.NOTHING));
        assertThat(evidence.groups()).extracting(FindingGroup::rule).contains("LineLength", "RightCurly");
    }

    @Test
    void checkstyleXmlIsTheLintersThatItsRulesName() {
        assertThat(sample("detekt.xml").kind()).isEqualTo(Kind.findings("detekt"));
        assertThat(sample("detekt.xml").groups())
                .extracting(FindingGroup::rule)
                .containsExactly("LongMethod", "MagicNumber");
        String clean = "<checkstyle version=\"8.0\"></checkstyle>";
        assertThat(only(FindingsEvidence.class, read(clean, as("findings:ktlint")))
                        .kind())
                .isEqualTo(Kind.findings("ktlint"));
    }

    @Test
    void rulesAndPlacesOfLintersAreFoundInJunitXml() {
        assertThat(read(FindingsSamplesTest.sample("eslint-junit.xml"), Declared.NOTHING)
                        .findings())
                .extracting(Finding::rule, Finding::path, Finding::line, Finding::severity)
                .containsExactly(
                        tuple("no-undef", "src/cart.js", 4, Severity.HIGH),
                        tuple("no-console", "src/cart.js", 9, Severity.MEDIUM));
        assertThat(sample("mypy-junit.xml").groups())
                .extracting(FindingGroup::rule)
                .containsExactly("import-not-found", "return-value");
    }

    @Test
    void testsOfAProjectAreNotALintersFindings() {
        String tests =
                "<testsuites name=\"pytest tests\"><testsuite name=\"pytest\"><testcase classname=\"tests.test_ruff\" name=\"ruff\"/>"
                        + "</testsuite></testsuites>";
        assertThat(only(TestsEvidence.class, read(tests)).kind()).isEqualTo(Kind.UNIT_TESTS);
    }

    @Test
    void deepestWayToAVulnerabilityCounts() {
        var audit = only(AuditEvidence.class, read(FindingsSamplesTest.sample("govulncheck.json"), Declared.NOTHING));
        assertThat(audit.vulnerabilities())
                .containsExactly(new Vulnerability(
                        "CVE-2021-38561",
                        List.of("GHSA-ppp9-7jff-5vj2", "GO-2021-0113"),
                        "golang.org/x/text",
                        "v0.3.0",
                        Severity.HIGH,
                        List.of("v0.3.7")));
        assertThat(audit.dependencies()).isEqualTo(2);
        assertThat(audit.source().tool().databaseAt()).isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    }

    @Test
    void objectOfOldGovulncheckIsRead() {
        String old =
                "{\"Calls\":{},\"Imports\":{},\"Requires\":{},\"Vulns\":[{\"OSV\":{\"id\":\"GO-2022-1144\",\"aliases\":[\"CVE-2022-41717\"]},"
                        + "\"Symbol\":\"Serve\",\"PkgPath\":\"net/http\",\"ModPath\":\"stdlib\",\"CallSink\":0,\"ImportSink\":7,\"RequireSink\":2}]}";
        var audit = only(AuditEvidence.class, read(old));
        assertThat(audit.vulnerabilities()).extracting(Vulnerability::severity).containsExactly(Severity.MEDIUM);
    }

    @Test
    void streamWithoutItsBeginningIsRefused() {
        assertThat(refusal("{\"progress\":{\"message\":\"Scanning your code\"}}")
                        .what())
                .contains("no message «config»");
    }

    @Test
    void scansOfGitLabThatAreNotAboutCodeAreNotTaken() {
        String report = FindingsSamplesTest.text("gitlab-sast-15.json")
                .replace("\"type\":\"sast\"", "\"type\":\"container_scanning\"");
        var head = new Head(
                new Shape.JsonObject(Set.of("version", "vulnerabilities", "scan"), Map.of("version", "15.0.7")),
                report,
                null);
        var reader = FindingsFormats.readers().stream()
                .filter(it -> it.format().id().equals("gitlab-sast"))
                .findFirst()
                .orElseThrow();

        assertThat(reader.recognise(head, Declared.NOTHING)).isNotEqualTo(Recognition.MATCH);
    }

    /// A list of other lines than are known is never read as clean.
    @Test
    void textThatCountsFindingsAndListsNoneIsRefused() {
        assertThat(refusal("2\tF401\t[*] unused-import\n1\tE741\t[ ] ambiguous-variable-name\nFound 3 errors.\n")
                        .what())
                .isEqualTo("The file says that ruff found 3, and no line of it is a finding that can be read.");
    }
}
