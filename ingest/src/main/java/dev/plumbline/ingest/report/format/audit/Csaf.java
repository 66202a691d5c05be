package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Advisories of the [Common Security Advisory Framework](https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html),
/// VEX
/// profile and others: vulnerabilities with the status of products. They are no audit, for they say nothing
/// of what was looked at: a vulnerability is open where a product is affected or that is being looked into,
/// and suppressed where all that are named are not affected or fixed. An informational advisory need not
/// list any.
final class Csaf {
    private static final String INFORMATIONAL = "csaf_informational_advisory";

    private final JsonCursor json;
    private final ScanSheet sheet;
    private boolean versioned;
    private boolean listed;
    private String category = "";

    private Csaf(JsonCursor json, ScanSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static ScanReader.Scan scan() {
        return new ScanReader.Scan(
                "csaf-json",
                "csaf",
                new FormatPage(
                        "vendors' CSAF advisories and VEX documents, Trivy, Secvisogram",
                        "2.0 and 2.1",
                        "vulnerabilities with name, severity, status of products; not affected and fixed as suppressed",
                        "the tree of products, notes, remediations",
                        "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf-v2.0.html"),
                Csaf::look,
                (json, sheet) -> new Csaf(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("document")
                && head.has("\"csaf_version\"");
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("its document has a csaf_version, here it has not", 2);
    }

    private void read() {
        json.object("the advisory", field -> {
            switch (field) {
                case "document" -> Values.object(json, this::document);
                case "vulnerabilities" -> {
                    listed = true;
                    Values.entries(json, field, this::vulnerability);
                }
                default -> {
                    // the tree of products
                }
            }
        });
        if (!versioned || !listed && !category.equals(INFORMATIONAL) && !category.equals("csaf_base")) {
            throw json.wrong("The advisory has no csaf_version or no list of vulnerabilities.");
        }
    }

    private void document(String field) {
        switch (field) {
            case "csaf_version" -> versioned = !Values.text(json).isEmpty();
            case "category" -> category = Values.text(json);
            case "tracking" ->
                Values.object(json, name -> {
                    if (name.equals("current_release_date")) {
                        sheet.ran(Values.text(json));
                    }
                });
            default -> {
                // publisher, notes, title
            }
        }
    }

    private void vulnerability() {
        var flaw = new Flaw();
        var products = new TreeMap<String, Integer>();
        String[] title = {""};
        json.object("a vulnerability", field -> {
            switch (field) {
                case "cve" -> flaw.named(Values.text(json));
                case "ids" -> Values.list(json, () -> inner("text", flaw::named));
                case "title" -> title[0] = Values.text(json);
                case "product_status" ->
                    Values.object(
                            json,
                            status ->
                                    Values.list(json, () -> products.merge(status.replace('_', ' '), 1, Integer::sum)));
                case "scores" -> Values.list(json, () -> score(flaw));
                case "metrics" ->
                    Values.list(
                            json,
                            () -> Values.object(json, name -> {
                                if (name.equals("content")) {
                                    score(flaw);
                                }
                            }));
                default -> {
                    // notes, remediations, threats
                }
            }
        });
        flaw.named(title[0]);
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has neither a cve nor an id nor a title.");
        }
        boolean open = products.keySet().stream()
                .anyMatch(status -> status.endsWith("affected") && !status.endsWith("not affected")
                        || status.equals("under investigation"));
        boolean settled = !open && !products.isEmpty();
        sheet.add(
                flaw.names().getFirst(),
                flaw.severity(),
                products.isEmpty() ? "no product is named" : products.toString().replaceAll("[{}]", ""),
                settled ? Finding.State.SUPPRESSED : Finding.State.OPEN);
    }

    private void score(Flaw flaw) {
        Values.object(json, name -> {
            if (name.startsWith("cvss_v")) {
                Values.object(json, field -> {
                    if (field.equals("baseScore") && json.isNumber()) {
                        Double score = json.number("a score");
                        flaw.score(score == null ? -1 : score);
                    }
                });
            }
        });
    }

    private void inner(String wanted, Consumer<String> taken) {
        Values.object(json, name -> {
            if (name.equals(wanted)) {
                taken.accept(Values.text(json));
            }
        });
    }
}
