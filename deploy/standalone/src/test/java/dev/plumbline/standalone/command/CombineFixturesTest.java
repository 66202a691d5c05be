package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Digest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `standards test` of rules that combine several reports of one kind, each in its own way.
class CombineFixturesTest {
    private static final Path REPORTS = Path.of("../../standards/backend-engineer-python/fixtures/reports/coverage");
    private static final String RULE = """
              - id: our.%1$s
                title: Lines are covered, %1$s
                clauses: [{ section: TESTS, number: 1, digest: "%2$s", quote: "Cover lines" }]
                keyword: must
                severity: major
                weight: 1
                level: bronze
                requires: [{ kind: coverage, combine: %1$s }]
                assert:
                  - id: line
                    that: coverage.lineRatio >= 0.75
                    expected: at least 75 %%
                    found: "{coverage.lineRatio|percent}"
                remediation: Write tests.
            """;
    /// 80 % came first, 70 % last, and the other way round; together they cover 80 %.
    private static final String FIXTURES = """
            cases:
              - outcome: %s
                found: "%s"
                reports:
                  - { file: eighty.xml, receivedAt: "2026-06-01T10:00:00Z" }
                  - { file: seventy.xml, receivedAt: "2026-06-01T11:00:00Z" }
              - outcome: %s
                found: "%s"
                reports:
                  - { file: eighty.xml, receivedAt: "2026-06-01T11:00:00Z" }
                  - { file: seventy.xml, receivedAt: "2026-06-01T10:00:00Z" }
              - { outcome: PASS, reports: [eighty.xml] }
              - { outcome: FAIL, reports: [seventy.xml] }
              - { outcome: MISSING, reports: [] }
            """;

    @TempDir
    private Path folder;

    private record Said(int code, String out) {}

    private Said test() {
        var out = new StringWriter();
        int code = PlumblineCommand.line()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute("standards", "test", folder.toString());
        return new Said(code, out.toString());
    }

    @BeforeEach
    void aStandardWithARuleOfEach() throws IOException {
        String digest = Digest.ofText("Cover lines").hex().substring(0, 12);
        Files.writeString(folder.resolve("persona.md"), "# P\n## TESTS\n- Cover lines\n");
        Files.writeString(
                folder.resolve("standard.yaml"),
                """
                apiVersion: plumbline.dev/v1
                kind: Standard
                id: our
                version: 1.0.0
                title: Ours
                owners: [group:default/quality]
                persona: persona.md
                levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
                rules:
                """ + RULE.formatted("merge", digest) + RULE.formatted("worst", digest)
                        + RULE.formatted("latest", digest));
        Path reports = Files.createDirectories(folder.resolve("fixtures/reports"));
        for (var report : new String[] {"eighty.xml", "seventy.xml"}) {
            Files.copy(REPORTS.resolve(report), reports.resolve(report));
        }
        fixtures("merge", "PASS", "80 %", "PASS", "80 %");
        fixtures("worst", "FAIL", "70 %", "FAIL", "70 %");
        fixtures("latest", "FAIL", "70 %", "PASS", "80 %");
    }

    private void fixtures(String way, Object... said) throws IOException {
        Files.writeString(folder.resolve("fixtures/our." + way + ".yaml"), FIXTURES.formatted(said));
    }

    @Test
    void eachWayIsShownByAFixture() {
        var said = test();

        assertThat(said.out()).doesNotContain("error");
        assertThat(said.code()).isZero();
    }

    @Test
    void aFixtureThatExpectsAnotherWayIsAnError() throws IOException {
        fixtures("latest", "FAIL", "70 %", "FAIL", "70 %");

        var said = test();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("our.latest.yaml", "the outcome is PASS (found 80 %), not FAIL.");
    }
}
