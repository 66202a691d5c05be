package dev.plumbline.reporter.rest;

import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.model.score.Change;
import dev.plumbline.reporter.projection.Follower;
import dev.plumbline.reporter.projection.Judged;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Server-sent events: `final` for each build that closed, `change` for each regression and recovery. Tells what is new
/// since the connection; whoever falls behind or reconnects reads the API again. Bounded: at most {@value #LISTENERS}
/// listeners with {@value #BACKLOG} waiting events each.
public final class EventStream implements Follower, AutoCloseable {
    static final int LISTENERS = 200;
    static final int BACKLOG = 256;
    private static final long HEARTBEAT_SECONDS = 15;
    /// No event is empty.
    private static final byte[] END = new byte[0];

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private record FinalEvent(BuildView.Identity build, int revision, String decision) {}

    private record ChangeEvent(
            String id,
            String direction,
            BuildView.Identity build,
            String rule,
            String before,
            String after,
            String cause) {}

    private static final class Listener {
        private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(BACKLOG);

        void tell(byte[] event) {
            if (!waiting.offer(event)) {
                end();
            }
        }

        /// What still waits is dropped: the connection ends, and the reader starts afresh.
        void end() {
            waiting.clear();
            waiting.offer(END);
        }
    }

    Reply open() {
        if (closed || listeners.size() >= LISTENERS) {
            throw Problem.unavailable(
                    "There are already " + LISTENERS + " readers of the stream, or the server is stopping.");
        }
        return Reply.stream("text/event-stream; charset=utf-8", this::serve).header("X-Accel-Buffering", "no");
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public void finalOf(Judged judged) {
        tell(
                "final",
                new FinalEvent(
                        BuildView.Identity.of(judged.scored().build()),
                        judged.scored().revision(),
                        judged.scored().gate().decision().name()));
    }

    @Override
    public void changed(Change change) {
        tell(
                "change",
                new ChangeEvent(
                        change.id().value(),
                        change.direction().name(),
                        BuildView.Identity.of(change.build()),
                        change.rule().value(),
                        change.transition().before().name(),
                        change.transition().after().name(),
                        change.cause().name()));
    }

    @Override
    public void close() {
        closed = true;
        listeners.forEach(Listener::end);
    }

    private void tell(String type, Object data) {
        if (listeners.isEmpty()) {
            return;
        }
        String json = new String(Answers.bytes(data), StandardCharsets.UTF_8);
        byte[] event = ("event: " + type + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8);
        listeners.forEach(listener -> listener.tell(event));
    }

    private void serve(OutputStream out) throws IOException {
        var listener = new Listener();
        listeners.add(listener);
        try {
            write(out, "retry: 5000\n\n".getBytes(StandardCharsets.UTF_8));
            while (!closed) {
                byte[] event = listener.waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                if (event != null && event.length == 0) {
                    return;
                }
                write(out, event == null ? ": still here\n\n".getBytes(StandardCharsets.UTF_8) : event);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }
}
