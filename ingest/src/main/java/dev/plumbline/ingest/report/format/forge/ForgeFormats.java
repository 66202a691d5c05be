package dev.plumbline.ingest.report.format.forge;

import dev.plumbline.ingest.report.ReportReader;
import java.util.List;

/// The registry of formats of events.
public final class ForgeFormats {
    private ForgeFormats() {}

    public static List<ReportReader> readers() {
        return List.of(
                new GitlabWebhookReader(),
                new GithubWebhookReader(),
                new CdEventsReader(),
                new CloudEventsReader(),
                new CloudEventsConformanceReader());
    }
}
