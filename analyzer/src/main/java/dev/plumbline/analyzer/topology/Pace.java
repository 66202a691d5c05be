package dev.plumbline.analyzer.topology;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How long slices of judging again may take. The partitions of a process share it: an upload of any of
/// them waits for the slices of its thread.
///
/// Beside uploads slices are short. Once none has come for a while there is nobody to be held up, and they
/// are longer: the first upload after that waits for those that are due just then, and the ones behind it
/// for short ones. Which it is changes when components are judged again, never what comes of it.
final class Pace {
    /// How often a partition has a slice.
    static final Duration PERIOD = Duration.ofMillis(200);
    /// Ten slices. Where uploads come more often than that, slices are never long.
    static final Duration QUIET = PERIOD.multipliedBy(10);

    static final Duration SHORT = Duration.ofMillis(5);
    static final Duration LONGEST = Duration.ofMillis(50);
    /// What all slices of a thread may take of a period. With four fifths instead of two, judging again is
    /// a fifth faster, for what is judged has to be committed and read too, but the first upload waits for
    /// more than a second.
    private static final Duration OF_A_THREAD = PERIOD.multipliedBy(2).dividedBy(5);

    private static final long NEVER = Long.MIN_VALUE;

    private final AtomicLong uploaded = new AtomicLong(NEVER);
    private final Map<Thread, AtomicInteger> partitions = Collections.synchronizedMap(new WeakHashMap<>());

    /// One partition's part.
    final class Share {
        /// Of its thread, this one included.
        private final AtomicInteger neighbours;

        private Share(AtomicInteger neighbours) {
            this.neighbours = neighbours;
            neighbours.incrementAndGet();
        }

        /// An upload was taken from the log.
        ///
        /// @param now by the clock, in milliseconds
        void uploaded(long now) {
            uploaded.lazySet(now);
        }

        /// @param now by the clock, in milliseconds; one that was set back counts as quiet
        Duration slice(long now) {
            long last = uploaded.get();
            boolean beside = last != NEVER && now >= last && now - last < QUIET.toMillis();
            return beside ? SHORT : alone(neighbours.get());
        }

        void leave() {
            neighbours.decrementAndGet();
        }
    }

    /// @param thread that the partition is worked on by
    Share join(Thread thread) {
        return new Share(partitions.computeIfAbsent(thread, _ -> new AtomicInteger()));
    }

    private static Duration alone(int partitions) {
        var each = OF_A_THREAD.dividedBy(Math.max(1, partitions));
        if (each.compareTo(LONGEST) > 0) {
            return LONGEST;
        }
        return each.compareTo(SHORT) < 0 ? SHORT : each;
    }
}
