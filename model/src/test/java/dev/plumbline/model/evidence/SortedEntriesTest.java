package dev.plumbline.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A tree is what it is held against.
class SortedEntriesTest {
    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static Map<String, Integer> random(long seed) {
        var random = new Random(seed);
        var map = new HashMap<String, Integer>();
        for (int left = random.nextInt(30); left > 0; left--) {
            map.put("key" + random.nextInt(50), random.nextInt(9));
        }
        return map;
    }

    private static void alike(SortedMap<String, Integer> ours, SortedMap<String, Integer> tree) {
        assertThat(ours).isEqualTo(tree).hasSameHashCodeAs(tree).hasToString(tree.toString());
        assertThat(tree).isEqualTo(ours);
        assertThat(ours.entrySet()).containsExactlyElementsOf(tree.entrySet());
        assertThat(new TreeMap<>(ours)).isEqualTo(tree);
        var seen = new StringBuilder();
        ours.forEach((key, value) -> seen.append(key).append(value));
        tree.forEach((key, value) -> seen.append(key).append(value));
        assertThat(seen.substring(0, seen.length() / 2)).isEqualTo(seen.substring(seen.length() / 2));
        for (int i = 0; i < 50; i++) {
            assertThat(ours.get("key" + i)).isEqualTo(tree.get("key" + i));
            assertThat(ours.containsKey("key" + i)).isEqualTo(tree.containsKey("key" + i));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itSaysWhatATreeSays(long seed) {
        var map = random(seed);
        var ours = SortedEntries.copyOf(map);

        alike(ours, new TreeMap<>(map));
        assertThat(SortedEntries.copyOf(new TreeMap<>(map))).isEqualTo(ours);
        assertThat(SortedEntries.<String, Integer>copyOf(ours)).isSameAs(ours);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPartOfItIsThePartOfATree(long seed) {
        var tree = new TreeMap<>(random(seed));
        var ours = SortedEntries.copyOf(tree);
        for (String key : new String[] {"", "key1", "key30", "key31x", "z"}) {
            alike(ours.headMap(key), tree.headMap(key));
            alike(ours.tailMap(key), tree.tailMap(key));
            alike(
                    ours.subMap("key2", "key3" + key),
                    new TreeMap<>(tree.tailMap("key2").headMap("key3" + key)));
        }
    }

    @Test
    void anotherOrderBecomesTheNaturalOne() {
        var backwards = new TreeMap<String, Integer>(java.util.Comparator.reverseOrder());
        backwards.putAll(Map.of("a", 1, "b", 2));

        assertThat(SortedEntries.copyOf(backwards).firstKey()).isEqualTo("a");
    }

    @Test
    void nothingCanBePutIntoIt() {
        var ours = SortedEntries.copyOf(Map.of("a", 1));

        assertThatThrownBy(() -> ours.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ours.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ours.entrySet().iterator().next().setValue(2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(ours.firstKey()).isEqualTo("a").isEqualTo(ours.lastKey());
    }

    @Test
    void withoutEntriesThereIsNoFirst() {
        var empty = SortedEntries.<String, Integer>empty();

        assertThat(empty).isEmpty();
        assertThatThrownBy(empty::firstKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> empty.entrySet().iterator().next()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void entriesOutOfOrderAreRefused() {
        var builder = new SortedEntries.Builder<String, Integer>(0);
        builder.add("b", 1);

        assertThatThrownBy(() -> builder.add("b", 2)).hasMessageContaining("«b»");
        assertThatThrownBy(() -> builder.add("a", 2)).hasMessageContaining("«a»");
    }
}
