package dev.plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.await.Scored;
import dev.plumbline.ingest.await.Sighting;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.UploadId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final Digest COVERAGE = Digest.ofText(Form.COVERAGE);
    private static final Digest RUFF = Digest.ofText(Form.RUFF);

    @TempDir
    private Path folder;

    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door(folder, new UploadLimits(64, 1 << 20, 4 << 20, 100));
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void anAcceptedUploadIsOneRecordAndAReceipt() throws Exception {
        Door.Answer answer = door.upload(usual());

        assertThat(answer.status()).isEqualTo(202);
        EvidenceReceived sent = door.sent().getFirst();
        assertThat(door.sent()).hasSize(1);
        assertThat(sent.receipt()).isEqualTo(new Receipt(Door.NOW, "anonymous", false));
        assertThat(sent.evidence())
                .extracting(evidence -> evidence.kind().value())
                .containsExactly("coverage", "findings:ruff");
        assertThat(((CoverageEvidence) sent.evidence().getFirst()).counted().linesCovered())
                .isEqualTo(3);
        var json = answer.json();
        assertThat(json.path("upload").asText()).isEqualTo(sent.id().value());
        assertThat(json.path("build").asText()).isEqualTo(sent.build().id().value());
        assertThat(json.path("repository").asText()).isEqualTo("name:local/acme/payments");
        assertThat(json.path("name").asText()).isEqualTo("acme/payments");
        assertThat(json.path("component").asText()).isEqualTo(".");
        assertThat(json.path("receivedAt").asText()).isEqualTo(Door.NOW.toString());
        assertThat(json.path("links").path("build").asText())
                .isEqualTo("/api/v1/builds/" + sent.build().id());
        assertThat(json.path("links").path("scorecards").asText())
                .isEqualTo("/api/v1/scorecards?repository=acme/payments");
        assertThat(json.path("links").path("page").asText()).isEqualTo("/repositories/acme/payments");
        assertThat(answer.header("Location"))
                .isEqualTo("/api/v1/builds/" + sent.build().id());
        var coverage = json.path("evidence").path(0);
        assertThat(coverage.path("part").asText()).isEqualTo("coverage.xml");
        assertThat(coverage.path("format").asText()).isEqualTo("cobertura");
        assertThat(coverage.path("figures").path("linesCovered").asInt()).isEqualTo(3);
        assertThat(coverage.path("report").asText()).isEqualTo(COVERAGE.value());
        assertThat(json.path("evidence").path(1).path("figures").path("open").asInt())
                .isEqualTo(1);
    }

    @Test
    void aNumberAndItsNameAreOneRepositoryUnderTheFirstOfThem() throws Exception {
        door.upload(usual());
        var answer = door.upload(Form.build(Form.BUILD.replace("{\"name\":", "{\"id\": \"github:7\", \"name\":"))
                .part("coverage", "coverage.xml", Form.COVERAGE));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("repository").asText()).isEqualTo("name:local/acme/payments");
        assertThat(answer.json().path("notes").path(0).asText())
                .isEqualTo("Repository github:7 is kept as name:local/acme/payments, the first id it was sent under.");
        assertThat(door.producer.history())
                .extracting(record -> record.key())
                .containsExactly("name:local/acme/payments", "name:local/acme/payments");
    }

    @Test
    void reportsAndFindingsCanBeFetchedByDigest() throws Exception {
        door.upload(usual());

        Door.Answer report = door.get("/api/v1/reports/" + COVERAGE);
        Door.Answer findings = door.get("/api/v1/reports/" + RUFF + "/findings");

        assertThat(report.status()).isEqualTo(200);
        assertThat(new String(report.response().body(), StandardCharsets.UTF_8)).isEqualTo(Form.COVERAGE);
        assertThat(report.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(report.header("Content-Disposition")).startsWith("attachment");
        assertThat(report.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(findings.json().path("findings")).hasSize(1);
        assertThat(findings.json().path("findings").path(0).path("rule").asText())
                .isEqualTo("E501");
        assertThat(findings.json().has("next")).isFalse();
        assertThat(door.get("/api/v1/reports/" + COVERAGE + "/findings").json().path("findings"))
                .isEmpty();
        assertThat(door.get("/api/v1/reports/" + Digest.ofText("x")).status()).isEqualTo(404);
        assertThat(door.get("/api/v1/reports/" + Digest.ofText("x") + "/findings")
                        .status())
                .isEqualTo(404);
        assertThat(door.get("/api/v1/reports/sha256:12").status()).isEqualTo(400);
    }

    @Test
    void ofAReportOfSecretsOnlyRulesAndPlacesAreKept() throws Exception {
        String leaks = "[{\"RuleID\": \"aws-key\", \"File\": \"a.py\", \"StartLine\": 3, \"Secret\": \"AKIA1\"}]";

        Door.Answer answer = door.upload(Form.build(Form.BUILD).part("leaks", "leaks.json", leaks));

        assertThat(answer.json().path("notes").toString()).contains("nothing is kept but rules and places");
        Door.Answer kept = door.get("/api/v1/reports/" + Digest.ofText(leaks));
        assertThat(new String(kept.response().body(), StandardCharsets.UTF_8))
                .contains("aws-key")
                .doesNotContain("AKIA1");
        assertThat(kept.header("Content-Disposition")).contains("-redacted");
    }

    @Test
    void findingsComeInPagesThatACursorJoins() throws Exception {
        String two = Form.RUFF.strip();
        String both = "[" + two.substring(1, two.length() - 1) + ","
                + two.substring(1, two.length() - 1).replace("E501", "F401") + "]";
        door.upload(Form.build(Form.BUILD).part("ruff", "ruff.json", both));
        String path = "/api/v1/reports/" + Digest.ofText(both) + "/findings?limit=1";

        var first = door.get(path).json();
        var second = door.get(path + "&cursor=" + first.path("next").asText()).json();

        assertThat(first.path("findings").path(0).path("rule").asText()).isEqualTo("E501");
        assertThat(second.path("findings").path(0).path("rule").asText()).isEqualTo("F401");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void theSameUploadTwiceIsTheSameReceiptAndOneRecord() throws Exception {
        Door.Answer first = door.upload(usual());
        door.now.set(Door.NOW.plusSeconds(60));
        Door.Answer second = door.upload(usual());

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(door.sent()).hasSize(1);
        assertThat(door.meters.scrape()).contains("plumbline_uploads_total{result=\"repeated\"} 1.0");
    }

    @Test
    void theOrderOfPartsIsNoPartOfAnUploadsIdentityAndItsContentIs() throws Exception {
        Form turned = new Form()
                .part("ruff", "ruff.json", Form.RUFF)
                .part("coverage", "coverage.xml", Form.COVERAGE)
                .part("build", null, Form.BUILD);

        String usual = door.upload(usual()).json().path("upload").asText();
        String other = door.upload(
                        Form.build(Form.BUILD.replace("\"1\"", "\"2\"")).part("ruff", "ruff.json", Form.RUFF))
                .json()
                .path("upload")
                .asText();

        assertThat(door.upload(turned).json().path("upload").asText()).isEqualTo(usual);
        assertThat(other).isNotEqualTo(usual);
    }

    @Test
    void severalReportsOfOneKindAreAllTaken() throws Exception {
        Form form = Form.build(Form.BUILD)
                .part("report", "coverage.xml", Form.COVERAGE)
                .part("report", "coverage.xml", Form.COVERAGE.replace("hits=\"0\"", "hits=\"1\""));

        var json = door.upload(form).json();

        assertThat(json.path("evidence")).hasSize(2);
        assertThat(json.path("evidence").findValuesAsText("part")).containsExactly("coverage.xml", "coverage.xml (2)");
    }

    @Test
    void aBuildPartMayBeAFileAndHaveAnyType() throws Exception {
        Form typed = new Form()
                .raw(
                        "Content-Disposition: form-data; name=\"build\"; filename=\"build.json\"\r\nContent-Type: application/json",
                        Form.BUILD);

        Door.Answer answer = door.upload(typed);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("evidence").isArray()).isTrue();
        assertThat(answer.json().path("evidence")).isEmpty();
        assertThat(door.sent().getFirst().build().complete()).isTrue();
    }

    @Test
    void whatTheBuildPartSaysOfAReportReachesItsEvidence() throws Exception {
        String said = Form.BUILD.replace(
                "}, \"commit\"",
                "}, \"reports\": [{\"part\": \"ruff\", \"kind\": \"findings:ruff\","
                        + " \"tool\": {\"version\": \"0.17.5\", \"exitCode\": 1}}], \"commit\"");

        Door.Answer answer = door.upload(Form.build(said).part("ruff", "any.json", Form.RUFF));

        assertThat(answer.status()).isEqualTo(202);
        var tool = door.sent().getFirst().evidence().getFirst().source().tool();
        assertThat(tool.version()).isEqualTo("0.17.5");
        assertThat(tool.exitCode()).isEqualTo(1);
    }

    @Test
    void waitingEndsWithTheVerdict() throws Exception {
        door.verdict.set(new Sighting.Closed(Scored.closed(3, UploadId.ofContent("x"))));

        Door.Answer answer = door.upload(usual(), "?wait=PT10S");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("revision").asInt()).isEqualTo(3);
        assertThat(answer.json().path("scorecards").isArray()).isTrue();
        assertThat(answer.json().path("gate").path("decision").asText()).isEqualTo("NOT_GATED");
        assertThat(answer.json().path("notes").path(0).asText()).contains("no standard");
        assertThat(answer.json().path("build").asText())
                .isEqualTo(door.sent().getFirst().build().id().value());
    }

    @Test
    void whoDoesNotWaitGetsAReceiptWhateverIsKnown() throws Exception {
        door.verdict.set(new Sighting.Closed(Scored.closed(3)));

        assertThat(door.upload(usual()).status()).isEqualTo(202);
    }

    @Test
    void waitingInVainEndsWithAReceiptAndWhatIsProvisional() throws Exception {
        door.verdict.set(new Sighting.Open(Scored.open(1)));
        var open = door.upload(usual(), "?wait=PT0.1S");
        door.verdict.set(new Sighting.Nothing());
        var nothing = door.upload(usual(), "?wait=PT0.1S");

        assertThat(open.status()).isEqualTo(202);
        assertThat(open.json().path("provisional").path("awaited").path(0).asText())
                .isEqualTo("audit");
        assertThat(nothing.status()).isEqualTo(202);
        assertThat(nothing.json().has("provisional")).isFalse();
    }

    @Test
    void anAdministratorMayStateWhenItWasReceived() throws Exception {
        Door.Answer answer =
                door.upload(backfill("2026-09-01T00:00:00Z"), "", "Authorization", Door.bearer(door.admin));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(door.sent().getFirst().receipt())
                .isEqualTo(new Receipt(Instant.parse("2026-09-01T00:00:00Z"), "root", true));
    }

    @Test
    void aRepetitionThatIsStatedToBeEarlierIsSentAgain() throws Exception {
        door.upload(backfill("2026-09-02T00:00:00Z"), "", "Authorization", Door.bearer(door.admin));
        door.upload(backfill("2026-09-01T00:00:00Z"), "", "Authorization", Door.bearer(door.admin));
        door.upload(backfill("2026-09-03T00:00:00Z"), "", "Authorization", Door.bearer(door.admin));

        assertThat(door.sent())
                .extracting(sent -> sent.receipt().receivedAt().toString())
                .containsExactly("2026-09-02T00:00:00Z", "2026-09-01T00:00:00Z");
    }

    @Test
    void thePublishersNameIsRecorded() throws Exception {
        assertThat(door.upload(usual(), "", "Authorization", Door.bearer(door.publisher))
                        .status())
                .isEqualTo(202);

        assertThat(door.sent().getFirst().receipt().publisher()).isEqualTo("ci-bot");
    }

    @Test
    void operatorsSeeWhatHappens() throws Exception {
        door.upload(usual());
        door.upload(Form.build("{}"));

        assertThat(door.meters.scrape())
                .contains("plumbline_uploads_total{result=\"accepted\"} 1.0")
                .contains("plumbline_uploads_total{result=\"refused\"} 1.0")
                .contains("plumbline_uploads_refused_total{reason=\"build-part\"} 1.0")
                .contains("plumbline_upload_seconds_count 2")
                .contains("plumbline_report_bytes_total " + (double) (Form.COVERAGE.length() + Form.RUFF.length()));
    }

    @Test
    void nothingStaysOfAnUploadButItsReports() throws Exception {
        door.upload(usual());

        assertThat(door.kept())
                .hasSize(3)
                .allSatisfy(file -> assertThat(file.toString()).contains("sha256"));
        assertThat(door.sent().getFirst().evidence().getFirst().kind()).isEqualTo(Kind.COVERAGE);
    }

    /// Surefire, for one, writes a file for each class.
    @Test
    void aFileForEachOfManyClassesIsOneUpload() throws Exception {
        try (var usual = new Door(folder.resolve("usual"), UploadLimits.DEFAULT)) {
            var form = Form.build(Form.BUILD);
            for (int i = 0; i < 399; i++) {
                form.part(
                        "tests:unit",
                        "TEST-acme.C" + i + ".xml",
                        "<testsuite name=\"acme.C%d\" tests=\"1\"><testcase classname=\"acme.C%d\" name=\"works\" time=\"0.0%d\"/></testsuite>"
                                .formatted(i, i, i));
            }

            Door.Answer answer = usual.upload(form);

            assertThat(answer.status()).isEqualTo(202);
            assertThat(usual.sent().getFirst().evidence()).hasSize(399);
        }
    }

    @Test
    void aPartStaysInMemoryWhereAllOfThemTogetherMay() {
        var limits = new UploadLimits(1_000, 50_000_000, 60_000_000, 4_000_000);

        assertThat(limits.partInMemory(4_000_000)).isEqualTo(4_000_000);
        assertThat(limits.partInMemory(4_000_001)).isEqualTo(4_000);
        assertThat(limits.partInMemory(-1)).isEqualTo(4_000);
    }

    private static Form usual() {
        return Form.build(Form.BUILD)
                .part("coverage", "coverage.xml", Form.COVERAGE)
                .part("ruff", "ruff.json", Form.RUFF);
    }

    private static Form backfill(String receivedAt) {
        return Form.build(Form.BUILD.replace("\"run\"", "\"receivedAt\": \"" + receivedAt + "\", \"run\""))
                .part("ruff", "ruff.json", Form.RUFF);
    }
}
