package dev.plumbline.ingest.report.format.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncApiTest {
    @Test
    void operationIsSecuredOnlyWhereEveryServerDemandsAScheme() {
        var figures = Samples.read("""
                        asyncapi: 2.6.0
                        servers:
                          guarded: {url: 'kafka:9093', protocol: kafka-secure, security: [{scram: []}]}
                          open: {url: 'kafka:9092', protocol: kafka}
                        channels:
                          orders: {publish: {summary: Orders}}
                        """).figures().counted();

        assertThat(figures).containsEntry("operations", 1L).containsEntry("secured", 0L);
    }

    @Test
    void operationMayReferToAChannelThatComesLater() {
        var figures = Samples.read("""
                        {"asyncapi": "3.0.0",
                         "operations": {"a": {"action": "send", "channel": {"$ref": "#/channels/x~1y"}}},
                         "channels": {"x/y": {"address": "shop/v2/orders"}}}""").figures().counted();

        assertThat(figures).containsEntry("operations", 1L).containsEntry("versioned", 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"asyncapi\": \"3.0.0\"}",
                "{\"asyncapi\": \"3.0.0\", \"channels\": []}",
                "{\"asyncapi\": \"3.0.0\", \"operations\": {\"a\": 1}}",
                "asyncapi: 3.0.0\nchannels: 7\n"
            })
    void descriptionWithoutItsPartsIsRefused(String text) {
        assertThat(Samples.refusal(text).what()).doesNotContain("format is not known");
    }
}
