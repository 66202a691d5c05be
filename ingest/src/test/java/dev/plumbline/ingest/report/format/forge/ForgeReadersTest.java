package dev.plumbline.ingest.report.format.forge;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.format;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForgeReadersTest {
    @ParameterizedTest
    @CsvSource({
        "github-webhook/ow-workflow_run.completed.payload.json, GitHub",
        "gitlab-webhook/gg-pipeline.json, GitLab",
        "cdevents/ce-build_finished.json, CDEvents",
        "cloudevents-conformance/cec-valid-events.json, CloudEvents"
    })
    void eventIsKnownAndSaysWhatToSendInItsPlace(String file, String sender) {
        var reading = read(corpus(file), Declared.NOTHING);

        assertThat(reading.evidence()).isEmpty();
        assertThat(reading.figures()).isEqualTo(Figures.NONE);
        assertThat(reading.aside()).isNotNull().satisfies(aside -> {
            assertThat(aside.source().tool().name()).isEqualTo(sender);
            assertThat(aside.what()).contains("an event, not a report");
            assertThat(aside.fix()).contains("takes no events", "the report files");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "github-webhook | {\"action\": \"purchased\", \"sender\": {\"id\": 1}, \"marketplace_purchase\": {\"unit_count\": 1}}",
                "github-webhook | {\"action\": \"created\", \"sponsorship\": {\"tier\": {}}, \"sender\": {\"id\": 1}}",
                "github-webhook | {\"action\": \"published\", \"security_advisory\": {\"ghsa_id\": \"GHSA-rf4j-j272-fj86\"}}",
                "github-webhook | {\"action\": \"revoked\", \"sender\": {\"id\": 1}}",
                "gitlab-webhook | {\"event_name\": \"key_create\", \"username\": \"root\", \"key\": \"ssh-rsa AAAA\", \"id\": 4}",
                "cdevents | {\"context\": {\"version\": \"0.4.1\", \"id\": \"1\", \"source\": \"/a\", \"type\": \"dev.cdeventsx.tool-resource.created.0.1.0\", \"timestamp\": \"2023-03-20T14:27:05Z\"}, \"subject\": {\"id\": \"2\", \"content\": {}}}"
            })
    void eventOfAnAccountAnAdministratorOrOfTheSendersOwnTypeIsKnown(String format, String event) {
        var reading = read(event, Declared.NOTHING);

        assertThat(reading.aside())
                .isNotNull()
                .satisfies(aside -> assertThat(aside.source().format().id()).isEqualTo(format));
        assertThat(reading.evidence()).isEmpty();
    }

    @Test
    void eventIsEvidenceOfNoKind() {
        var refused = refusal(corpus("gitlab-webhook/gg-push.json"), as("coverage"));

        assertThat(refused.what()).contains("declared as coverage", "a GitLab webhook");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": \"\"} | no id",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\"} | no id",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": 1} | not a text",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": \"1\", \"time\": \"noon\"} | a moment",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": \"1\", \"a_b\": 1} | another name",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": \"1\", \"x\": {}} | a single value",
                "{\"specversion\": \"1.0\", \"type\": \"a\", \"source\": \"b\", \"id\": \"1\", \"data\": 1, \"data_base64\": \"\"} | both",
                "{\"testType\": \"InvalidSingleEvent\", \"tests\": [{\"event\": {\"specversion\": \"1.0\"}}]} | no id",
                "{\"context\": {\"type\": \"dev.cdevents.a\"}, \"subject\": {\"id\": \"1\"}} | no id",
                "{\"context\": {\"type\": \"dev.cdevents.a\", \"id\": \"1\", \"source\": \"b\", \"timestamp\": \"c\", \"version\": \"0.3\"}, \"subject\": {}} | subject"
            })
    void eventThatLacksWhatEveryEventHasIsRefused(String event, String why) {
        assertThat(refusal(event).what()).contains(why);
    }

    @ParameterizedTest
    @CsvSource({"github-webhook", "gitlab-webhook", "cdevents", "cloudevents-conformance"})
    void declaredFormatDoesNotMakeAnEventOfAnyObject(String format) {
        assertThat(refusal("{\"action\": \"opened\"}", format(format)).fix()).isNotBlank();
    }
}
