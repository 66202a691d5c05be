package dev.plumbline.ingest.store;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.wire.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// The staged reports of one upload. Closing discards what was not settled and is not owed. For one thread.
///
/// All uploads are staged in one folder, under names that begin with the upload's: making and flushing a
/// folder for each costs more than writing a small report.
public final class Deposit implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile(".+-([0-9a-f]{64})((?:\\.findings|\\.redacted)?\\.gz)");
    private static final Codec<Finding> FINDING = Codec.of(Finding.class);

    private final ReportStore store;
    private final Path pending;
    private final UUID upload = UUID.randomUUID();
    private final Set<Digest> staged = new LinkedHashSet<>();
    private final List<Staged> files = new ArrayList<>();
    private boolean owed;

    /// A file that waits for its place.
    record Staged(Path file, Digest report, String suffix) {
        /// {@return what the name of a file tells; empty where it is none of ours}
        static Optional<Staged> of(Path file) {
            var matcher = NAME.matcher(file.getFileName().toString());
            return matcher.matches()
                    ? Optional.of(new Staged(file, new Digest("sha256:" + matcher.group(1)), matcher.group(2)))
                    : Optional.empty();
        }
    }

    Deposit(ReportStore store, Path pending) {
        this.store = store;
        this.pending = pending;
    }

    /// Writes a report and its findings, one a line, to where nobody looks. The same report twice counts
    /// once.
    public void stage(Digest report, Content content, List<Finding> findings) throws IOException {
        if (!staged.add(report)) {
            return;
        }
        if (!store.holds(report)) {
            stage(report, ReportStore.BYTES, out -> {
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
            stage(report, ReportStore.REDACTED, redacted);
            stage(report, findings);
        }
    }

    /// No list is an empty one, unless another reader made one before.
    private void stage(Digest report, List<Finding> findings) throws IOException {
        if (findings.isEmpty() && !store.lists(report)) {
            return;
        }
        stage(report, ReportStore.FINDINGS, out -> {
            for (Finding finding : findings) {
                out.write(FINDING.encode(finding));
                out.write('\n');
            }
        });
    }

    private void stage(Digest report, String suffix, Flushed.Content content) throws IOException {
        var file = pending.resolve(upload + "-" + report.hex() + suffix);
        files.add(new Staged(file, report, suffix));
        Flushed.gzip(file, content);
    }

    /// From now on the log may refer to the staged files: they survive a crash and a failure to settle, and
    /// whoever opens the store next puts them in place.
    public void owe() throws IOException {
        owed = true;
        if (!files.isEmpty()) {
            Flushed.folder(pending);
        }
    }

    /// It is certain that the log does not refer to them.
    public void disown() {
        owed = false;
    }

    /// Puts every staged file in place, for good.
    public void settle() throws IOException {
        var settled = new LinkedHashSet<Digest>();
        for (Staged one : files) {
            store.settle(one.file(), one.report(), one.suffix());
            settled.add(one.report());
        }
        for (Digest report : settled) {
            store.flush(report);
        }
        files.clear();
        owed = false;
    }

    @Override
    public void close() throws IOException {
        if (owed) {
            return;
        }
        for (Staged one : files) {
            Files.deleteIfExists(one.file());
        }
    }
}
