package dev.plumbline.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a service opened while it starts. Closing this closes all of it, the last first, unless the start
/// came to its end: a start that fails half-way leaves no thread and no connection behind. For one thread.
public final class Opened implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    /// The start came to its end: from now on the service closes its parts itself.
    public void keep() {
        parts.clear();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // boundary: one part that fails to close must not keep the others from closing
                LOG.warn("A part of a service that did not start could not be closed.", e);
            }
        }
    }
}
