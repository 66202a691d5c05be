package dev.plumbline.model.evidence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A sorted map that does not change, in two arrays. What is read from the log comes in order: it is put
/// side by side, where a tree would need a node for each entry, and again for each copy.
@SuppressWarnings("JdkObsolete") // nobody asks for what lies beside a key
public final class SortedEntries<K extends Comparable<? super K>, V> extends AbstractMap<K, V>
        implements SortedMap<K, V> {
    private static final Object[] NOTHING = {};

    private final Object[] keys;
    private final @Nullable Object[] values;
    private final int from;
    private final int to;

    private SortedEntries(Object[] keys, @Nullable Object[] values, int from, int to) {
        this.keys = keys;
        this.values = values;
        this.from = from;
        this.to = to;
    }

    public static <K extends Comparable<? super K>, V> SortedEntries<K, V> empty() {
        return new SortedEntries<>(NOTHING, NOTHING, 0, 0);
    }

    /// {@return the entries of a map in the natural order of their keys; the map itself where it is such a
    /// one}
    public static <K extends Comparable<? super K>, V> SortedEntries<K, V> copyOf(Map<K, ? extends V> map) {
        if (map instanceof SortedEntries<K, ? extends V> same) {
            return unchanging(same);
        }
        var sorted =
                map instanceof SortedMap<K, ? extends V> one && one.comparator() == null ? one : new TreeMap<>(map);
        var entries = new Builder<K, V>(sorted.size());
        sorted.forEach(entries::add);
        return entries.built();
    }

    @SuppressWarnings("unchecked") // nothing can be put into it, so that its values may pass for values of a wider type
    private static <K extends Comparable<? super K>, V> SortedEntries<K, V> unchanging(
            SortedEntries<K, ? extends V> entries) {
        return (SortedEntries<K, V>) entries;
    }

    /// Takes entries in ascending order of their keys.
    public static final class Builder<K extends Comparable<? super K>, V> {
        private Object[] keys;
        private @Nullable Object[] values;
        private @Nullable K last;
        private int size;

        public Builder(int expected) {
            this.keys = new Object[expected];
            this.values = new @Nullable Object[expected];
        }

        /// @throws IllegalArgumentException when the key does not come behind the one before
        public void add(K key, V value) {
            if (last != null && last.compareTo(key) >= 0) {
                throw new IllegalArgumentException("«" + key + "» must not come behind «" + last + "»");
            }
            if (size == keys.length) {
                int more = Math.max(4, 2 * size);
                keys = Arrays.copyOf(keys, more);
                values = Arrays.copyOf(values, more);
            }
            keys[size] = key;
            values[size++] = value;
            last = key;
        }

        public SortedEntries<K, V> built() {
            return size == keys.length
                    ? new SortedEntries<>(keys, values, 0, size)
                    : new SortedEntries<>(Arrays.copyOf(keys, size), Arrays.copyOf(values, size), 0, size);
        }
    }

    @SuppressWarnings("unchecked") // the builder takes nothing else
    private K key(int place) {
        return (K) keys[place];
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // a value may be null where V may be
    private V value(int place) {
        return (V) values[place];
    }

    /// {@return where a key is, else -(where it would be) - 1}
    private int place(Object key) {
        return Arrays.binarySearch(keys, from, to, key);
    }

    private int ceiling(K key) {
        int place = place(key);
        return place < 0 ? -place - 1 : place;
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int place = key == null ? -1 : place(key);
        return place < 0 ? null : value(place);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key != null && place(key) >= 0;
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = from; i < to; i++) {
            action.accept(key(i), value(i));
        }
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return SortedEntries.this.size();
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Iterator<>() {
                    private int next = from;

                    @Override
                    public boolean hasNext() {
                        return next < to;
                    }

                    @Override
                    public Entry<K, V> next() {
                        if (next >= to) {
                            throw new NoSuchElementException();
                        }
                        int place = next++;
                        return new SimpleImmutableEntry<>(key(place), value(place));
                    }
                };
            }
        };
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public SortedMap<K, V> subMap(K first, K end) {
        if (first.compareTo(end) > 0) {
            throw new IllegalArgumentException("«" + first + "» must not come behind «" + end + "»");
        }
        return new SortedEntries<>(keys, values, ceiling(first), ceiling(end));
    }

    @Override
    public SortedMap<K, V> headMap(K end) {
        return new SortedEntries<>(keys, values, from, ceiling(end));
    }

    @Override
    public SortedMap<K, V> tailMap(K first) {
        return new SortedEntries<>(keys, values, ceiling(first), to);
    }

    @Override
    public K firstKey() {
        return keyAt(from);
    }

    @Override
    public K lastKey() {
        return keyAt(to - 1);
    }

    private K keyAt(int place) {
        if (from == to) {
            throw new NoSuchElementException("the map is empty");
        }
        return key(place);
    }
}
