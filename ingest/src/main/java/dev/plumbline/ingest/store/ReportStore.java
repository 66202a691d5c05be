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
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
/// Legal transitions of a report: staged (`pending/<upload>-<hash>…`) → in place (`sha256/…`), or staged →
/// discarded. What a crash left staged may be referred to by the log, and is put in place when the store is
/// opened.
public final class ReportStore {
    static final String BYTES = ".gz";
    static final String REDACTED = ".redacted.gz";
    static final String FINDINGS = ".findings.gz";
    private static final Logger LOG = LoggerFactory.getLogger(ReportStore.class);

    private final Path kept;
    private final Path pending;
    /// Looked up once: that reads the table of mounts, which costs more than asking for its room.
    private final FileStore disk;

    private ReportStore(Path kept, Path pending) throws IOException {
        this.kept = Files.createDirectories(kept);
        this.pending = Files.createDirectories(pending);
        this.disk = Files.getFileStore(kept);
    }

    public static ReportStore open(Path folder) throws IOException {
        var store = new ReportStore(folder.resolve("sha256"), folder.resolve("pending"));
        store.settleLeftovers();
        return store;
    }

    /// An empty deposit for the reports of one upload.
    public Deposit deposit() {
        return new Deposit(this, pending);
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

    /// Whether there is a list of findings of a report.
    boolean lists(Digest report) {
        return Files.isRegularFile(place(report, FINDINGS));
    }

    /// Lines `from` to `from + limit` of the list of findings, each a JSON object, none where the report
    /// has none; empty where the report is not here.
    public Optional<Page> findings(Digest report, int from, int limit) throws IOException {
        if (!lists(report)) {
            return holds(report) ? Optional.of(new Page(List.of(), false)) : Optional.empty();
        }
        Path file = place(report, FINDINGS);
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
        return disk.getUsableSpace();
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

    /// Reports first: a list of findings is put in place only beside its report.
    private void settleLeftovers() throws IOException {
        flatten();
        var staged = files(pending).stream()
                .flatMap(file -> Deposit.Staged.of(file).stream())
                .sorted(Comparator.comparing(one -> one.suffix().equals(FINDINGS)))
                .toList();
        for (var one : staged) {
            if (sound(one)) {
                settle(one.file(), one.report(), one.suffix());
                flush(one.report());
            }
        }
        for (Path file : files(pending)) {
            LOG.warn("{} was left half written by an earlier stop and is removed", file);
            Files.delete(file);
        }
    }

    /// Earlier versions staged each upload in a folder of its own.
    private void flatten() throws IOException {
        for (Path folder : files(pending)) {
            if (Files.isDirectory(folder)) {
                for (Path file : files(folder)) {
                    Files.move(file, pending.resolve(folder.getFileName() + "-" + file.getFileName()));
                }
                Files.delete(folder);
            }
        }
    }

    private boolean sound(Deposit.Staged staged) throws IOException {
        return switch (staged.suffix()) {
            case BYTES -> lengthIfSound(staged.file(), staged.report()) >= 0;
            case REDACTED -> length(staged.file()) >= 0;
            case FINDINGS -> length(staged.file()) >= 0 && holds(staged.report());
            default -> false;
        };
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
