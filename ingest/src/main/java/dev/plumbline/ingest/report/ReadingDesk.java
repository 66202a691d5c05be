package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Where;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads files on threads of its own, under a deadline and a memory bound each. Whatever a file does to its reader,
/// up to exhausting the stack or the heap, fails that file alone.
public final class ReadingDesk implements AutoCloseable {
    private static final int WAITING_LIMIT = 256;
    private static final long STACK_BYTES = 1024 * 1024;

    private final ReportReaders readers;
    private final Duration deadline;
    private final long keptBytes;
    private final ThreadPoolExecutor threads;

    /// @param deadline for one file
    /// @param keptBytes of one file's content that may be in memory at one time
    public ReadingDesk(ReportReaders readers, int threads, Duration deadline, long keptBytes) {
        this.readers = readers;
        this.deadline = deadline;
        this.keptBytes = keptBytes;
        this.threads = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_LIMIT), work -> {
                    var thread = new Thread(null, work, "report-reader", STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /// The file was not looked at: there are too many before it. Not the sender's fault.
    public static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1;

        Busy(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// Waits for the file to be read.
    ///
    /// @throws ReportRefused when the file is not taken
    /// @throws Busy when it cannot be looked at now
    public Reading read(ReportInput input) throws InterruptedException {
        try {
            var reading = threads.submit(() -> readers.read(input, Allowance.of(deadline, keptBytes)));
            try {
                return reading.get(2 * deadline.toMillis() + 1_000, TimeUnit.MILLISECONDS);
            } finally {
                reading.cancel(true);
            }
        } catch (RejectedExecutionException e) {
            throw new Busy(WAITING_LIMIT + " files are waiting to be read already", e);
        } catch (TimeoutException e) {
            throw refused(
                    input,
                    "Reading this file took longer than " + deadline.toSeconds() + " s and was stopped.",
                    "Send it again when the server is less busy; if that fails too, split the report.");
        } catch (ExecutionException e) {
            throw failure(input, e.getCause());
        }
    }

    private static RuntimeException failure(ReportInput input, @Nullable Throwable cause) {
        return switch (cause) {
            case ReportRefused refused -> refused;
            case StackOverflowError _ ->
                refused(
                        input,
                        "The file's structures lie too deep inside one another to be read.",
                        "Send the file as the tool wrote it.");
            case OutOfMemoryError _ ->
                refused(
                        input,
                        "The file needs more memory to be read than there is.",
                        "Split the report and send the pieces.");
            case null, default ->
                new IllegalStateException(
                        "The reader of " + input.part() + " is broken; it failed on this file.", cause);
        };
    }

    private static ReportRefused refused(ReportInput input, String what, String fix) {
        return new ReportRefused(input.part(), input.declared().format(), Where.WHOLE, what, fix);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
