package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PersonaTextTest {
    private static PersonaText persona(String markdown) throws StandardRefused {
        return PersonaText.read(markdown.getBytes(StandardCharsets.UTF_8), "persona.md");
    }

    @Test
    void aBulletsDigestIsTheOneThatWasAgreed() throws StandardRefused {
        var persona = persona("""
                # P

                ## SECURITY PRACTICES
                - one
                - two
                - Use parameterized queries (SQLAlchemy ORM, never raw SQL with f-strings)
                """);

        assertThat(persona.bullets()).hasSize(3);
        assertThat(persona.bullets().getLast().digest()).isEqualTo("57691179e6bc");
        assertThat(persona.bullets().getLast().line()).isEqualTo(6);
    }

    @Test
    void spaceMarkersAndCompositionDoNotChangeADigestAndWordsDo() throws StandardRefused {
        String composed = persona("## A\n- caf\u00e9 **is** `open`\n")
                .bullets()
                .getFirst()
                .digest();

        assertThat(persona("## A\n*   cafe\u0301  **is**\n    `open`  \n")
                        .bullets()
                        .getFirst()
                        .digest())
                .isEqualTo(composed);
        assertThat(persona("## A\n- café is `open`\n").bullets().getFirst().digest())
                .isNotEqualTo(composed);
    }

    @Test
    void numbersCountWithinASection() throws StandardRefused {
        assertThat(persona("## A\n- a\n- b\n\ntext\n\n- c\n## B\n- d\n  - e\n").bullets())
                .extracting(Bullet::section, Bullet::number, Bullet::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", 1, "a"),
                        org.assertj.core.groups.Tuple.tuple("A", 2, "b"),
                        org.assertj.core.groups.Tuple.tuple("A", 3, "c"),
                        org.assertj.core.groups.Tuple.tuple("B", 1, "d"),
                        org.assertj.core.groups.Tuple.tuple("B", 2, "e"));
    }

    @Test
    void theShippedPersonaHasTenSectionsAndSixtyTwoBullets() throws IOException, StandardRefused {
        try (var in = PersonaTextTest.class.getResourceAsStream("/standards/backend-engineer-python/persona.md")) {
            var persona = PersonaText.read(in.readAllBytes(), "persona.md");

            assertThat(persona.bullets()).hasSize(62);
            assertThat(persona.bullets().stream().map(Bullet::section).distinct())
                    .hasSize(10);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> PersonaText.read(new byte[] {(byte) 0xff}, "persona.md"))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("persona.md: the persona is not UTF-8");
        assertThatThrownBy(() -> PersonaText.read(new byte[2 << 20], "persona.md"))
                .isInstanceOf(StandardRefused.class);
    }
}
