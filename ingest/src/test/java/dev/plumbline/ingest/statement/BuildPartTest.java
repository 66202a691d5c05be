package dev.plumbline.ingest.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.plumbline.http.Problem;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BuildPartTest {
    private static final String COMMIT = "9f2c".repeat(10);
    private static final String LEAST =
            "\"repository\": {\"name\": \"acme/payments\"}, \"commit\": \"" + COMMIT + "\", \"run\": \"1\"";
    private static final String EVERYTHING = """
            {"repository": {"id": "github:1296269", "name": "acme/payments", "component": "services/billing"},
             "commit": "%s", "branch": "feature/x", "defaultBranch": false,
             "changeId": "412", "mergeBase": "%s", "changedLines": 37, "run": "8123456", "attempt": 2,
             "startedAt": "2026-11-01T10:00:00Z", "finishedAt": "2026-11-01T11:05:00+01:00",
             "expects": ["tests:unit", "coverage", "findings:ruff", "audit"], "complete": true,
             "subject": {"languages": ["Python"], "type": "service", "dependencies": ["fastapi"], "lifecycle": "production"},
             "receivedAt": "2026-11-01T10:06:00Z",
             "reports": [{"part": "ruff.json", "kind": "findings:ruff", "format": "ruff-json",
                          "tool": {"name": "ruff", "version": "0.17.5", "exitCode": 1, "startedAt": "2026-11-01T10:01:00Z",
                                   "finishedAt": "2026-11-01T10:02:00Z", "databaseAt": "2026-10-31T00:00:00Z"}}]}
            """.formatted(COMMIT, "ab".repeat(20));

    @Test
    void everyFieldIsRead() {
        Statement statement = read(EVERYTHING);

        assertThat(statement.build())
                .isEqualTo(new Build(
                        new BuildKey(
                                new RepositoryId("github:1296269"),
                                new Component("services/billing"),
                                new CommitId(COMMIT),
                                "8123456",
                                2),
                        new RepositoryName("acme/payments"),
                        new Lineage.ChangeRequest("412", "feature/x", new CommitId("ab".repeat(20)), 37),
                        new BuildTimes(Instant.parse("2026-11-01T10:00:00Z"), Instant.parse("2026-11-01T10:05:00Z")),
                        List.of(new Kind("tests:unit"), Kind.COVERAGE, Kind.findings("ruff"), Kind.AUDIT),
                        true,
                        new Subject(List.of("python"), "service", List.of("fastapi"), "production")));
        assertThat(statement.receivedAt()).isEqualTo(Instant.parse("2026-11-01T10:06:00Z"));
        assertThat(statement.reports()).singleElement().satisfies(entry -> {
            assertThat(entry.part()).isEqualTo("ruff.json");
            assertThat(entry.declared())
                    .isEqualTo(new Declared(
                            Kind.findings("ruff"),
                            new Format("ruff-json"),
                            new DeclaredTool(
                                    "ruff",
                                    "0.17.5",
                                    1,
                                    Instant.parse("2026-11-01T10:01:00Z"),
                                    Instant.parse("2026-11-01T10:02:00Z"),
                                    Instant.parse("2026-10-31T00:00:00Z"))));
        });
    }

    @Test
    void theLeastBuildPartIsAnOpenFirstAttemptOnTheDefaultBranch() {
        Statement statement = read("{" + LEAST + "}");

        Build build = statement.build();
        assertThat(build.key().repository()).isEqualTo(new RepositoryId("name:local/acme/payments"));
        assertThat(build.key().component()).isEqualTo(Component.ROOT);
        assertThat(build.key().attempt()).isEqualTo(1);
        assertThat(build.lineage()).isEqualTo(new Lineage.DefaultBranch("main"));
        assertThat(build.times()).isEqualTo(BuildTimes.UNSTATED);
        assertThat(build.expects()).isEmpty();
        assertThat(build.complete()).isFalse();
        assertThat(build.subject()).isEqualTo(Subject.UNKNOWN);
        assertThat(statement.receivedAt()).isNull();
        assertThat(statement.reports()).isEmpty();
    }

    @Test
    void nullIsNothingSaid() {
        assertThat(read("{" + LEAST + ", \"branch\": null, \"attempt\": null, \"expects\": null, \"subject\": null,"
                        + " \"reports\": null, \"complete\": null}"))
                .isEqualTo(read("{" + LEAST + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"branch\": \"main\" | default | main",
                "\"branch\": \"master\" | default | master",
                "\"branch\": \"develop\" | branch:develop | develop",
                "\"branch\": \"develop\", \"defaultBranch\": true | default | develop",
                "\"branch\": \"main\", \"defaultBranch\": false | branch:main | main",
                "\"defaultBranch\": true | default | main",
                "\"changeId\": \"412\" | change:412 | change/412",
                "\"changeId\": \"412\", \"branch\": \"main\", \"defaultBranch\": true | change:412 | main"
            })
    void theLineageFollowsFromWhatIsSaid(String fields, String lineage, String branch) {
        Lineage read = read("{" + LEAST + ", " + fields + "}").build().lineage();

        assertThat(read.id()).isEqualTo(lineage);
        assertThat(read.branch()).isEqualTo(branch);
    }

    @Test
    void aChangeOnTheDefaultBranchIsNoted() {
        assertThat(read("{" + LEAST + ", \"changeId\": \"412\", \"defaultBranch\": true}")
                        .notes())
                .singleElement()
                .asString()
                .contains("change 412");
    }

    @ParameterizedTest
    @CsvSource({
        "github:1296269, github/1296269",
        "gitlab:git.example.org:12, gitlab/git.example.org-12",
        "name:local/acme/payments, acme/payments"
    })
    void aRepositoryWithoutANameIsCalledAfterItsId(String id, String name) {
        Build build = read("{\"repository\": {\"id\": \"" + id + "\"}, \"commit\": \"" + COMMIT + "\", \"run\": \"1\"}")
                .build();

        assertThat(build.key().repository().value()).isEqualTo(id);
        assertThat(build.name().value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"brunch\": \"main\" | /brunch | Did you mean «branch»?",
                "\"zzz\": 1 | /zzz | known here: attempt, branch",
                "\"run\": \"2\" | /run | Keep one",
                "\"branch\": 7 | /branch | \"branch\": \"7\"",
                "\"branch\": [] | /branch | Write a string",
                "\"branch\": \"two words\" | /branch | such as main",
                "\"changeId\": \"a b\" | /changeId | such as 412",
                "\"mergeBase\": \"abc\" | /mergeBase | full commit id",
                "\"mergeBase\": \"9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c9f2c\" | /mergeBase | changeId",
                "\"changedLines\": 3 | /changedLines | changeId",
                "\"changedLines\": -1 | /changedLines | whole number from 0",
                "\"changedLines\": 1.5 | /changedLines | whole number from 0",
                "\"changedLines\": 99999999999999999999999 | /changedLines | whole number from 0",
                "\"defaultBranch\": \"true\" | /defaultBranch | without quotes",
                "\"defaultBranch\": false | /defaultBranch | Add \"branch\"",
                "\"attempt\": 0 | /attempt | from 1 to 10000",
                "\"startedAt\": \"yesterday\" | /startedAt | 2026-11-01T10:00:00Z",
                "\"startedAt\": \"2026-11-01T10:00:00\" | /startedAt | 2026-11-01T10:00:00Z",
                "\"startedAt\": \"2026-11-02T10:00:00Z\", \"finishedAt\": \"2026-11-01T10:00:00Z\" | /finishedAt | which of the two",
                "\"receivedAt\": 17 | /receivedAt | in quotes",
                "\"expects\": \"coverage\" | /expects | Write a list",
                "\"expects\": [\"coverage\", \"unit\"] | /expects/1 | is not a kind of evidence",
                "\"expects\": [1] | /expects/0 | Write a string",
                "\"complete\": 1 | /complete | true or false",
                "\"subject\": \"python\" | /subject | Write an object",
                "\"subject\": {\"language\": []} | /subject/language | Did you mean «languages»?",
                "\"subject\": {\"languages\": [\"\"]} | /subject/languages/0 | python",
                "\"subject\": {\"type\": \"<b>\"} | /subject/type | service",
                "\"reports\": {} | /reports | Write a list",
                "\"reports\": [\"ruff.json\"] | /reports/0 | Write an object",
                "\"reports\": [{}] | /reports/0 | \"part\": the name or file name",
                "\"reports\": [{\"part\": \"a\", \"kind\": \"findings\"}] | /reports/0/kind | findings:<tool>",
                "\"reports\": [{\"part\": \"a\", \"format\": \"Ruff\"}] | /reports/0/format | ruff-json",
                "\"reports\": [{\"part\": \"a\", \"tool\": \"ruff\"}] | /reports/0/tool | Write an object",
                "\"reports\": [{\"part\": \"a\", \"tool\": {\"exit\": 1}}] | /reports/0/tool/exit | exitCode",
                "\"reports\": [{\"part\": \"a\", \"tool\": {\"exitCode\": \"1\"}}] | /reports/0/tool/exitCode | whole number",
                "\"a/b~c\": 1 | /a~1b~0c | Leave it out"
            })
    void aWrongFieldIsNamedByItsPointerWithAFix(String fields, String pointer, String fix) {
        Problem problem = refusal("{" + LEAST + ", " + fields + "}");

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.members()).containsEntry("part", "build").containsEntry("pointer", pointer);
        assertThat(problem.members()).extractingByKey("fix").asString().contains(fix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | `` | \"repository\": {\"name\": \"owner/name\"}",
                "{\"repository\": {}} | /repository | \"repository\": {\"name\": \"owner/name\"}",
                "{\"repository\": {\"name\": \"payments\"}} | /repository/name | use owner/name",
                "{\"repository\": {\"name\": \"a/../b\"}} | /repository/name | use owner/name",
                "{\"repository\": {\"id\": \"1296269\"}} | /repository/id | github:<number>",
                "{\"repository\": {\"id\": \"name:local\"}} | /repository/id | \"name\": \"owner/name\"",
                "{\"repository\": {\"name\": \"a/b\", \"component\": \"../x\"}} | /repository/component | services/billing",
                "{\"repository\": {\"name\": \"a/b\"}} | `` | git rev-parse HEAD",
                "{\"repository\": {\"name\": \"a/b\"}, \"commit\": \"9f2c\"} | /commit | full commit id",
                "{\"repository\": {\"name\": \"a/b\"}, \"commit\": \"COMMIT\"} | `` | \"run\"",
                "{\"repository\": {\"name\": \"a/b\"}, \"commit\": \"COMMIT\", \"run\": \"a b\"} | /run | must be 1 to 200 letters",
                "[] | `` | Send one object",
                "\"build\" | `` | Send one object",
                "{} {} | `` | nothing behind it"
            })
    void whatIsMissingIsNamedWithAnExample(String json, String pointer, String fix) {
        Problem problem = refusal(json.replace("COMMIT", COMMIT));

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.members()).containsEntry("pointer", pointer);
        assertThat(problem.members()).extractingByKey("fix").asString().contains(fix);
    }

    @Test
    void theComplaintNamesLineAndColumn() {
        Problem problem = refusal("{" + LEAST + ",\n  \"brunch\": \"main\"}");

        assertThat(problem.members())
                .isEqualTo(Map.of(
                        "part", "build",
                        "pointer", "/brunch",
                        "line", 2,
                        "column", 13,
                        "fix", "Did you mean «branch»?"));
        assertThat(problem.detail()).isEqualTo("Field /brunch of the «build» part is not known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{'repository': 1}", "{\"a\": tru}", "{\"a\" 1}", "not json", "{\"a\": 1,}"})
    void brokenJsonIsRefusedWithItsPosition(String json) {
        Problem problem = refusal(json);

        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.members()).containsKeys("line", "column", "fix");
    }

    @Test
    void jsonThatIsTooDeepOrTooLargeIsRefusedBeforeItIsHeld() {
        assertThat(refusal("{\"a\":".repeat(1_000)).detail()).contains("larger or deeper");
        assertThat(refusal("{\"" + "a".repeat(10_000) + "\": 1}").detail())
                .contains("a name of more than")
                .hasSizeLessThan(200);
        assertThat(refusal("{\"branch\": \"" + "a".repeat(BuildPart.MAX_BYTES) + "\"}")
                        .detail())
                .contains("more than");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> BuildPart.read(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}))
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @Test
    void aListOverItsLimitIsRefused() {
        String many = "\"" + "x\",\"".repeat(1_000) + "x\"";

        assertThat(refusal("{" + LEAST + ", \"subject\": {\"dependencies\": [" + many + "]}}")
                        .detail())
                .contains("1001 elements");
    }

    private static Statement read(String json) {
        return BuildPart.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem refusal(String json) {
        try {
            Statement statement = read(json);
            throw new AssertionError("accepted: " + statement);
        } catch (Problem e) {
            return e;
        }
    }
}
