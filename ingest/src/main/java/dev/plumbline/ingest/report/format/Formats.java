package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ReportReaders;
import dev.plumbline.ingest.report.format.audit.AuditFormats;
import dev.plumbline.ingest.report.format.coverage.CoverageFormats;
import dev.plumbline.ingest.report.format.facts.FactsFormats;
import dev.plumbline.ingest.report.format.findings.FindingsFormats;
import dev.plumbline.ingest.report.format.forge.ForgeFormats;
import dev.plumbline.ingest.report.format.inventory.InventoryFormats;
import dev.plumbline.ingest.report.format.secrets.SecretsFormats;
import dev.plumbline.ingest.report.format.settings.SettingsFormats;
import dev.plumbline.ingest.report.format.tests.TestsFormats;
import java.util.List;
import java.util.stream.Stream;

/// The registry: every format that is read.
public final class Formats {
    private static final ReportReaders READERS = new ReportReaders(Stream.of(
                    first(),
                    FactsFormats.readers(),
                    SecretsFormats.readers(),
                    AuditFormats.readers(),
                    InventoryFormats.readers(),
                    ForgeFormats.readers(),
                    CoverageFormats.readers(),
                    TestsFormats.amongText(),
                    FindingsFormats.readers(),
                    SettingsFormats.readers(),
                    TestsFormats.readers())
            .flatMap(List::stream)
            .toList());

    private Formats() {}

    public static ReportReaders readers() {
        return READERS;
    }

    private static List<ReportReader> first() {
        return List.of(new PipAuditJsonReader(), new RuffJsonReader(), new RuffSettingsReader(), new SarifReader());
    }
}
