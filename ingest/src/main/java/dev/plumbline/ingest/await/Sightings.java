package dev.plumbline.ingest.await;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.UndecodableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The newest scorecards of recent builds, and who waits for which. Records are decoded only when somebody asks
/// for their build. A repeated upload, of which the analyzer says nothing new, is answered from what is
/// remembered.
final class Sightings {
    private static final Logger LOG = LoggerFactory.getLogger(Sightings.class);
    /// Each of the two memories: some hundred builds of ordinary size.
    static final long REMEMBERED_BYTES = 8L * 1024 * 1024;

    private final RecentRecords closed;
    private final RecentRecords open;
    private final Map<String, List<Waiter>> waiters = new HashMap<>();

    Sightings(long rememberedBytes) {
        this.closed = new RecentRecords(rememberedBytes);
        this.open = new RecentRecords(rememberedBytes);
    }

    /// A record of scorecards as it was read.
    void saw(String build, boolean last, byte[] record) {
        List<Waiter> waiting;
        synchronized (this) {
            if (last) {
                closed.put(build, record);
                open.remove(build);
            } else {
                open.put(build, record);
            }
            waiting = last ? List.copyOf(waiters.getOrDefault(build, List.of())) : List.of();
        }
        if (!waiting.isEmpty()) {
            offer(record, waiting);
        }
    }

    /// Starts to wait. Do it before the upload is sent, so that no answer is missed.
    Waiter expect(BuildId build, UploadId upload) {
        var waiter = new Waiter(build.value(), upload);
        byte[] known;
        synchronized (this) {
            waiters.computeIfAbsent(build.value(), _ -> new ArrayList<>()).add(waiter);
            known = closed.get(build.value());
        }
        if (known != null) {
            offer(known, List.of(waiter));
        }
        return waiter;
    }

    synchronized int waiting() {
        return waiters.values().stream().mapToInt(List::size).sum();
    }

    private static void offer(byte[] record, List<Waiter> waiting) {
        BuildScored scored = decoded(record);
        if (scored != null) {
            waiting.forEach(waiter -> waiter.offer(scored));
        }
    }

    private Sighting newest(String build) {
        byte[] record;
        synchronized (this) {
            record = open.get(build);
            if (record == null) {
                record = closed.get(build);
            }
        }
        BuildScored scored = record == null ? null : decoded(record);
        return scored == null ? new Sighting.Nothing() : new Sighting.Open(scored);
    }

    private synchronized void forget(Waiter waiter) {
        waiters.computeIfPresent(waiter.build, (_, others) -> {
            others.remove(waiter);
            return others.isEmpty() ? null : others;
        });
    }

    private static @Nullable BuildScored decoded(byte[] record) {
        try {
            return Codec.BUILD_SCORED.decode(record);
        } catch (UndecodableException e) {
            LOG.warn("a record of scorecards cannot be read; whoever waits for it is told to look later", e);
            return null;
        }
    }

    /// One request that waits for its upload's verdict.
    final class Waiter implements Verdicts.Wait {
        private final String build;
        private final UploadId upload;
        private final CompletableFuture<BuildScored> verdict = new CompletableFuture<>();

        private Waiter(String build, UploadId upload) {
            this.build = build;
            this.upload = upload;
        }

        private void offer(BuildScored scored) {
            if (scored.provenance().uploads().contains(upload)) {
                verdict.complete(scored);
            }
        }

        @Override
        public Sighting await(Duration time) {
            try {
                return new Sighting.Closed(verdict.get(time.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                return newest(build);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return newest(build);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A verdict is completed with scorecards, never with a failure.", e);
            }
        }

        @Override
        public void close() {
            forget(this);
        }
    }
}
