package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
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

/// pip-audit's JSON (definition: pip-audit's `_format/json.py`): before 2.0 a list of dependencies, since then an
/// object with `dependencies` and, after a run with `--fix`, `fixes`. The report names neither the tool's version nor
/// a time.
final class PipAuditJsonReader implements ReportReader {
    private static final Set<String> CHECKED = Set.of("name", "version", "vulns");
    private static final Set<String> SKIPPED = Set.of("name", "skip_reason");

    @Override
    public Format format() {
        return new Format("pip-audit-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a pip-audit report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "pip-audit",
                "both shapes, before and since 2.0",
                "dependencies, those that were skipped, vulnerabilities with aliases and fixed versions",
                "descriptions",
                "https://github.com/pypa/pip-audit/blob/main/pip_audit/_format/json.py");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonObject object ->
                object.fields().contains("dependencies")
                                && Set.of("dependencies", "fixes").containsAll(object.fields())
                                && !(Looks.has(head, "\"moduleName\"", "\"overridden\"", "\"resolved\"")
                                        && !Looks.has(head, "\"vulns\"", "\"skip_reason\""))
                        ? Recognition.MATCH
                        : Recognition.alike(
                                "it has the field dependencies and besides only fixes, here that is not so");
            case Shape.JsonArray array
            when array.itemFields().containsAll(CHECKED) || array.itemFields().equals(SKIPPED) -> Recognition.MATCH;
            case Shape.JsonArray _ ->
                Recognition.alike("its entries have the fields name, version and vulns, here they have not");
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (var json = Json.open(input.content(), allowance)) {
            var audit = new PipAuditTally(json, allowance);
            audit.read();
            return Reading.of(audit.evidence(this, input), audit.figures());
        }
    }
}
