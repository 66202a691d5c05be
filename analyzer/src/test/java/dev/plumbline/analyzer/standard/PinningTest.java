package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.standard.ClauseRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinningTest {
    private static final String BEFORE = """
            ## SAFETY
            - Check all input at the edge with models
            - Bind values into queries, never build SQL
            - Audit dependencies weekly
            ## TESTS
            - Cover most lines of code
            - Keep unit tests fast
            """;

    private static PersonaText persona(String markdown) {
        try {
            return PersonaText.read(markdown.getBytes(StandardCharsets.UTF_8), "persona.md");
        } catch (StandardRefused e) {
            throw new AssertionError(e);
        }
    }

    /// References to every bullet of the text above, each quoting all of it.
    private static List<ClauseRef> refs() {
        return persona(BEFORE).bullets().stream()
                .map(it -> new ClauseRef(it.section(), it.number(), it.digest(), it.text()))
                .toList();
    }

    private static List<PinState> after(String markdown) {
        return Pinning.of(persona(markdown), refs());
    }

    private static PinState only(String markdown, int index) {
        var states = after(markdown);
        for (int i = 0; i < states.size(); i++) {
            if (i != index) {
                assertThat(states.get(i).holds()).as("reference %d", i).isTrue();
            }
        }
        return states.get(index);
    }

    @Test
    void anUntouchedPersonaIsBoundThroughout() {
        assertThat(after(BEFORE)).hasSize(5).allMatch(PinState.Bound.class::isInstance);
    }

    @Test
    void aRewordedBulletHasChangedAndIsFoundInItsPlace() {
        var state = only(BEFORE.replace("Bind values into queries, never build SQL", "Bind all parameters of SQL"), 1);

        assertThat(state)
                .isInstanceOfSatisfying(
                        PinState.Changed.class,
                        it -> assertThat(it.likely().text()).isEqualTo("Bind all parameters of SQL"));
    }

    @Test
    void aRewordedBulletIsFoundAtAnotherPlaceOfItsSectionByItsWords() {
        var state = only(
                BEFORE.replace("- Check all input at the edge with models\n", "")
                        .replace("weekly\n", "weekly\n- All input is checked at the edge, with Pydantic models\n"),
                0);

        assertThat(state).isInstanceOf(PinState.Changed.class);
    }

    @Test
    void aDeletedBulletIsRemovedAndItsFollowersHaveMoved() {
        var states = after(BEFORE.replace("- Bind values into queries, never build SQL\n", ""));

        assertThat(states.get(1)).isInstanceOf(PinState.Removed.class);
        assertThat(states.get(0)).isInstanceOf(PinState.Bound.class);
        assertThat(states.get(2))
                .isInstanceOfSatisfying(
                        PinState.Moved.class,
                        it -> assertThat(it.bullet().number()).isEqualTo(2));
    }

    @Test
    void aBulletInAnotherSectionHasMoved() {
        var states = after(BEFORE.replace("- Audit dependencies weekly\n", "") + "- Audit dependencies weekly\n");

        assertThat(states.get(2))
                .isInstanceOfSatisfying(
                        PinState.Moved.class,
                        it -> assertThat(it.bullet().place()).isEqualTo("TESTS 3"));
        assertThat(states).filteredOn(PinState.Bound.class::isInstance).hasSize(4);
    }

    @Test
    void aNewBulletInFrontMovesTheOthersAndChangesNone() {
        var states = after(BEFORE.replace("## SAFETY\n", "## SAFETY\n- Hash passwords\n"));

        assertThat(states.subList(0, 3)).allMatch(PinState.Moved.class::isInstance);
        assertThat(states.subList(3, 5)).allMatch(PinState.Bound.class::isInstance);
    }

    @Test
    void aBulletThatIsReplacedBySomethingElseIsRemovedNotChanged() {
        var state = only(BEFORE.replace("Audit dependencies weekly", "Hash passwords with argon2"), 2);

        assertThat(state).isInstanceOf(PinState.Removed.class);
    }

    @Test
    void aQuoteThatIsNotInItsBulletIsLost() {
        var bullet = persona(BEFORE).bullets().getFirst();
        var ref = new ClauseRef("SAFETY", 1, bullet.digest(), "all output");

        assertThat(Pinning.of(persona(BEFORE), List.of(ref)).getFirst()).isInstanceOf(PinState.QuoteLost.class);
    }

    @Test
    void ofTwoEqualBulletsEachReferenceFindsItsOwn() {
        String twice = "## A\n- Be kind\n## B\n- Be kind\n";
        var refs = persona(twice).bullets().stream()
                .map(it -> new ClauseRef(it.section(), it.number(), it.digest(), it.text()))
                .toList();

        var states = Pinning.of(persona("## A\n- New\n- Be kind\n## B\n- Be kind\n"), refs);

        assertThat(states.get(0))
                .isInstanceOfSatisfying(
                        PinState.Moved.class,
                        it -> assertThat(it.bullet().place()).isEqualTo("A 2"));
        assertThat(states.get(1)).isInstanceOf(PinState.Bound.class);
    }

    @Test
    void referencesToOneBulletShareItsFate() {
        var bullet = persona(BEFORE).bullets().get(1);
        var refs = List.of(
                new ClauseRef("SAFETY", 2, bullet.digest(), "Bind values"),
                new ClauseRef("SAFETY", 2, bullet.digest(), "never build SQL"));

        var states = Pinning.of(persona(BEFORE.replace("Bind values into", "Bind all values into")), refs);

        assertThat(states).allSatisfy(it -> assertThat(it).isInstanceOf(PinState.Changed.class));
        assertThat(states.get(0)).isEqualTo(states.get(1));
    }
}
