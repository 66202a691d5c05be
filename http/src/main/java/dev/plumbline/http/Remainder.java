package dev.plumbline.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;

/// What is left of a request's body when it is answered without being read. Closing a connection on which a client
/// still
/// sends resets it, and the client may never see the answer: so a little of the body is waited for, and thrown away.
final class Remainder {
    private static final long MOST_BYTES = 256 * 1024;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private Remainder() {}

    /// {@return whether the body has come to its end, so that the connection can stay}
    ///
    /// A body of which somebody gave up reading has failed: the server closes its connection after the answer, and
    /// that must have been announced, or the client sends its next request into the void.
    static boolean discarded(Request request) {
        boolean waits =
                request.getLength() <= MOST_BYTES && !request.getHeaders().contains("Expect");
        long end = System.nanoTime() + PATIENCE_NANOS;
        long bytes = 0;
        while (bytes <= MOST_BYTES) {
            var chunk = request.read();
            if (chunk == null) {
                if (!waits || !comes(request, end - System.nanoTime())) {
                    return false;
                }
            } else {
                bytes += chunk.remaining();
                chunk.release();
                if (chunk.isLast()) {
                    return chunk.getFailure() == null;
                }
            }
        }
        return false;
    }

    private static boolean comes(Request request, long nanos) {
        var more = new CountDownLatch(1);
        request.demand(more::countDown);
        try {
            return more.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
