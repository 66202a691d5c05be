package dev.plumbline.ingest.http;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.ingest.await.Sighting;
import dev.plumbline.ingest.http.UploadAnswer.Provisional;
import dev.plumbline.ingest.http.UploadAnswer.Receipt;
import dev.plumbline.ingest.http.UploadAnswer.Verdict;
import dev.plumbline.ingest.http.UploadMeters.Result;
import dev.plumbline.ingest.http.Uploads.Accepted;
import dev.plumbline.model.wire.Codec;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// `POST /api/v1/builds`.
final class UploadRoutes {
    /// Uploads that are read and sent at one time; others are told to come again, so that a slow broker or a
    /// flood costs a bounded amount of memory and disk.
    private static final int AT_ONE_TIME = 64;
    private static final int WAITING = 1_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Codec<Receipt> RECEIPT = Codec.of(Receipt.class);
    private static final Codec<Verdict> VERDICT = Codec.of(Verdict.class);

    private final Uploads uploads;
    private final IngestRoutes.Room room;
    private final UploadMeters meters;
    private final Semaphore reading = new Semaphore(AT_ONE_TIME);
    private final Semaphore waiting = new Semaphore(WAITING);

    UploadRoutes(Uploads uploads, IngestRoutes.Room room, UploadMeters meters) {
        this.uploads = uploads;
        this.room = room;
        this.meters = meters;
    }

    List<Route> routes() {
        return List.of(Route.post("/api/v1/builds", Access.PUBLISH, this::post));
    }

    private Reply post(Call call) {
        Duration wait = wait(call);
        try (Accepted accepted = accept(call)) {
            return answer(accepted, wait)
                    .header(
                            "Location",
                            UploadAnswer.Links.of(accepted.upload().build()).build());
        }
    }

    private Accepted accept(Call call) {
        long start = System.nanoTime();
        Result result = Result.FAILED;
        try {
            Accepted accepted = read(call);
            result = accepted.repeated() ? Result.REPEATED : Result.ACCEPTED;
            return accepted;
        } catch (Problem e) {
            result = Result.ofStatus(e.status());
            meters.refused(e.slug());
            throw e;
        } finally {
            meters.ended(result, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Accepted read(Call call) {
        if (!room.free().getAsBoolean()) {
            throw Problem.unavailable("This server's disk is nearly full; an operator must make room.");
        }
        if (!reading.tryAcquire()) {
            throw Problem.unavailable("More than " + AT_ONE_TIME + " uploads are being read; send this one again.");
        }
        try (UploadForm form = UploadForm.read(call, room.limits(), room.spill())) {
            Accepted accepted = uploads.accept(form, call.principal());
            meters.received(
                    form.files().stream().mapToLong(UploadedFile::length).sum());
            return accepted;
        } finally {
            reading.release();
        }
    }

    private Reply answer(Accepted accepted, Duration wait) {
        if (wait.isZero() || !waiting.tryAcquire()) {
            return receipt(accepted, null);
        }
        try {
            return switch (accepted.verdict().await(wait)) {
                case Sighting.Closed(var scored) ->
                    Reply.json(200, VERDICT.encode(Verdict.of(accepted.upload(), scored)));
                case Sighting.Open(var scored) -> receipt(accepted, Provisional.of(scored));
                case Sighting.Nothing _ -> receipt(accepted, null);
            };
        } finally {
            waiting.release();
        }
    }

    private static Reply receipt(Accepted accepted, @Nullable Provisional provisional) {
        return Reply.json(202, RECEIPT.encode(UploadAnswer.receipt(accepted.upload(), accepted.notes(), provisional)));
    }

    private static Duration wait(Call call) {
        String text = call.query("wait").orElse("PT0S");
        try {
            Duration wait = Duration.parse(text);
            if (!wait.isNegative() && wait.compareTo(LONGEST_WAIT) <= 0) {
                return wait;
            }
        } catch (DateTimeException e) {
            // said below, together with durations out of range
        }
        throw Problem.badRequest("Query parameter «wait» must be a duration from PT0S to " + LONGEST_WAIT + ".")
                .with("parameter", "wait")
                .with("fix", "For ten seconds write ?wait=PT10S");
    }
}
