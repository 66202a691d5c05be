package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.Set;

/// Reads the JSON report of one tool.
final class AuditReader implements ReportReader {
    /// Whose severities may come of vectors alone: since those of CVSS 4 have scores too, they say more
    /// than before.
    private static final Set<String> OF_VECTORS = Set.of("osv-scanner-json", "cargo-audit-json", "nancy-json");

    private final Audit audit;

    AuditReader(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Format format() {
        return new Format(audit.format());
    }

    @Override
    public int version() {
        return OF_VECTORS.contains(audit.format()) ? 2 : 1;
    }

    @Override
    public String title() {
        return "a JSON report of " + audit.tool();
    }

    @Override
    public FormatPage page() {
        return audit.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return audit.look().apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new AuditSheet(audit.tool(), allowance);
        if (audit.silent() && head.shape() instanceof Shape.Empty) {
            sheet.notes().add("The file is empty, which is what " + audit.tool() + " writes when it finds nothing.");
            return sheet.reading(this, input);
        }
        try (var json = Json.open(input.content(), allowance)) {
            audit.body().read(json, sheet);
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }
}
