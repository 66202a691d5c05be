package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Objects that are laid out alike, as those of a tool are, or nearly: what the cursor makes of them is
/// what Jackson makes of them, although it passes what stands between two values by comparing it with the
/// last time.
class JsonFieldTest {
    private static final JsonFactory JACKSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String REFUSED = "refused";
    private static final String[] GAPS = {"", " ", "\n  ", "\r\n        ", "\n\t"};
    private static final String[] NAMES = {"a", "b", "line", "message", "a name of many letters", "\\u0061b", "ä"};
    private static final String[] VALUES = {
        "1",
        "12",
        "-3.5e2",
        "true",
        "null",
        "\"\"",
        "\"a text\"",
        "\"a text that is longer\"",
        "\"a text that is longer, again\"",
        "\"1\"",
        "\"12\"",
        "\"C:\\\\Temp\\\\x\"",
        "\"\\u00e4\"",
        "[1,2]",
        "{}",
        "{\"a\": {\"a\": 1}}"
    };
    private static final String[] STRAYS = {",", "\"", ":", " ", "{", "}", "x", "\\", "a", ",\"a\":1"};

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheCursorReadsIsWhatJacksonReads(int seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            var file = new StringBuilder(file(random));
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                int at = random.nextInt(file.length());
                if (random.nextBoolean()) {
                    file.insert(at, one(STRAYS, random));
                } else {
                    file.deleteCharAt(at);
                }
            }
            same(file.toString(), random);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a\":1,\"b\":2},{,\"a\":1}]",
                "[{\"b\":2,\"a\":1},{\"a\":1},{,\"a\":1}]",
                "[{\"a\":1,\"b\":2},{\"a\":1\"b\":2}]",
                "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2,\"a\":1}]",
                "[{\"a\":1,\"b\":2},{\"a\":1,\"b\":2,\"b\":1}]",
                "[{\"a\":\"x\"},{\"a\":\"x\"},{\"a\":\"x\"},{\"a\":\"xy\"},{\"a\":\"x\\\"\"}]",
                "[{\"a\":12},{\"a\":12},{\"a\":\"12\"},{\"a\":\"12\"},{\"a\":\"12,1\"}]",
                "[{\"a\":1},{\"a\":",
                "[{\"a\":1},{\"a\":}]"
            })
    void whatIsNearlyAsBeforeIsNotTakenForIt(String file) throws IOException {
        same(file, new Random(file.hashCode()));
    }

    /// It had so many forms that none is remembered any more, the last of them behind a comma; then it
    /// comes first.
    @ParameterizedTest
    @ValueSource(strings = {"{,\"a\":1}", "{\"a\":1}"})
    void aFieldThatComesFirstHasNoCommaBeforeIt(String last) throws IOException {
        String forms = "{\"b\":1, \"a\":1},{\"b\":1,  \"a\":1}," + "{\"b\":1,\"a\":1},{\"a\":1},".repeat(40);
        String file = "[" + forms + "{\"a\":1,\"i\":1}," + last + "]";
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        assertThat(ours(Content.of(bytes), new Random(1), 1)).isEqualTo(jackson(file));
    }

    private static void same(String file, Random random) throws IOException {
        String expected = jackson(file);
        assertThat(ours(pieces(file, random), random, 1)).as(shown(file)).isEqualTo(expected);
        String partly = ours(pieces(file, random), random, 3);
        assertThat(partly.equals(REFUSED)).as(shown(file)).isEqualTo(expected.equals(REFUSED));
    }

    private static String shown(String file) {
        return file.replaceAll("x{9,}", "x…");
    }

    /// A list of objects, of which each field mostly stands as it did in the one before.
    private static String file(Random random) {
        String[] names = random.ints(1 + random.nextInt(5), 0, NAMES.length)
                .distinct()
                .mapToObj(i -> NAMES[i])
                .toArray(String[]::new);
        int strange = 2 + random.nextInt(40);
        String[] gaps = {one(GAPS, random), one(GAPS, random), one(GAPS, random)};
        var file = new StringBuilder("[\"")
                .append("x".repeat(random.nextInt(17_000)))
                .append('"');
        for (int object = 0; object < 40; object++) {
            file.append(",{");
            boolean first = true;
            for (String name : names) {
                if (random.nextInt(strange) == 0) {
                    continue;
                }
                file.append(first ? "" : ",").append(random.nextInt(strange) == 0 ? one(GAPS, random) : gaps[0]);
                file.append('"').append(random.nextInt(strange) == 0 ? one(NAMES, random) : name);
                file.append('"').append(gaps[1]).append(':').append(gaps[2]).append(one(VALUES, random));
                first = false;
            }
            file.append(gaps[0]).append('}');
        }
        return file.append(']').toString();
    }

    private static String one(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    private static Content pieces(String file, Random random) {
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        int most = random.nextBoolean() ? 50 : 1 << 20;
        return () -> new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, 1 + random.nextInt(most)));
            }
        };
    }

    /// @param every of so many values one is read
    private static String ours(Content file, Random random, int every) throws IOException {
        var out = new StringBuilder();
        try (var json = Json.open(file, Allowance.untimed(1 << 20))) {
            value(json, out, random, every);
            json.end();
            return out.toString();
        } catch (MalformedReport e) {
            return REFUSED;
        }
    }

    private static void value(JsonCursor json, StringBuilder out, Random random, int every) {
        if (!out.isEmpty() && random.nextInt(every) > 0) {
            return;
        }
        if (json.isObject()) {
            out.append('{');
            json.object("an object", name -> {
                out.append(name).append('=');
                value(json, out, random, every);
            });
            out.append('}');
        } else if (json.isArray()) {
            out.append('[');
            json.array("a list", () -> value(json, out, random, every));
            out.append(']');
        } else if (json.isText()) {
            out.append('"').append(json.textOrNothing(1 << 20)).append("\";");
        } else {
            out.append(json.isNumber() ? json.number("a number") : json.flag("a value"))
                    .append(';');
        }
    }

    private static String jackson(String file) throws IOException {
        var out = new StringBuilder();
        try (JsonParser json = JACKSON.createParser(file)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                out.append(
                        switch (token) {
                            case START_OBJECT -> "{";
                            case END_OBJECT -> "}";
                            case START_ARRAY -> "[";
                            case END_ARRAY -> "]";
                            case FIELD_NAME -> json.currentName() + '=';
                            case VALUE_STRING -> '"' + json.getText() + "\";";
                            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue() + ";";
                            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> json.getText() + ';';
                            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> token.name();
                        });
            }
            return out.toString();
        } catch (JsonProcessingException e) {
            return REFUSED;
        }
    }
}
