package dev.plumbline.ingest.report.format.facts;

import dev.plumbline.ingest.report.ReportReader;
import java.util.List;

/// The registry of formats of facts.
public final class FactsFormats {
    private FactsFormats() {}

    public static List<ReportReader> readers() {
        return List.of(new FactsReader());
    }
}
