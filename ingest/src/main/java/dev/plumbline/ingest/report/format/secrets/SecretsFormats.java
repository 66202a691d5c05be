package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of formats of secret scanners.
public final class SecretsFormats {
    private SecretsFormats() {}

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>(List.of(
                new GitleaksJsonReader(),
                new GitleaksCsvReader(),
                new DetectSecretsReader(),
                new TrufflehogReader(),
                new Trufflehog3Reader(),
                new GitlabSecretsReader(),
                new GgshieldReader()));
        readers.addAll(SecretRows.all());
        readers.addAll(ListedSecrets.all());
        return List.copyOf(readers);
    }
}
