package dev.plumbline.ingest.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.syntax.Content;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void wordsAreFoundAsTheyAreAmongTheCharacters(String charset) throws IOException {
        String file = "{\"größe\":1,\"€\":{\"name\":\"Müller\u001b[31m\"},\"words\":[\"a\",\"b\"]}";
        Head head = Heads.of(Content.of(file.getBytes(Charset.forName(charset))));

        for (String word :
                new String[] {"\"name\"", "\"words\":[", "[31m", "\"b\"]}", "e\":1,", "\"none\"", "M\"", "[\"b\""}) {
            assertThat(head.has(word)).as(word).isEqualTo(head.text().contains(word));
        }
        assertThat(head.has("\"name\"")).isTrue();
        assertThat(head.has("\"none\"")).isFalse();
    }

    @Test
    void textIsTextThoughEveryLetterIsColoured() throws IOException {
        String coloured = "Found 7 errors.".replaceAll("(.)", "\u001b[0m\u001b[31m$1\u001b[0m");

        assertThat(Heads.of(Content.of(coloured.getBytes(UTF_8))).shape()).isInstanceOf(Shape.Text.class);
        assertThat(Heads.of(Content.of("\u0001\u0002a\u0003b".getBytes(UTF_8))).shape())
                .isInstanceOf(Shape.Binary.class);
    }
}
