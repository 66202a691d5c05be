package dev.plumbline.analyzer.topology;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The rows of one kind in the store that the kinds share. One store has one changelog and one tree of
/// files: a commit that touches three kinds marks one partition of a changelog, not three.
final class Rows {
    private final KeyValueStore<String, byte[]> store;
    private final String first;
    private final String end;

    /// What a row is; the letter begins its key.
    enum Of {
        /// repository, component, build → its uploads. Open builds last until their deadline; of closed
        /// ones the two newest of each default branch keep their uploads, others for a day, then for 30
        /// days only ids:
        /// {@link Sweep}.
        BUILDS('b'),
        /// repository, component → outcomes of the newest two final builds of the default branch, and what
        /// stands.
        BASELINES('l'),
        /// repository, component, slot → outcomes of a final build before them. 28 slots, used in turn.
        OLDER_BASELINES('m'),
        /// repository, component, change request → its newest final build and the regressions that stand.
        /// 14 days:
        /// {@link Sweep}.
        OPEN_CHANGES('o'),
        /// as the topic's key → decision. Until 30 days after its end.
        DECISIONS('d'),
        /// as the key of a standard or binding → in which order it came. Bounded by what people publish.
        PUBLISHED('p'),
        /// number → a walk over all newest final builds, and how far it has come. Until it is done: {@link
        /// Walks}.
        WALKS('w'),
        /// number of a walk, repository, component → judged before the walk has come there. Until it has:
        /// {@link Walks}.
        JUDGED_AHEAD('a'),
        /// id → which rules the outcomes of builds are of. Bounded by what people publish.
        SHAPES('s'),
        /// repository, component, lineage → newest evidence of the kinds that may be carried. Change
        /// requests and side branches: 14 days.
        CARRIED_EVIDENCE('c'),
        /// repository, component, lineage, slot → what was replaced there and builds before may still
        /// carry. As many slots in turn as one line needs at once, in all {@link
        /// CarriedEvidence#EARLIER_BYTES} that count; they go with the row of their line.
        REPLACED_EVIDENCE('r');

        private final char letter;

        Of(char letter) {
            this.letter = letter;
        }
    }

    Rows(KeyValueStore<String, byte[]> store, Of kind) {
        this.store = store;
        this.first = String.valueOf(kind.letter);
        this.end = String.valueOf((char) (kind.letter + 1));
    }

    byte @Nullable [] get(String key) {
        return store.get(first + key);
    }

    void put(String key, byte[] value) {
        store.put(first + key, value);
    }

    void delete(String key) {
        store.delete(first + key);
    }

    /// {@return the rows from a key on, their own key without the letter: see {@link #key(String)}}
    KeyValueIterator<String, byte[]> from(@Nullable String key) {
        return store.range(key == null ? first : first + key, end);
    }

    /// {@return the key of a row that {@link #from} found}
    static String key(String stored) {
        return stored.substring(1);
    }
}
