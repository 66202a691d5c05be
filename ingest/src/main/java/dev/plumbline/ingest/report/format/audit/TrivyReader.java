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

/// `trivy … --format json` ([its report](https://trivy.dev/latest/docs/configuration/reporting/#json)): a list of
/// results (schema 1), an object with `Results` (schema 2), or one result list for each resource of a
/// Kubernetes cluster. One file can be evidence of an audit, of secrets and of faulty configuration.
final class TrivyReader implements ReportReader {
    static final Kind SECRETS = new Kind("secrets");
    static final Kind MISCONFIGURATIONS = Kind.findings("trivy");

    @Override
    public Format format() {
        return new Format("trivy-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JSON report of Trivy";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "trivy --format json",
                "schemas 1 and 2, the Kubernetes layout",
                "vulnerabilities as an audit, secrets, misconfigurations as findings:trivy; what was ignored",
                "entries of licences, which are counted only; layers, source excerpts",
                "https://trivy.dev/latest/docs/configuration/reporting/#json");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT) || kind.equals(SECRETS) || kind.equals(MISCONFIGURATIONS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonObject object -> object(object.fields(), head);
            case Shape.JsonArray array -> {
                Set<String> fields = array.itemFields();
                boolean own = fields.contains("Target")
                        && Set.of("Vulnerabilities", "Type", "Class", "Misconfigurations", "Secrets").stream()
                                .anyMatch(fields::contains);
                yield own
                        ? Recognition.MATCH
                        : Recognition.alike(
                                "its entries have the fields Target and Vulnerabilities, here they have not");
            }
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    private static Recognition object(Set<String> fields, Head head) {
        boolean artifact =
                fields.contains("SchemaVersion") && (fields.contains("ArtifactName") || fields.contains("Results"))
                        || fields.contains("ArtifactName") && fields.contains("ArtifactType")
                        || fields.contains("Results") && head.has("\"Target\"");
        boolean cluster = fields.contains("ClusterName")
                && Set.of("Resources", "Vulnerabilities", "Misconfigurations", "Findings").stream()
                        .anyMatch(fields::contains);
        return artifact || cluster
                ? Recognition.MATCH
                : Recognition.alike(
                        "it has the fields SchemaVersion and ArtifactName, or ClusterName, here it has not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var report = new TrivyReport(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            report.read(json);
            json.end();
            report.sheet().notes().replaced(json.replacedCharacters());
        }
        return report.reading(this, input);
    }
}
