package dev.plumbline.ingest.http;

import dev.plumbline.http.Access;
import dev.plumbline.http.Call;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.ingest.store.CorruptReport;
import dev.plumbline.ingest.store.ReportStore;
import dev.plumbline.ingest.store.StoredReport;
import dev.plumbline.model.evidence.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /api/v1/reports/{digest}` and `…/findings`. A digest names one content for ever, so both may be cached.
final class ReportRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ReportRoutes.class);
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final int PAGE = 500;

    private final ReportStore store;

    ReportRoutes(ReportStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/reports/{digest}", Access.VIEW, this::report),
                Route.get("/api/v1/reports/{digest}/findings", Access.VIEW, this::findings));
    }

    /// Never shown in place: what a stranger uploaded is no page of ours.
    private Reply report(Call call) {
        Digest digest = digest(call);
        StoredReport report = stored(digest);
        return new Reply(
                200,
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Length",
                        String.valueOf(report.length()),
                        "Content-Disposition",
                        "attachment; filename=\"" + digest.hex() + (report.redacted() ? "-redacted" : "") + "\"",
                        "Cache-Control",
                        FOR_EVER),
                report::writeTo);
    }

    private StoredReport stored(Digest digest) {
        try {
            return store.report(digest).orElseThrow(() -> unknown(digest));
        } catch (CorruptReport e) {
            throw Problem.of(
                            500,
                            "report-damaged",
                            "The report is damaged",
                            "Report " + digest + " was damaged on this server's disk and was set aside.")
                    .with("fix", "Send the same upload again to bring it back.");
        } catch (IOException e) {
            throw unreadable(digest, e);
        }
    }

    private Reply findings(Call call) {
        Digest digest = digest(call);
        int cursor = call.queryInt("cursor", 0, 0, Integer.MAX_VALUE - PAGE);
        int limit = call.queryInt("limit", PAGE, 1, PAGE);
        try {
            var page = store.findings(digest, cursor, limit).orElseThrow(() -> unknown(digest));
            String next = page.more() ? ",\"next\":\"" + (cursor + limit) + "\"" : "";
            // each line is a JSON object that was written by this server
            return Reply.json(
                    200,
                    "{\"report\":\"" + digest + "\",\"findings\":[" + String.join(",", page.lines()) + "]" + next
                            + "}");
        } catch (IOException e) {
            throw unreadable(digest, e);
        }
    }

    private static Problem unreadable(Digest digest, IOException e) {
        LOG.error("report {} cannot be read from the store", digest, e);
        return Problem.unavailable("This server's disk does not give back the report now.");
    }

    private static Problem unknown(Digest digest) {
        return Problem.notFound("No report " + digest + " is kept here.");
    }

    private static Digest digest(Call call) {
        String text = call.path("digest");
        try {
            return new Digest(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("A report is named by its digest, sha256:<64 hex digits>.");
        }
    }
}
