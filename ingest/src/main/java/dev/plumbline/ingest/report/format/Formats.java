package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.ReportReaders;
import java.util.List;

/// The registry: every format that is read.
public final class Formats {
    private static final ReportReaders READERS = new ReportReaders(List.of(
            new CoberturaReader(),
            new JunitXmlReader(),
            new PipAuditJsonReader(),
            new RuffJsonReader(),
            new RuffSettingsReader(),
            new SarifReader()));

    private Formats() {}

    public static ReportReaders readers() {
        return READERS;
    }
}
