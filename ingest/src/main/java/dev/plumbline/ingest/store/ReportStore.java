package dev.plumbline.ingest.store;

import dev.plumbline.model.evidence.Digest;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files `sha256/ab/cdef….gz` (report bytes) and `sha256/ab/cdef….findings.gz` (one finding a line), each
/// written whole and flushed under another name before it gets this one. A report that shows secrets has
/// `sha256/ab/cdef….redacted.gz` in place of its bytes, and only the checksum of its packing to tell
/// damage.
///
/// Legal transitions of a report: staged (`pending/<upload>/…`) → in place (`sha256/…`), or staged →
/// discarded. What a crash left staged may be referred to by the log, and is put in place when the store is
/// opened.
public final class ReportStore {
    static final String BYTES = ".gz";
    static final String REDACTED = ".redacted.gz";
    static final String FINDINGS = ".findings.gz";
    private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);

    private final Path kept;
    private final Path pending;

    private ReportStore(Path folder) {
        this.kept = folder.resolve("sha256");
        this.pending = folder.resolve("pending");
    }

    public static ReportStore open(Path folder) throws IOException {
        var store = new ReportStore(folder);
        Files.createDirectories(store.kept);
        Files.createDirectories(store.pending);
        store.settleLeftovers();
        return store;
    }

    /// An empty deposit for the reports of one upload.
    public Deposit deposit() throws IOException {
        return new Deposit(
                this,
                pending,
                Files.createDirectory(pending.resolve(UUID.randomUUID().toString())));
    }

    public boolean holds(Digest report) {
        return Files.isRegularFile(place(report, BYTES)) || Files.isRegularFile(place(report, REDACTED));
    }

    /// {@return the report, if it is here}
    ///
    /// @throws CorruptReport when the file no longer has the digest that it is kept under; it is set aside,
    ///     so that the same upload can bring it again
    public Optional<StoredReport> report(Digest report) throws IOException {
        Path redacted = place(report, REDACTED);
        boolean covered = Files.isRegularFile(redacted);
        Path file = covered ? redacted : place(report, BYTES);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        long length = covered ? length(file) : lengthIfSound(file, report);
        if (length < 0) {
            Path aside = file.resolveSibling(file.getFileName() + ".corrupt");
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.error("report {} was damaged on disk and set aside as {}", report, aside);
            throw new CorruptReport(report);
        }
        return Optional.of(new StoredReport(file, length, covered));
    }

    /// Lines `from` to `from + limit` of the list of findings, each a JSON object; empty where there is no
    /// list.
    public Optional<Page> findings(Digest report, int from, int limit) throws IOException {
        Path file = place(report, FINDINGS);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                Stream<String> lines = in.lines()) {
            List<String> found = lines.skip(from).limit(limit + 1L).toList();
            return Optional.of(new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit));
        } catch (UncheckedIOException e) {
            throw new IOException("the list of findings of " + report + " is damaged: " + e.getMessage(), e);
        }
    }

    /// @param more whether further lines follow
    public record Page(List<String> lines, boolean more) {
        public Page {
            lines = List.copyOf(lines);
        }
    }

    /// Free bytes on the disk that holds the store.
    public long usableBytes() throws IOException {
        return Files.getFileStore(kept).getUsableSpace();
    }

    Path place(Digest report, String suffix) {
        return folder(report).resolve(report.hex().substring(2) + suffix);
    }

    private Path folder(Digest report) {
        return kept.resolve(report.hex().substring(0, 2));
    }

    /// Puts a flushed file in place; {@link #flush} makes that last.
    void settle(Path staged, Digest report, String suffix) throws IOException {
        Path target = place(report, suffix);
        Files.createDirectories(folder(report));
        Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (suffix.equals(REDACTED)) {
            Files.deleteIfExists(place(report, BYTES));
        }
    }

    /// All files of a report lie in one folder, so that it is flushed once for them.
    void flush(Digest report) throws IOException {
        Flushed.folder(folder(report));
    }

    private void settleLeftovers() throws IOException {
        for (Path deposit : files(pending)) {
            settleLeftover(deposit);
        }
    }

    private void settleLeftover(Path deposit) throws IOException {
        for (Path file : files(deposit)) {
            String name = file.getFileName().toString();
            Optional<Digest> report = Deposit.digestIn(name);
            String suffix =
                    report.isEmpty() ? "" : name.substring(report.get().hex().length());
            boolean sound = switch (suffix) {
                case BYTES -> lengthIfSound(file, report.orElseThrow()) >= 0;
                case REDACTED -> length(file) >= 0;
                default -> false;
            };
            if (report.isPresent() && sound) {
                settle(file, report.get(), suffix);
                Path findings = deposit.resolve(report.get().hex() + FINDINGS);
                if (Files.isRegularFile(findings)) {
                    settle(findings, report.get(), FINDINGS);
                }
                flush(report.get());
            }
        }
        for (Path file : files(deposit)) {
            LOG.warn("{} was left half written by an earlier stop and is removed", file);
            Files.delete(file);
        }
        Files.delete(deposit);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// {@return the unpacked length, or -1 where the file is damaged}
    private static long length(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | EOFException e) {
            return -1;
        }
    }

    /// {@return the report's length, or -1 where the file is damaged}
    private static long lengthIfSound(Path file, Digest report) throws IOException {
        var hash = Digest.sha256();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            long length = in.transferTo(out);
            return Digest.ofHash(hash.digest()).equals(report) ? length : -1;
        } catch (ZipException | EOFException e) {
            return -1;
        }
    }
}
