package dev.plumbline.ingest.store;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.wire.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The staged reports of one upload. Closing discards what was not settled and is not owed. For one thread.
public final class Deposit implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})(\\.findings|\\.redacted)?\\.gz");

    private static final Codec<Finding> FINDING = Codec.of(Finding.class);

    private final ReportStore store;
    private final Path pending;
    private final Path folder;
    private final Set<Digest> staged = new LinkedHashSet<>();
    private boolean owed;

    Deposit(ReportStore store, Path pending, Path folder) {
        this.store = store;
        this.pending = pending;
        this.folder = folder;
    }

    /// Writes a report and its findings, one a line, to where nobody looks. The same report twice counts
    /// once.
    public void stage(Digest report, Content content, List<Finding> findings) throws IOException {
        if (!staged.add(report)) {
            return;
        }
        if (!store.holds(report)) {
            Flushed.gzip(folder.resolve(report.hex() + ReportStore.BYTES), out -> {
                try (InputStream in = content.open()) {
                    in.transferTo(out);
                }
            });
        }
        stage(report, findings);
    }

    /// The same for a report that shows secrets: it is kept in another form, under the digest of what was
    /// sent. Where it was kept as it is before, that goes when this is put in place.
    public void stageRedacted(Digest report, Flushed.Content redacted, List<Finding> findings) throws IOException {
        if (staged.add(report)) {
            Flushed.gzip(folder.resolve(report.hex() + ReportStore.REDACTED), redacted);
            stage(report, findings);
        }
    }

    private void stage(Digest report, List<Finding> findings) throws IOException {
        Flushed.gzip(folder.resolve(report.hex() + ReportStore.FINDINGS), out -> {
            for (Finding finding : findings) {
                out.write(FINDING.encode(finding));
                out.write('\n');
            }
        });
    }

    /// From now on the log may refer to the staged files: they survive a crash and a failure to settle, and
    /// whoever opens the store next puts them in place.
    public void owe() throws IOException {
        owed = true;
        Flushed.folder(folder);
        Flushed.folder(pending);
    }

    /// It is certain that the log does not refer to them.
    public void disown() {
        owed = false;
    }

    /// Puts every staged file in place, for good.
    public void settle() throws IOException {
        for (Digest report : staged) {
            for (String suffix : List.of(ReportStore.BYTES, ReportStore.REDACTED, ReportStore.FINDINGS)) {
                Path file = folder.resolve(report.hex() + suffix);
                if (Files.isRegularFile(file)) {
                    store.settle(file, report, suffix);
                }
            }
            store.flush(report);
        }
        owed = false;
    }

    @Override
    public void close() throws IOException {
        if (owed) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /// {@return the digest that a staged file's name tells}
    static Optional<Digest> digestIn(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches() ? Optional.of(new Digest("sha256:" + matcher.group(1))) : Optional.empty();
    }
}
