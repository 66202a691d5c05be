package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.ReportReader;
import java.util.List;

/// The registry of formats of configurations.
public final class SettingsFormats {
    private SettingsFormats() {}

    public static List<ReportReader> readers() {
        return List.of(
                new EslintConfigReader(), new TscConfigReader(), new CheckstyleConfigReader(), new PmdRulesetReader());
    }
}
