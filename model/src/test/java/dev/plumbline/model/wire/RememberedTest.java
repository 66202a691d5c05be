package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.evidence.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static <T> T read(Remembered<T> remembered, String text) {
        byte[] bytes = ("«" + text + "»").getBytes(StandardCharsets.ISO_8859_1);
        return remembered.of(bytes, 1, bytes.length - 1);
    }

    @Test
    void aTextThatComesAgainIsTheSameValue() {
        var kinds = new Remembered<>(16, Kind::new);

        assertThat(read(kinds, "tests:unit")).isEqualTo(Kind.UNIT_TESTS).isSameAs(read(kinds, "tests:unit"));
        assertThat(read(kinds, "audit")).isEqualTo(Kind.AUDIT);
    }

    @Test
    void ofMoreTextsThanPlacesEachIsStillItself() {
        var words = new Remembered<>(4, String::toUpperCase);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 100; i++) {
                assertThat(read(words, "word" + i)).isEqualTo("WORD" + i);
                assertThat(read(words, "x".repeat(i))).isEqualTo("X".repeat(i));
            }
        }
    }

    @Test
    void whatCannotBeIsNotRemembered() {
        var kinds = new Remembered<>(16, Kind::new);
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> read(kinds, "nonsense")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
