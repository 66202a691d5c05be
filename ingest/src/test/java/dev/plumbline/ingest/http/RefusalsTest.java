package dev.plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.http.Door.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
    private static final UploadLimits SMALL = new UploadLimits(4, 5_000, 9_000, 100);

    @TempDir
    private Path folder;

    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door(folder, SMALL);
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aTruncatedReportIsNamedWithPositionAndFix() throws Exception {
        String cut = Form.COVERAGE.substring(0, Form.COVERAGE.indexOf("<line number=\"3\""));

        Answer answer = door.upload(
                Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF).part("coverage", "coverage.xml", cut));

        assertRefused(answer, 422, "report-refused");
        assertThat(answer.json().path("part").asText()).isEqualTo("coverage.xml");
        assertThat(answer.json().path("format").asText()).isEqualTo("cobertura");
        assertThat(answer.json().path("line").asInt()).isBetween(6, 8);
        assertThat(answer.json().path("column").asInt()).isPositive();
        assertThat(answer.json().path("fix").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText())
                .contains("coverage.xml")
                .contains("Nothing of this upload was kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><!DOCTYPE coverage [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><coverage>&x;</coverage>",
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><testsuites>&b;</testsuites>"
            })
    void hostileXmlIsRefusedAndNothingOfItIsShown(String xml) throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD).part("report", "evil.xml", xml));

        assertRefused(answer, 422, "report-refused");
        assertThat(new String(answer.response().body(), StandardCharsets.UTF_8)).doesNotContain("root:", "aaaa");
    }

    @Test
    void anEventIsNoReportAndIsToldWhatToSendInItsPlace() throws Exception {
        String push = "{\"object_kind\": \"push\", \"project_id\": 15, \"commits\": []}";

        Answer answer = door.upload(
                Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF).part("report", "push.json", push));

        assertRefused(answer, 422, "report-refused");
        assertThat(answer.json().path("part").asText()).isEqualTo("push.json");
        assertThat(answer.json().path("format").asText()).isEqualTo("gitlab-webhook");
        assertThat(answer.json().path("detail").asText()).contains("an event, not a report");
        assertThat(answer.json().path("fix").asText()).contains("takes no events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"just some text", "{\"hello\": \"world\"}", "<html><body/></html>", ""})
    void aFileOfUnknownFormatIsNamed(String content) throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD).part("report", "notes.txt", content));

        assertRefused(answer, 422, "report-refused");
        assertThat(answer.json().path("part").asText()).isEqualTo("notes.txt");
        assertThat(answer.json().path("fix").asText()).isNotBlank();
    }

    @Test
    void anUploadWithoutABuildPartIsToldHowToWriteOne() throws Exception {
        Answer answer = door.upload(new Form().part("coverage", "coverage.xml", Form.COVERAGE));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("fix").asText()).startsWith("curl -F build='{\"repository\"");
    }

    @Test
    void twoBuildPartsAreOneTooMany() throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD).part("build", null, Form.BUILD));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("detail").asText()).contains("2 parts «build»");
    }

    @Test
    void aWrongFieldOfTheBuildPartIsNamedByItsPointer() throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD.replace("complete", "completed")));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("pointer").asText()).isEqualTo("/completed");
        assertThat(answer.json().path("line").asInt()).isEqualTo(1);
        assertThat(answer.json().path("fix").asText()).isEqualTo("Did you mean «complete»?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"part\": \"rufff.json\"} | Did you mean «ruff.json»?",
                "{\"part\": \"something-else\"} | this upload has: ruff, ruff.json, report, a.json",
                "{\"part\": \"ruff\"}, {\"part\": \"ruff.json\"} | one entry for each file"
            })
    void anEntryThatSpeaksOfNoPartOrOfAnAlreadyNamedOneIsRefused(String entries, String fix) throws Exception {
        String build = Form.BUILD.replace("\"run\"", "\"reports\": [" + entries + "], \"run\"");

        Answer answer = door.upload(
                Form.build(build).part("ruff", "ruff.json", Form.RUFF).part("report", "a.json", Form.RUFF));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("pointer").asText()).startsWith("/reports/");
        assertThat(answer.json().path("fix").asText()).contains(fix);
    }

    @Test
    void anEntryWhoseNameSeveralPartsHaveIsRefused() throws Exception {
        String build = Form.BUILD.replace("\"run\"", "\"reports\": [{\"part\": \"report\"}], \"run\"");

        Answer answer = door.upload(
                Form.build(build).part("report", "a.json", Form.RUFF).part("report", "b.json", Form.RUFF));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("detail").asText()).contains("several parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/mixed; boundary=x"})
    void whatIsNoFormIsOfTheWrongType(String type) throws Exception {
        assertRefused(door.post("{}".getBytes(StandardCharsets.UTF_8), type, ""), 415, "not-multipart");
    }

    @Test
    void aFormThatIsCutOffOrHasNoBoundaryIsNoForm() throws Exception {
        byte[] whole =
                Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF).cutOff();

        assertRefused(door.post(whole, Form.CONTENT_TYPE, ""), 400, "bad-request");
        assertRefused(door.post(Arrays.copyOf(whole, 10), Form.CONTENT_TYPE, ""), 400, "bad-request");
        assertRefused(door.post(whole, "multipart/form-data", ""), 400, "bad-request");
        assertRefused(door.post(new byte[0], Form.CONTENT_TYPE, ""), 400, "bad-request");
    }

    /// The next request of a client may be on its way already.
    @Test
    void aConnectionOutlivesAFormThatIsCutOff() throws Exception {
        byte[] form =
                Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF).cutOff();
        byte[] head = ("POST /api/v1/builds HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Form.CONTENT_TYPE
                        + "\r\nContent-Length: " + form.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);

        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), door.uri("/").getPort())) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(form);
            }
            socket.shutdownOutput();
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers.split("HTTP/1\\.1 400 ", -1)).hasSize(4);
        }
    }

    @Test
    void tooManyPartsAreTooLarge() throws Exception {
        Form form = Form.build(Form.BUILD);
        for (int i = 0; i < 4; i++) {
            form.part("report", i + ".json", Form.RUFF);
        }

        Answer answer = door.upload(form);

        assertRefused(answer, 413, "too-large");
        assertThat(answer.json().path("detail").asText()).contains("more than 4 parts");
    }

    @Test
    void aPartOverItsLimitIsTooLarge() throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD).part("report", "a.json", " ".repeat(5_001)));

        assertRefused(answer, 413, "too-large");
        assertThat(answer.json().path("detail").asText()).contains("part").contains("5000 bytes");
    }

    @Test
    void aWholeOverItsLimitIsTooLarge() throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD)
                .part("report", "a.json", " ".repeat(4_500))
                .part("report", "b.json", " ".repeat(4_500)));

        assertRefused(answer, 413, "too-large");
        assertThat(answer.json().path("detail").asText()).contains("upload").contains("9000 bytes");
    }

    @Test
    void onlyAnAdministratorMayBackfill() throws Exception {
        Form form = Form.build(Form.BUILD.replace("\"run\"", "\"receivedAt\": \"2026-09-01T00:00:00Z\", \"run\""));

        assertRefused(door.upload(form), 403, "backfill-forbidden");
        assertRefused(door.upload(form, "", "Authorization", Door.bearer(door.publisher)), 403, "backfill-forbidden");
    }

    @Test
    void nothingIsReceivedInTheFuture() throws Exception {
        Form form = Form.build(Form.BUILD.replace("\"run\"", "\"receivedAt\": \"2027-01-01T00:00:00Z\", \"run\""));

        Answer answer = door.upload(form, "", "Authorization", Door.bearer(door.admin));

        assertRefused(answer, 422, "build-part");
        assertThat(answer.json().path("pointer").asText()).isEqualTo("/receivedAt");
    }

    @Test
    void aViewerMayNotPublishAndAnUnknownTokenIsNobody() throws Exception {
        Form form = Form.build(Form.BUILD);

        assertThat(door.upload(form, "", "Authorization", Door.bearer(door.viewer))
                        .status())
                .isEqualTo(403);
        assertThat(door.upload(form, "", "Authorization", "Bearer plb_x").status())
                .isEqualTo(401);
        assertThat(door.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "PT61S", "-PT1S", "forever"})
    void aWaitOutOfItsBoundsIsRefusedBeforeTheUploadIsRead(String wait) throws Exception {
        Answer answer = door.upload(Form.build(Form.BUILD), "?wait=" + wait);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("fix").asText()).contains("?wait=PT10S");
        assertThat(door.sent()).isEmpty();
    }

    @Test
    void aBrokerThatDoesNotAnswerIsUnavailableAndNothingIsKept() throws Exception {
        door.producer.sendException = new TimeoutException("Topic plumbline.evidence.v1 not present in metadata");

        Answer answer = door.upload(Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF));

        assertUnavailable(answer);
        assertThat(door.kept()).isEmpty();

        door.producer.sendException = null;
        assertThat(door.upload(Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF))
                        .status())
                .isEqualTo(202);
        assertThat(door.sent()).hasSize(1);
    }

    @Test
    void aRecordThatMayBeOnTheLogKeepsItsReportsAndIsNoSuccess() throws Exception {
        door.close();
        door = new Door(folder, SMALL, false);
        var failing = Thread.ofVirtual()
                .start(() -> Awaitility.await().until(() -> door.producer.errorNext(new TimeoutException("expired"))));

        Answer answer = door.upload(Form.build(Form.BUILD).part("ruff", "ruff.json", Form.RUFF));
        failing.join();

        assertUnavailable(answer);
        assertThat(answer.json().path("detail").asText()).contains("it counts once");
        assertThat(door.kept()).hasSize(2);
    }

    @Test
    void aFullDiskIsUnavailable() throws Exception {
        door.free.set(false);

        assertUnavailable(door.upload(Form.build(Form.BUILD)));
        assertThat(door.sent()).isEmpty();
    }

    private void assertUnavailable(Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(door.meters.scrape()).contains("plumbline_uploads_total{result=\"unavailable\"} 1.0");
    }

    private void assertRefused(Answer answer, int status, String slug) throws IOException {
        assertThat(answer.status())
                .as(() -> new String(answer.response().body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asText()).endsWith("/problems/" + slug);
        assertThat(answer.json().path("detail").asText()).isNotBlank().doesNotContain("Exception");
        assertThat(door.sent()).isEmpty();
        assertThat(door.kept()).isEmpty();
    }
}
