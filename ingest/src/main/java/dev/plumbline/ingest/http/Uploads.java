package dev.plumbline.ingest.http;

import dev.plumbline.http.Principal;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Role;
import dev.plumbline.ingest.await.Verdicts;
import dev.plumbline.ingest.identity.Repositories;
import dev.plumbline.ingest.publish.EvidencePublisher;
import dev.plumbline.ingest.publish.EvidencePublisher.Publication;
import dev.plumbline.ingest.publish.RecordSize;
import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReadingDesk;
import dev.plumbline.ingest.report.Redaction;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.ingest.statement.BuildPart;
import dev.plumbline.ingest.statement.Statement;
import dev.plumbline.ingest.store.Deposit;
import dev.plumbline.ingest.store.ReportStore;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.UploadId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Accepts uploads. In this order, so that nothing is kept of what is refused and nothing is lost of what
/// is accepted: the build part and every report are read; the reports are staged and flushed; the record is
/// sent and acknowledged; the reports are put in place.
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int REMEMBERED = 10_000;

    private final ReadingDesk desk;
    private final ReportStore store;
    private final EvidencePublisher publisher;
    private final Repositories repositories;
    private final Verdicts verdicts;
    private final InstantSource clock;
    private final RecentUploads recent = new RecentUploads(REMEMBERED);

    Uploads(IngestRoutes.Parts parts, InstantSource clock) {
        this.desk = parts.desk();
        this.store = parts.store();
        this.publisher = parts.publisher();
        this.repositories = parts.repositories();
        this.verdicts = parts.verdicts();
        this.clock = clock;
    }

    /// An upload that is on the log, and the waiting for its verdict, which began before it was sent.
    record Accepted(EvidenceReceived upload, List<String> notes, boolean repeated, Verdicts.Wait verdict)
            implements AutoCloseable {
        @Override
        public void close() {
            verdict.close();
        }
    }

    /// @throws Problem when the upload is refused, or cannot be put onto the log now
    Accepted accept(UploadForm form, Principal sender) {
        Statement statement = BuildPart.read(form.build());
        Receipt receipt = receipt(statement, sender, clock.instant());
        List<Read> reads = readAll(Matching.of(statement.reports(), form.files()), receipt);
        var evidence = reads.stream()
                .flatMap(read -> read.reading().evidence().stream())
                .toList();
        var settled =
                settle(statement.build().key().repository(), statement.build().name());
        Build build = statement.build().of(settled.id());
        UploadId id = UploadIds.of(build, evidence);
        Receipt before = recent.covering(id, receipt);
        var upload = RecordSize.fit(new EvidenceReceived(id, build, evidence, before == null ? receipt : before));
        Verdicts.Wait verdict = verdicts.expect(upload.build().id(), id);
        if (before == null) {
            try {
                keep(upload, reads);
            } catch (Problem e) {
                verdict.close();
                throw e;
            }
            recent.remember(id, receipt);
        }
        return new Accepted(upload, notes(statement, settled, reads), before != null, verdict);
    }

    private Repositories.Settled settle(RepositoryId id, RepositoryName name) {
        try {
            return repositories.settle(id, name);
        } catch (Repositories.Unsettled e) {
            LOG.warn("an upload of {} was turned away: {}", id, e.getMessage());
            throw Problem.unavailable(
                    "It could not be settled which repository this is, and nothing of this upload was kept: "
                            + e.getMessage() + ". Send it again.");
        }
    }

    private static List<String> notes(Statement statement, Repositories.Settled settled, List<Read> reads) {
        var notes = new ArrayList<>(statement.notes());
        notes.addAll(settled.notes());
        for (Read read : reads) {
            if (Redaction.needed(read.reading())) {
                notes.add("Of part «" + read.input().part()
                        + "», a report of secrets, nothing is kept but rules and places.");
            }
        }
        return List.copyOf(notes);
    }

    /// A report file with what was read from it.
    private record Read(ReportInput input, Reading reading) {}

    private static Receipt receipt(Statement statement, Principal sender, Instant now) {
        Instant stated = statement.receivedAt();
        if (stated == null) {
            return new Receipt(now, sender.name(), false);
        }
        if (!sender.is(Role.ADMIN)) {
            throw Problem.of(
                            403,
                            "backfill-forbidden",
                            "Forbidden",
                            "Only an administrator may say when an upload was received; " + sender.name() + " is none.")
                    .with("part", UploadForm.BUILD)
                    .with("pointer", "/receivedAt")
                    .with("fix", "Leave receivedAt out, or send an administrator's token.");
        }
        if (stated.isAfter(now)) {
            throw Problem.of(
                            422,
                            "build-part",
                            "The build part was refused",
                            "Field /receivedAt of the «build» part lies in the future.")
                    .with("part", UploadForm.BUILD)
                    .with("pointer", "/receivedAt")
                    .with("fix", "State a moment in the past, or leave receivedAt out.");
        }
        return new Receipt(stated, sender.name(), true);
    }

    private List<Read> readAll(List<Matched> files, Receipt receipt) {
        var reads = new ArrayList<Read>();
        for (Matched matched : files) {
            reads.add(read(matched, receipt));
        }
        return reads;
    }

    private Read read(Matched matched, Receipt receipt) {
        UploadedFile file = matched.file();
        Declared declared = matched.declared();
        try {
            var input = new ReportInput(file.label(), file.content(), digest(file), declared, receipt.receivedAt());
            return new Read(input, evidence(desk.read(input)));
        } catch (ReportRefused e) {
            throw Refusals.of(e);
        } catch (ReadingDesk.Busy e) {
            LOG.warn("an upload was turned away: {}", e.getMessage());
            throw Problem.unavailable(
                    "Too many reports are being read, and nothing of this upload was kept. Send it again.");
        } catch (IOException e) {
            throw diskProblem("part «" + file.label() + "» could not be read back", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("This server is stopping.");
        }
    }

    /// A file that is evidence of nothing must not seem to have counted.
    private static Reading evidence(Reading reading) {
        Aside aside = reading.aside();
        if (aside != null) {
            Source source = aside.source();
            throw new ReportRefused(source.part(), source.format(), Where.WHOLE, aside.what(), aside.fix());
        }
        return reading;
    }

    private static Digest digest(UploadedFile file) throws IOException {
        var hash = Digest.sha256();
        try (InputStream in = file.content().open();
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            in.transferTo(out);
        }
        return Digest.ofHash(hash.digest());
    }

    private void keep(EvidenceReceived upload, List<Read> reads) {
        try (Deposit deposit = store.deposit()) {
            for (Read read : reads) {
                stage(deposit, read.input(), read.reading());
            }
            deposit.owe();
            switch (publisher.publish(upload)) {
                case Publication.Acknowledged _ -> settle(upload, deposit);
                case Publication.NotSent(String reason) -> {
                    deposit.disown();
                    LOG.warn("upload {} was not sent: {}", upload.id(), reason);
                    throw Problem.unavailable(
                                    "The log does not answer, and nothing of this upload was kept. Send it again.")
                            .with("upload", upload.id());
                }
                case Publication.Unknown(String reason) -> {
                    settle(upload, deposit);
                    LOG.warn("upload {} was sent and not acknowledged: {}", upload.id(), reason);
                    throw Problem.unavailable(
                                    "The log did not confirm this upload in time. Send it again: it counts once.")
                            .with("upload", upload.id());
                }
            }
        } catch (IOException e) {
            throw diskProblem("the reports of upload " + upload.id() + " could not be written", e);
        }
    }

    private static void stage(Deposit deposit, ReportInput input, Reading reading) throws IOException {
        if (Redaction.needed(reading)) {
            deposit.stageRedacted(input.digest(), out -> Redaction.write(input.content(), out), reading.findings());
        } else {
            deposit.stage(input.digest(), input.content(), reading.findings());
        }
    }

    /// The record may be read by now: a failure here must not turn into a refusal. The files stay owed.
    private static void settle(EvidenceReceived upload, Deposit deposit) {
        try {
            deposit.settle();
        } catch (IOException e) {
            LOG.error("reports of upload {} are safe but not in place; they will be after a restart", upload.id(), e);
        }
    }

    private static Problem diskProblem(String what, IOException e) {
        LOG.error("{}", what, e);
        return Problem.unavailable("This server's disk does not take or give back the reports now.");
    }
}
