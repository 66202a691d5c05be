package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// `aws ecr describe-image-scan-findings` ([its
/// answer](https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html)): findings of
/// the
/// basic scan, whose packages are attributes, or those of Inspector, the «enhanced» scan.
final class Ecr {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private Ecr(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "aws-ecr-json",
                "ecr",
                new FormatPage(
                        "aws ecr describe-image-scan-findings",
                        "2015-09-21",
                        "findings of the basic and the enhanced scan with package, version, severity, fix; time",
                        "descriptions, addresses, further pages of the answer",
                        "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeImageScanFindings.html"),
                head -> Look.object(head, "imageScanFindings", Set.of("imageScanStatus", "imageId", "repositoryName")),
                (json, sheet) -> new Ecr(json, sheet).read());
    }

    private void read() {
        json.object("the answer", field -> {
            if (field.equals("imageScanFindings")) {
                json.object(field, this::findings);
            }
        });
        if (!listed) {
            throw json.wrong("The answer has no list of findings.");
        }
    }

    private void findings(String field) {
        switch (field) {
            case "imageScanCompletedAt" -> sheet.ran(Values.text(json));
            case "vulnerabilitySourceUpdatedAt" -> sheet.database(Values.text(json));
            case "findings" -> {
                listed = true;
                Values.entries(json, field, this::basic);
            }
            case "enhancedFindings" -> {
                listed = true;
                Values.entries(json, field, this::enhanced);
            }
            case "findingSeverityCounts" -> listed = true;
            default -> {
                // nothing else is known
            }
        }
    }

    private void basic() {
        var flaw = new Flaw();
        json.object("a finding", field -> {
            switch (field) {
                case "name" -> flaw.named(Values.text(json));
                case "severity" -> flaw.word(Values.text(json));
                case "attributes" -> Values.list(json, () -> attribute(flaw));
                default -> {
                    // texts, addresses
                }
            }
        });
        add(flaw);
    }

    private void attribute(Flaw flaw) {
        String[] words = {"", ""};
        Values.object(json, field -> {
            switch (field) {
                case "key" -> words[0] = Values.text(json);
                case "value" -> words[1] = Values.text(json);
                default -> {
                    // nothing else is known
                }
            }
        });
        switch (words[0]) {
            case "package_name" -> flaw.in(words[1], "");
            case "package_version" -> flaw.in("", words[1]);
            default -> {
                // scores and vectors
            }
        }
    }

    private void enhanced() {
        var flaw = new Flaw();
        String[] status = {""};
        json.object("a finding", field -> {
            switch (field) {
                case "severity" -> flaw.word(Values.text(json));
                case "status" -> status[0] = Values.text(json);
                case "packageVulnerabilityDetails" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "vulnerabilityId" -> flaw.named(Values.text(json));
                            case "vulnerablePackages" ->
                                Values.list(
                                        json,
                                        () -> Values.object(json, inner -> {
                                            switch (inner) {
                                                case "name" -> flaw.in(Values.text(json), "");
                                                case "version" -> flaw.in("", Values.text(json));
                                                case "fixedInVersion" -> flaw.fixed(Values.text(json));
                                                default -> {
                                                    // architecture, path
                                                }
                                            }
                                        }));
                            default -> {
                                // scores of several sources
                            }
                        }
                    });
                default -> {
                    // resources, remediation
                }
            }
        });
        if (status[0].equals("SUPPRESSED")) {
            sheet.suppress();
        } else {
            add(flaw);
        }
    }

    private void add(Flaw flaw) {
        if (flaw.nameless()) {
            throw json.wrong("A finding does not name its vulnerability.");
        }
        sheet.add(flaw);
    }
}
