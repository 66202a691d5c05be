package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.ingest.report.syntax.JsonBytes.Strange;
import dev.plumbline.ingest.report.syntax.JsonScanner.Token;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// However a file is laid out, in whatever pieces it comes, whichever field is expected next and whichever
/// texts are read, our scanner finds the tokens that Jackson finds, and ends where Jackson ends.
class JsonScannerTest {
    private static final JsonFactory JACKSON = new JsonFactoryBuilder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final String STRANGE = "strange";
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
    private static final String[] NAMES = {
        "a", "name", "eightchs", "sevench", "a long name of a field", "ä€", "\\u0061", "x\\\"y", "", "tab\tin it"
    };
    private static final String[] SCALARS = {
        "1", "-2.5e3", "0", "-0", "0.25", "1E+7", "1e-7", "12345678901234567890", "true", "false", "null"
    };
    private static final String[] WRONG = {
        "01", "-", "1.", ".5", "+1", "1e", "1e+", "tru", "truex", "nul", "falsé", "--1", "0x1", "1 2", "NaN", "'a'",
        "1.5.5"
    };
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
        "/",
        "\\/",
        "        ",
        "\n",
        "\t",
        "\u007f",
        "\\b\\f\\r\\t"
    };
    private static final String[] BROKEN = {"\\x", "\\u12", "\\u12g4", "\u0001", "\""};
    private static final String[] STRAYS = {",", ",\n  ", "}", "]", ":", "x", "\"", "\n,", "\u0001", "/", "1", "é"};

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void tokensAreThoseOfJackson(int seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            int strange = random.nextBoolean() ? Integer.MAX_VALUE : 20;
            var file = new StringBuilder();
            if (random.nextInt(4) == 0) {
                // what follows lies across the end of a buffer
                file.append("[\"")
                        .append("a".repeat(16_230 * (1 + random.nextInt(2)) + random.nextInt(400)))
                        .append("\",");
            }
            value(file, random, strange, 0);
            file.append(random.nextBoolean() && file.charAt(0) == '[' ? "]" : one(SPACES, random));
            if (random.nextInt(6) == 0) {
                file.setLength(random.nextInt(file.length()) + 1);
            }
            same(file.toString(), random);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1", " 12 ", "1 2", "1x", "1\"a\"", "1{}", "truefalse", "true false", "true\"a\"",
                        "\"a\"\"b\"",
                "{}[]", "[1]]", "{\"a\":1}}", "nulls", "null,", ",", "[,1]", "{,}", "{\"a\"}", "{\"a\":}", "{1:2}",
                        "[1 2]",
                "\uFEFF1", "\uFEFF{}", "/* a */ 1", "[1,]", "{\"a\":1,}", "[\"a", "\"\\", "\"\\u", "-", "-a", "1e5",
                        "123e"
            })
    void valuesAloneAreThoseOfJackson(String file) throws IOException {
        same(file, new Random(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {63, 64, 65})
    void depthIsBounded(int depth) throws IOException {
        var scanner = scanner("[".repeat(depth) + "]".repeat(depth), new Random(depth));
        var tokens = tokens(scanner, null, new Random(depth));
        assertThat(tokens.getLast().equals(STRANGE)).isEqualTo(depth > Limits.DEPTH);
    }

    private static void same(String file, Random random) throws IOException {
        List<String> expected = jackson(file);
        for (int way = 0; way < 3; way++) {
            List<String> ours = tokens(scanner(file, random), way == 0 ? null : random, way < 2 ? null : random);
            if (expected.getLast().equals(STRANGE)) {
                // Jackson looks at a value with its name already; we look at a word with what follows it
                assertThat(ours.getLast()).as(file).isEqualTo(STRANGE);
                assertThat(ours.size()).as(file).isBetween(expected.size() - 1, expected.size() + 1);
            } else {
                assertThat(ours).as(file).hasSameSizeAs(expected);
            }
            for (int i = 0; i < Math.min(expected.size(), ours.size()) - 1; i++) {
                assertThat(ours.get(i))
                        .as(file)
                        .isIn(expected.get(i), expected.get(i).split(" ", 2)[0]);
                if (way < 2) {
                    assertThat(ours.get(i)).as(file).isEqualTo(expected.get(i));
                }
            }
        }
    }

    private static void value(StringBuilder file, Random random, int strange, int depth) {
        int kind = random.nextInt(depth < 4 ? 5 : 3);
        if (kind < 3 && depth > 0) {
            scalar(file, random, strange);
            return;
        }
        boolean object = kind % 2 == 0;
        file.append(object ? '{' : '[');
        for (int i = random.nextInt(6); i > 0; i--) {
            space(file, random, strange);
            if (object) {
                file.append('"').append(one(NAMES, random)).append('"');
                file.append(one(SPACES, random)).append(':');
                space(file, random, strange);
            }
            value(file, random, strange, depth + 1);
            file.append(random.nextInt(4) == 0 ? one(SPACES, random) : "").append(i == 1 ? "" : ",");
        }
        space(file, random, strange);
        file.append(object ? '}' : ']');
    }

    private static void scalar(StringBuilder file, Random random, int strange) {
        if (random.nextInt(strange) == 0) {
            file.append(one(WRONG, random));
        } else if (random.nextBoolean()) {
            file.append(one(SCALARS, random));
        } else {
            file.append('"');
            for (int piece = random.nextInt(6); piece > 0; piece--) {
                file.append(one(random.nextInt(strange) == 0 ? BROKEN : PIECES, random));
            }
            file.append('"');
        }
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

    private static JsonScanner scanner(String file, Random random) throws IOException {
        var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        int most = random.nextBoolean() ? 40 : 1 << 20;
        return new JsonScanner(new Utf8Input(new InputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return bytes.read(target, from, Math.min(length, 1 + random.nextInt(most)));
            }
        }));
    }

    /// @param expecting chooses the field that is expected; null where none is
    /// @param leaving chooses what is not read; null where all is
    private static List<String> tokens(JsonScanner json, @Nullable Random expecting, @Nullable Random leaving)
            throws IOException {
        var tokens = new ArrayList<String>();
        try (json) {
            while (true) {
                Token token = json.next(expecting == null ? null : expected(expecting));
                if (token == Token.END) {
                    tokens.add("END");
                    return tokens;
                }
                boolean left = leaving != null && leaving.nextBoolean();
                tokens.add(left ? token.name() : token + content(token, json));
            }
        } catch (Strange e) {
            tokens.add(STRANGE);
            return tokens;
        }
    }

    private static JsonName expected(Random random) {
        return JsonName.of(one(NAMES, random).replace("\\u0061", "a").replace("\\", ""));
    }

    private static String content(Token token, JsonScanner json) throws IOException {
        return switch (token) {
            case NAME -> " " + json.name().text();
            case TEXT -> " " + json.text(Integer.MAX_VALUE) + json.text(1);
            case WHOLE, FRACTION -> " " + json.digits();
            case OBJECT, OBJECT_END, LIST, LIST_END, TRUE, FALSE, NULL, END -> "";
        };
    }

    private static List<String> jackson(String file) throws IOException {
        var tokens = new ArrayList<String>();
        var bytes = new Utf8Input(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
        try (JsonParser json = JACKSON.createParser(bytes)) {
            while (json.nextToken() != null) {
                tokens.add(word(json));
            }
            tokens.add("END");
        } catch (JsonProcessingException e) {
            tokens.add(STRANGE);
        }
        return tokens;
    }

    private static String word(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> "OBJECT";
            case END_OBJECT -> "OBJECT_END";
            case START_ARRAY -> "LIST";
            case END_ARRAY -> "LIST_END";
            case FIELD_NAME -> "NAME " + json.currentName();
            case VALUE_STRING -> "TEXT " + json.getText() + first(json.getText());
            case VALUE_NUMBER_INT -> "WHOLE " + json.getText();
            case VALUE_NUMBER_FLOAT -> "FRACTION " + json.getText();
            case VALUE_TRUE -> "TRUE";
            case VALUE_FALSE -> "FALSE";
            case VALUE_NULL -> "NULL";
            case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> token.name();
        };
    }

    private static String first(String text) {
        return text.substring(0, Math.min(1, text.length()));
    }
}
