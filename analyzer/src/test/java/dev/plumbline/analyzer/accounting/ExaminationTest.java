package dev.plumbline.analyzer.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.fixture.FixtureReport;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExaminationTest {
    private static final String PERSONA = """
            # P
            ## TESTS
            - Cover lines (80 %, branches too), rules in `parent.md`
            - Be brave
            - Write tests first
            """;
    private static final String YAML = """
            apiVersion: plumbline.dev/v1
            kind: Standard
            id: small
            version: 1.0.0
            title: Small
            owners: [group:default/quality]
            persona: persona.md
            levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
            rules:
              - id: coverage
                title: Lines are covered
                clauses:
                  - { section: TESTS, number: 1, digest: "%s", quote: "Cover lines (80 %%" }
                keyword: must
                severity: major
                weight: 8
                level: bronze
                requires: [coverage]
                when: ["subject.type == 'service'"]
                params: { line: { value: 0.8, direction: higher } }
                assert:
                  - id: line
                    that: coverage.lineRatio >= params.line
                    expected: "at least {params.line|percent}"
                    found: "{coverage.lineRatio|percent}"
                remediation: Write tests.
            dispositions:
              - { section: TESTS, number: 2, digest: "%s", quote: "Be brave", as: attest, attestation: bravery }
              - { section: TESTS, number: 3, digest: "%s", quote: "Write tests first", as: guidance, why: "Leaves no trace." }
            """.formatted(
                    digest("Cover lines (80 %, branches too), rules in `parent.md`"),
                    digest("Be brave"),
                    digest("Write tests first"));
    private static final String FIXTURES = """
            subject: { type: service }
            cases:
              - { outcome: PASS, found: "90 %", reports: [c90] }
              - { outcome: FAIL, assertion: line, reports: [c50] }
              - { outcome: MISSING, reports: [] }
              - { outcome: NOT_APPLICABLE, subject: { type: library }, reports: [c90] }
            """;

    private static String digest(String bullet) {
        return Digest.ofText(bullet).hex().substring(0, 12);
    }

    /// A shelf on which every file is named after the share of lines that it says are covered.
    private static final ReportShelf SHELF = new ReportShelf() {
        @Override
        public List<Evidence> read(FixtureReport report) throws Unreadable {
            if (report.file().equals("torn")) {
                throw new Unreadable("«torn» is refused.");
            }
            var source = new Source(
                    report.file(),
                    Digest.ofText(report.file()),
                    new Format("cobertura"),
                    "reader@1",
                    ToolRun.of("coverage.py", "7"),
                    List.of());
            var totals = new CoverageTotals(Integer.parseInt(report.file().substring(1)), 100, 0, 0, 3);
            return List.of(new CoverageEvidence(Kind.COVERAGE, source, totals, null, LineSets.TRUNCATED));
        }
    };

    private static Examination.Result examine(String yaml, String persona, Map<String, String> fixtures) {
        var files = new HashMap<String, byte[]>();
        fixtures.forEach((rule, text) -> files.put("fixtures/" + rule + ".yaml", bytes(text)));
        files.put("standard.yaml", bytes(yaml));
        files.put("persona.md", bytes(persona));
        return Examination.of(new StandardFolder("s", files), SHELF, Neighbourhood.none());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Examination.Result examine(String yaml, String persona) {
        return examine(yaml, persona, Map.of("coverage", FIXTURES));
    }

    private static String summary(Examination.Result result) {
        return result.examined() == null ? "" : result.examined().accounting().summary();
    }

    private static List<String> errors(Examination.Result result) {
        return result.remarks().stream()
                .filter(it -> it.weight() == Remark.Weight.ERROR)
                .map(Remark::toString)
                .toList();
    }

    @Test
    void aWholeStandardAccountsForEveryClause() {
        var result = examine(YAML, PERSONA);

        assertThat(result.sound()).isTrue();
        assertThat(summary(result)).isEqualTo("3 of 3 clauses accounted for: 1 enforced, 1 attested, 1 guidance");
    }

    @Test
    void aPartThatNothingQuotesIsAWarningAndAnAbsentParentANote() {
        assertThat(examine(YAML, PERSONA).remarks())
                .extracting(Remark::toString)
                .containsExactly(
                        "s/persona.md:3:1: warning: bullet TESTS 1 is answered for in part; nothing quotes «branches"
                                + " too». Quote them in a rule or a disposition.",
                        "s/persona.md:4:1: warning: nobody is ever asked for the attestation of bullet TESTS 2. Write a"
                                + " rule that requires attestation:<name>, so that it is scored.",
                        "s/persona.md:3:1: note: «parent.md» is unresolved: 1 bullet names it, and it is not here. What"
                                + " they quote of it can be enforced; the rest of it is neither passed nor failed.");
    }

    @Test
    void aBulletThatNothingAnswersForIsAnErrorThatSaysHowToReferToIt() {
        var result = examine(YAML, PERSONA + "- Sleep well\n");

        assertThat(errors(result))
                .singleElement()
                .asString()
                .startsWith("s/persona.md:6:1: error: nothing answers for bullet TESTS 4, «Sleep well».")
                .contains("{ section: \"TESTS\", number: 4, digest: \"" + digest("Sleep well") + "\"");
        assertThat(summary(result)).startsWith("3 of 4 clauses accounted for");
    }

    @Test
    void aChangedBulletIsSpokenOfOnce() {
        var result = examine(YAML, PERSONA.replace("Be brave", "Be very brave"));

        assertThat(errors(result))
                .singleElement()
                .asString()
                .startsWith("s/standard.yaml:28:")
                .contains("disposition attest: bullet TESTS 2", "«Be very brave» (line 4 of the persona)");
        assertThat(summary(result)).startsWith("2 of 3");
    }

    @Test
    void aMovedBulletIsANoteAndStaysAccountedFor() {
        var result = examine(YAML, PERSONA.replace("- Be brave\n", "") + "## MORE\n- Be brave\n");

        assertThat(result.sound()).isTrue();
        assertThat(summary(result)).startsWith("3 of 3");
        assertThat(result.remarks())
                .filteredOn(it -> it.toString().contains("has moved to MORE 1"))
                .hasSize(1);
    }

    @Test
    void aRuleWithoutFixturesIsAnErrorAndEnforcesNothing() {
        var result = examine(YAML, PERSONA, Map.of());

        assertThat(errors(result))
                .containsExactly(
                        "s/standard.yaml:10:9: error: rule coverage has no fixture with the outcome PASS, FAIL,"
                                + " MISSING, NOT_APPLICABLE. Write it in s/fixtures/coverage.yaml.");
        assertThat(summary(result)).isEqualTo("2 of 3 clauses accounted for: 0 enforced, 1 attested, 1 guidance");
    }

    @Test
    void aFixtureThatDoesNotComeOutIsAnErrorAtItsPlace() {
        var result = examine(YAML, PERSONA, Map.of("coverage", FIXTURES.replace("[c50]", "[c85]")));

        assertThat(errors(result))
                .containsExactly("s/fixtures/coverage.yaml:4:5: error: the outcome is PASS (found 85 %), not FAIL."
                        + " Correct the fixture or the rule.");
        assertThat(summary(result)).contains("0 enforced");
    }

    @Test
    void aWrongFigureAnotherAssertionAndATornReportAreErrors() {
        assertThat(errors(examine(YAML, PERSONA, Map.of("coverage", FIXTURES.replace("90 %", "91 %")))))
                .singleElement()
                .asString()
                .contains("it finds «90 %», not «91 %».");
        assertThat(errors(examine(
                        YAML, PERSONA, Map.of("coverage", FIXTURES.replace("assertion: line", "assertion: x")))))
                .singleElement()
                .asString()
                .contains("assertion «line» fails, not «x».");
        assertThat(errors(examine(YAML, PERSONA, Map.of("coverage", FIXTURES.replace("[c50]", "[torn]")))))
                .singleElement()
                .asString()
                .contains("«torn» is refused.");
    }

    @Test
    void severalReportsOfOneKindAreCombinedAsTheRuleSays() {
        String several = FIXTURES.replace("[c50]", """
                [{ file: c90, receivedAt: "2026-06-01T11:00:00Z" }, { file: c50, receivedAt: "2026-06-01T11:30:00Z" }]""");

        for (var way : List.of("worst", "latest")) {
            String combining =
                    YAML.replace("requires: [coverage]", "requires: [{ kind: coverage, combine: " + way + " }]");
            assertThat(examine(combining, PERSONA, Map.of("coverage", several)).sound())
                    .as(way)
                    .isTrue();
        }
        String turned = several.replace("11:00:00Z", "11:45:00Z");
        String latest = YAML.replace("requires: [coverage]", "requires: [{ kind: coverage, combine: latest }]");
        assertThat(errors(examine(latest, PERSONA, Map.of("coverage", turned))))
                .singleElement()
                .asString()
                .contains("the outcome is PASS (found 90 %), not FAIL.");
    }

    @Test
    void aReportThatComesAfterItsCaseIsJudgedIsAnError() {
        String late = FIXTURES.replace("[c50]", "[{ file: c50, receivedAt: \"2026-06-01T12:00:01Z\" }]");

        assertThat(errors(examine(YAML, PERSONA, Map.of("coverage", late))))
                .anyMatch(it -> it.contains("the report is received after 2026-06-01T12:00:00Z"));
    }

    @Test
    void fixturesOfNoRuleAndUnreadableFixturesAreErrors() {
        assertThat(errors(examine(YAML, PERSONA, Map.of("coverage", FIXTURES, "gone", FIXTURES))))
                .containsExactly(
                        "s/fixtures/gone.yaml:1:1: error: there is no rule gone. Name the file after a rule, or"
                                + " take it away.");
        assertThat(errors(examine(YAML, PERSONA, Map.of("coverage", FIXTURES.replace("MISSING", "ABSENT")))))
                .singleElement()
                .asString()
                .startsWith("s/fixtures/coverage.yaml:5:16: error: cases.2.outcome");
        assertThat(errors(examine(
                        YAML,
                        PERSONA,
                        Map.of(
                                "coverage",
                                FIXTURES.replace(
                                        "reports: [c90] }\n  - { outcome: FAIL",
                                        "asOf: noon, reports: [c90] }\n  - { outcome: FAIL")))))
                .singleElement()
                .asString()
                .startsWith("s/fixtures/coverage.yaml:3:");
    }

    @Test
    void anExpressionThatDoesNotCompileLeavesTheRuleUnproven() {
        var result = examine(YAML.replace("coverage.lineRatio >=", "coverage.lineRatoi >="), PERSONA);

        assertThat(errors(result)).singleElement().asString().contains("lineRatoi");
        assertThat(summary(result)).contains("0 enforced");
    }

    @Test
    void aPersonaWithoutBulletsOrWithAmbiguousOnesIsAnError() {
        assertThat(errors(examine(YAML, "# P\nNo list.\n"))).anyMatch(it -> it.contains("the persona has no bullet"));
        assertThat(errors(examine(YAML, PERSONA + "## TESTS\n- Other\n")))
                .anyMatch(it ->
                        it.startsWith("s/persona.md:7:1: error: bullet TESTS 1 is there twice, here and in line 3"));
    }

    @Test
    void aPersonaThatIsTooLongOrNoTextCannotBeExamined() {
        var long10 = examine(YAML, "- word\n".repeat(1_500_000));
        var files = Map.of(
                "standard.yaml", bytes(YAML), "persona.md", new byte[] {'-', ' ', (byte) 0xc3, (byte) 0x28, '\n'});
        var noText = Examination.of(new StandardFolder("s", files), SHELF, Neighbourhood.none());

        assertThat(errors(long10))
                .singleElement()
                .asString()
                .contains("the persona has 10500000 bytes; at most 1048576 are read.");
        assertThat(errors(noText))
                .singleElement()
                .asString()
                .contains("persona.md: ", "the persona is not UTF-8. Save it as UTF-8.");
    }

    @Test
    void aStandardWithoutItsPersonaCannotBeExamined() {
        var result = examine(YAML.replace("persona: persona.md", "persona: other.md"), PERSONA);

        assertThat(result.examined()).isNull();
        assertThat(errors(result)).singleElement().asString().contains("«other.md» does not lie beside the standard");
    }
}
