package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.ReportReader;
import java.util.List;

/// The registry of formats of secret scanners.
public final class SecretsFormats {
    private SecretsFormats() {}

    public static List<ReportReader> readers() {
        return List.of(
                new GitleaksJsonReader(),
                new GitleaksCsvReader(),
                new DetectSecretsReader(),
                new TrufflehogReader(),
                new Trufflehog3Reader(),
                new GitlabSecretsReader(),
                new GgshieldReader());
    }
}
