package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "ba", "aa", "aab", "abb", "abab", "cba", "acb", "bac"})
    void whateverComesIsInOrderAndOnce(String letters) {
        var elements = letters.chars().mapToObj(Character::toString).toList();

        assertThat(InOrder.of(elements)).containsExactlyElementsOf(new TreeSet<>(elements));
    }

    @Test
    void aSetIsPutInOrder() {
        assertThat(InOrder.of(Set.of(3, 1, 2))).containsExactly(1, 2, 3);
    }

    @Test
    void whatIsDoneToTheListLaterDoesNotShow() {
        var elements = new ArrayList<>(List.of(1, 2));
        var inOrder = InOrder.of(elements);

        elements.add(3);

        assertThat(inOrder).containsExactly(1, 2);
        assertThatThrownBy(() -> inOrder.add(4)).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "ba", "aa", "aab", "baa", "cba", "abcabc"})
    void allStay(String letters) {
        var elements = letters.chars().mapToObj(Character::toString).toList();

        assertThat(InOrder.all(elements))
                .containsExactlyElementsOf(elements.stream().sorted().toList());
    }

    @Test
    void theFirstAreNoMoreThanThereAre() {
        assertThat(InOrder.first(List.of(1, 2, 3), 2)).containsExactly(1, 2);
        assertThat(InOrder.first(List.of(1, 2, 3), 3)).containsExactly(1, 2, 3);
        assertThat(InOrder.first(List.of(1), 3)).containsExactly(1);
    }
}
