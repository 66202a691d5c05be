package dev.plumbline.standalone.run;

import dev.plumbline.standalone.start.Refused;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What must be stopped, the last first. Closing may come from another thread while the start is still under way:
/// what is added after that is stopped at once.
public final class Stops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final Deque<Stop> stops = new ArrayDeque<>();
    private boolean closed;

    private record Stop(String what, AutoCloseable how) {}

    public synchronized void add(String what, AutoCloseable how) {
        var stop = new Stop(what, how);
        if (closed) {
            run(stop);
            throw new Refused("stopped while starting (" + what + ")");
        }
        stops.push(stop);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!stops.isEmpty()) {
            run(stops.pop());
        }
    }

    private static void run(Stop stop) {
        try {
            stop.how().close();
        } catch (Exception e) { // boundary: one part that fails to stop must not keep the others from stopping
            LOG.warn("The {} did not stop cleanly.", stop.what(), e);
        }
    }
}
