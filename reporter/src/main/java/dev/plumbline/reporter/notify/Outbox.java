package dev.plumbline.reporter.notify;

/// Where ends of notifications are kept.
interface Outbox {
    /// Returns once it is kept.
    ///
    /// @param partition that of the change
    /// @throws OutboxException when it may not be kept
    void record(Delivery delivery, int partition);

    /// Forgets a delivery that is so old that its change has left the log too.
    void forget(String id, int partition);

    /// The log did not acknowledge.
    final class OutboxException extends RuntimeException {
        private static final long serialVersionUID = 1;

        OutboxException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
