package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final int LIMIT = 200;

    /// A character that shows itself stays wherever in a text it stands, and however long that is.
    @ParameterizedTest
    @ValueSource(strings = {" ", "~", "é", "\u00ff", "漢", "\uFFFD"})
    void visibleCharacterStays(String visible) {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at <= length; at++) {
                String text = "a".repeat(at) + visible + "b".repeat(length - at);

                assertThat(Texts.shown(text, LIMIT)).isEqualTo(text);
                assertThat(Texts.firstLine(text, LIMIT)).isEqualTo(text.strip());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001f", "\u007f", "\u0080", "\u202e", "\u2028"})
    void hiddenCharacterIsWrittenOut(String hidden) {
        String shown = String.format("\\u%04x", (int) hidden.charAt(0));
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at <= length; at++) {
                String text = "a".repeat(at) + hidden + "b".repeat(length - at);

                assertThat(Texts.shown(text, LIMIT)).isEqualTo("a".repeat(at) + shown + "b".repeat(length - at));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 15, 16, 17, 40})
    void longTextIsCut(int limit) {
        assertThat(Texts.shown("x".repeat(limit + 1), limit)).isEqualTo("x".repeat(limit - 1) + "…");
        assertThat(Texts.shown("x".repeat(limit), limit)).isEqualTo("x".repeat(limit));
    }
}
