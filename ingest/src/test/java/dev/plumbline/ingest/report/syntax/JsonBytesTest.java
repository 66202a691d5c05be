package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every file is taken, or refused, just as Jackson's own parser takes or refuses it.
class JsonBytesTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final JsonFactory OURS = new JsonBytes.Factory(new JsonFactoryBuilder());
    private static final String[] PIECES = {
        "a",
        "words, and more of them",
        "\\n",
        "\\\"",
        "\\\\",
        "\\u00e9",
        "\\ud834\\udd1e",
        "é",
        "€",
        "𝄞",
        "\\x",
        "\\u12",
        "\n",
        "\t",
        "\u0001",
        "\"",
        "\u007f",
        "/",
        "\\/",
        "        "
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void textsAreTheSame(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 1_500; round++) {
            var file = new StringBuilder("{\"n\":[");
            for (int text = 0; text < 4; text++) {
                file.append(text == 0 ? "\"" : ",\"");
                for (int piece = random.nextInt(6); piece > 0; piece--) {
                    // what is wrong is rare, so that whole files are among them
                    int which = random.nextInt(20) == 0 ? random.nextInt(PIECES.length) : random.nextInt(10);
                    file.append(PIECES[which]);
                }
                file.append('"');
            }
            same(file.append("],\"m\":1}").toString(), random.nextInt(3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void textsAcrossTheEndsOfBuffersAreTheSame(int wanted) throws IOException {
        for (String piece : PIECES) {
            for (int before = 16_360; before < 16_390; before++) {
                same("[\"" + "a".repeat(before) + piece + "b\",\"" + piece + "\",2]", wanted);
            }
        }
    }

    @Test
    void markOfTheByteOrderIsPassedOver() throws IOException {
        same("\uFEFF{\"a\":\"b\"}", 1);
        same("\uFEFF", 1);
        same("", 1);
        same("1", 1);
    }

    private static void same(String file, int wanted) throws IOException {
        assertThat(tokens(OURS, file, wanted))
                .as(file.substring(Math.max(0, file.length() - 60)))
                .isEqualTo(tokens(JACKSON, file, wanted));
    }

    /// What a parser finds, with places and what it says of errors.
    ///
    /// @param wanted 0: texts are passed over · 1: they are read · 2: every other one is
    private static List<String> tokens(JsonFactory factory, String file, int wanted) throws IOException {
        var tokens = new ArrayList<String>();
        try (var json = factory.createParser(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                tokens.add(token + " " + json.currentTokenLocation().offsetDescription());
                if (token == JsonToken.VALUE_STRING && (wanted == 1 || wanted == 2 && tokens.size() % 2 == 0)) {
                    tokens.add(text(json));
                }
            }
        } catch (JsonProcessingException e) {
            tokens.add(e.getOriginalMessage() + " " + e.getLocation().offsetDescription());
        }
        return tokens;
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.getText();
        assertThat(json.getText()).isEqualTo(text);
        assertThat(json.getTextLength()).isEqualTo(text.length());
        return text;
    }
}
