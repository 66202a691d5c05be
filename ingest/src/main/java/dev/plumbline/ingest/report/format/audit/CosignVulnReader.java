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

/// The record of a scan that is to be attested, before cosign makes a statement of it: `trivy --format
/// cosign-vuln`.
final class CosignVulnReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("cosign-vuln-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a cosign record of a scan for vulnerabilities";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "trivy --format cosign-vuln, predicates for cosign attest --type vuln",
                "1",
                "the audit inside, as a list of vulnerabilities or as Trivy and Grype write it; version, time, state of the database",
                "how the scanner was called",
                "https://github.com/sigstore/cosign/blob/main/specs/COSIGN_VULN_ATTESTATION_SPEC.md");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT)
                || kind.equals(TrivyReader.SECRETS)
                || kind.equals(TrivyReader.MISCONFIGURATIONS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && (object.fields().contains("scanner") || object.fields().contains("scanners"))
                && (object.fields().contains("invocation") || object.fields().contains("metadata"))
                && head.has("\"uri\"")
                && !object.fields().contains("scan")
                && !object.fields().contains("predicateType");
        return own
                ? Recognition.MATCH
                : Recognition.alike("it has the fields scanner, invocation and metadata, here it has not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var scan = new VulnerabilityScan(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            scan.read(json);
            json.end();
            scan.notes().replaced(json.replacedCharacters());
        }
        return scan.reading(this, input);
    }
}
