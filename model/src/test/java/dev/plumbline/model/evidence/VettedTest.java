package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VettedTest {
    private final Vetted letters = new Vetted("[a-z]+[0-9]*");

    @Test
    void aTextIsTakenAsAWholeHoweverOftenItComes() {
        for (int i = 0; i < 3; i++) {
            assertThat(letters.has("abc")).isTrue();
            assertThat(letters.has("abc ")).isFalse();
        }
    }

    @Test
    void aVocabularyWithoutAnEndIsStillTestedRight() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(letters.has("a" + i)).isTrue();
            assertThat(letters.has(i + "a")).isFalse();
        }
    }
}
