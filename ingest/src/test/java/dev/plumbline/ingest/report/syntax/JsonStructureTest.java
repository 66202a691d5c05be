package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// However the lines of a file are laid out, and whatever field is expected next, our parser finds the same
/// tokens at the same places as Jackson's own, and says the same of what is wrong.
class JsonStructureTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final JsonFactory OURS = new JsonBytes.Factory(new JsonFactoryBuilder());
    private static final String[] SPACES = {
        "",
        "",
        " ",
        "\n",
        "\n  ",
        "\n        ",
        "\n                   ",
        "\r\n    ",
        "\n\n\n  ",
        "\n\t ",
        "\n  \r",
        "  \n "
    };
    private static final String[] NAMES = {"a", "name", "a long name of a field", "ä€", "\\u0061", "x\\\"y", ""};
    private static final String[] SCALARS = {"1", "-2.5e3", "true", "false", "null", "\"text\"", "\"a\\nb é\""};
    private static final String[] STRAYS = {",", ",\n  ", "}", "]", ":", "x", "\"", "\n,", "\u0001", "/", "1"};

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tokensAreThoseOfJackson(int seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            var file = new StringBuilder();
            if (random.nextBoolean()) {
                // what follows lies across the end of a buffer
                file.append("[\"")
                        .append("a".repeat(16_230 + random.nextInt(160)))
                        .append("\",");
            }
            int strange = random.nextBoolean() ? Integer.MAX_VALUE : 20;
            value(file, random, strange, 0);
            file.append(random.nextBoolean() && file.charAt(0) == '[' ? "]" : SPACES[random.nextInt(SPACES.length)]);

            List<String> expected = tokens(JACKSON, file.toString(), null);
            assertThat(tokens(OURS, file.toString(), null)).isEqualTo(expected);
            assertThat(tokens(OURS, file.toString(), random)).isEqualTo(expected);
        }
    }

    private static void value(StringBuilder file, Random random, int strange, int depth) {
        int kind = random.nextInt(depth < 4 ? 5 : 3);
        if (kind < 3 && depth > 0) {
            file.append(one(SCALARS, random));
            return;
        }
        boolean object = kind % 2 == 0;
        file.append(object ? '{' : '[');
        for (int i = random.nextInt(6); i > 0; i--) {
            space(file, random, strange);
            if (object) {
                file.append('"')
                        .append(one(NAMES, random))
                        .append('"')
                        .append(one(SPACES, random))
                        .append(':');
                space(file, random, strange);
            }
            value(file, random, strange, depth + 1);
            file.append(random.nextInt(4) == 0 ? one(SPACES, random) : "").append(i == 1 ? "" : ",");
        }
        space(file, random, strange);
        file.append(object ? '}' : ']');
    }

    private static void space(StringBuilder file, Random random, int strange) {
        file.append(one(SPACES, random));
        if (random.nextInt(strange) == 0) {
            file.append(one(STRAYS, random));
        }
    }

    private static String one(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /// @param expecting chooses the field that is asked for; null where none is
    private static List<String> tokens(JsonFactory factory, String file, @Nullable Random expecting)
            throws IOException {
        var tokens = new ArrayList<String>();
        try (var json = factory.createParser(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))) {
            while (next(json, expecting) != null) {
                var place = json.currentTokenLocation();
                tokens.add(json.currentToken() + " " + json.currentName() + " " + json.getText() + " "
                        + place.getLineNr() + ":" + place.getColumnNr() + " " + place.getByteOffset());
            }
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            tokens.add(e.getOriginalMessage() + " " + place.getLineNr() + ":" + place.getColumnNr() + " "
                    + place.getByteOffset());
        }
        return tokens;
    }

    private static JsonToken next(JsonParser json, @Nullable Random expecting) throws IOException {
        if (expecting == null) {
            return json.nextToken();
        }
        var expected = new SerializedString(
                one(NAMES, expecting).replace("\\u0061", "a").replace("\\", ""));
        boolean met = json.nextFieldName(expected);
        boolean there = json.currentToken() == JsonToken.FIELD_NAME
                && json.currentName().equals(expected.getValue());
        assertThat(met).isEqualTo(there);
        return json.currentToken();
    }
}
