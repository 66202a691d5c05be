package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":1}\n{\"n\":2}\n",
                "{\"n\":1}{\"n\":2}",
                "[{\"n\":1},{\"n\":2}]",
                "{\"n\":1}\r\n\r\n{\"n\":2}",
                "[{\"n\":1}]\n[{\"n\":2}]",
                "\uFEFF{\"n\":1,\"x\":[[{}]]}\n{\"n\":2}"
            })
    void valuesComeFromLinesListsOrOneAfterAnother(String text) throws IOException {
        assertThat(numbers(text.getBytes(StandardCharsets.UTF_8))).containsExactly(1, 2);
    }

    @Test
    void valuesThatNobodyReadsArePassedOver() throws IOException {
        try (var json = open("[1,[2]] {\"a\":{}} \"x\" null".getBytes(StandardCharsets.UTF_8))) {
            int[] values = new int[1];
            json.values("a value", () -> values[0]++);
            assertThat(values[0]).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"== x\"", "\"==\"", "\"\\u003d= x\"", "\"=\"", "\"\"", "1", "[\"==\"]", "null"})
    void whatATextBeginsWithIsKnownBeforeItIsRead(String value) throws IOException {
        try (var json = open(("{\"n\":" + value + "}").getBytes(StandardCharsets.UTF_8))) {
            json.object("a value", _ -> {
                assertThat(json.begins("==")).isEqualTo(value.startsWith("\"=="));
                String text = json.textOrNothing(100);
                assertThat(text == null).isEqualTo(!value.startsWith("\""));
            });
            json.end();
        }
    }

    @Test
    void cutOffLineIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> numbers("{\"n\":1}\n{\"n\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        MalformedReport.class, e -> assertThat(e.where()).isEqualTo(new Where.Place(2, 6)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void everyUnicodeEncodingIsRead(String charset) throws IOException {
        assertThat(numbers("{\"n\":7,\"name\":\"ü\"}".getBytes(Charset.forName(charset))))
                .containsExactly(7);
    }

    @Test
    void lettersOfAnotherEncodingAreReplacedAndCounted() throws IOException {
        try (var json = open("{\"name\":\"Müller \u001b[31m\"}".getBytes(Charset.forName("windows-1252")))) {
            json.object("a value", _ -> assertThat(json.text("name", 100)).isEqualTo("M\uFFFDller \uFFFD[31m"));
            json.end();
            assertThat(json.replacedCharacters()).isEqualTo(2);
        }
    }

    @Test
    void numbersOfBothFormsAreRead() throws IOException {
        try (var json = open("[1,2.5,1e3,null]".getBytes(StandardCharsets.UTF_8))) {
            var numbers = new ArrayList<Double>();
            json.array("numbers", () -> numbers.add(json.number("a number")));
            assertThat(numbers).containsExactly(1.0, 2.5, 1000.0, null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":1,\"n\":1}",
                "{\"n\":NaN}",
                "{\"n\":1e999}",
                "{\"n\":Infinity}",
                "{\"n\":01}",
                "{n:1}",
                "{\"n\":1,}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> numbers(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(MalformedReport.class);
    }

    private static JsonCursor open(byte[] bytes) throws IOException {
        return Json.open(Content.of(bytes), Allowance.untimed(1 << 20));
    }

    private static List<Integer> numbers(byte[] bytes) throws IOException {
        var numbers = new ArrayList<Integer>();
        try (var json = open(bytes)) {
            json.values(
                    "a value",
                    () -> json.object("a value", name -> {
                        if (name.equals("n")) {
                            Integer number = json.whole("n");
                            numbers.add(number == null ? -1 : number);
                        }
                    }));
        }
        return numbers;
    }
}
