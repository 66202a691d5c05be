package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Kind;

/// What a description of an interface comes to, whatever it describes.
record ApiReading(ReportReader reader, ReportInput input) {

    /// @param tool where the sender names none
    Reading of(ApiTotals totals, String tool, Notes notes) {
        var declared = input.declared().tool();
        String name = declared.name() == null ? tool : declared.name();
        var run = ToolRuns.joined(ToolRuns.Stated.of(name, null), declared);
        var figures = Figures.builder()
                .put("operations", totals.operations())
                .put("versioned", totals.versioned())
                .put("secured", totals.secured())
                .put("described", totals.described())
                .put("schemas", totals.schemas());
        return Reading.of(new ApiEvidence(Kind.API, reader.source(input, run, notes), totals), figures.build());
    }
}
