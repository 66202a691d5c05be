package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.number;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.some;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.List;
import java.util.Set;

/// JSON coverage of Perl, R and Salesforce's Apex.
final class ScriptJson {
    private static final Set<String> APEX = Set.of("name", "totalLines", "lines", "totalCovered");

    private ScriptJson() {}

    static List<JsonCoverage> all() {
        return List.of(apex(), covr(), develCover());
    }

    /// The coverage of `sf apex run test`: classes with their lines, 1 for one that was run.
    private static JsonCoverage apex() {
        return new JsonCoverage(
                "apex-coverage-json",
                "apex",
                new FormatPage(
                        "sf apex run test --code-coverage: test-result-codecoverage.json",
                        "all",
                        "lines by class, declared totals",
                        "ids, percentages",
                        "https://developer.salesforce.com/docs/atlas.en-us.sfdx_cli_reference.meta/sfdx_cli_reference/cli_reference_apex_commands_unified.htm"),
                head -> {
                    if (!(head.shape() instanceof Shape.JsonArray array)) {
                        return Recognition.apart("it is a JSON array");
                    }
                    return array.itemFields().containsAll(APEX)
                            ? Recognition.MATCH
                            : Recognition.alike("its classes have the fields name, totalLines, lines and totalCovered,"
                                    + " here they have not");
                },
                (json, sheet) -> json.array("the report", () -> apexClass(json, sheet)));
    }

    private static void apexClass(JsonCursor json, CoverageSheet sheet) {
        String[] name = {""};
        var lines = new FileLines();
        json.object("a class", field -> {
            switch (field) {
                case "name" -> name[0] = text(json);
                case "totalLines" -> sheet.declare("linesTotal", number(json, field));
                case "totalCovered" -> sheet.declare("linesCovered", number(json, field));
                case "lines" ->
                    json.object(field, line -> {
                        if (!line.matches("\\d{1,9}")) {
                            throw json.wrong("The name of a line is not its number.");
                        }
                        sheet.keep(lines.add(Integer.parseInt(line), some(json, "a line"), 0, 0));
                    });
                default -> {
                    // the id, the percentage
                }
            }
        });
        if (name[0].isBlank()) {
            throw json.wrong("A class has no name.");
        }
        sheet.file(name[0]).lines(lines);
    }

    /// What R's covr sends to Codecov (codecov.R): hits by line, of which the first item stands for no line.
    private static JsonCoverage covr() {
        return new JsonCoverage(
                "covr-json",
                "covr",
                new FormatPage(
                        "covr: to_codecov",
                        "all",
                        "lines by file",
                        "the uploader",
                        "https://github.com/r-lib/covr/blob/main/R/codecov.R"),
                head -> Looks.fields(head, "uploader", "files"),
                (json, sheet) -> json.object("the report", field -> {
                    if (field.equals("files")) {
                        json.array(field, () -> covrFile(json, sheet));
                    }
                }));
    }

    private static void covrFile(JsonCursor json, CoverageSheet sheet) {
        String[] name = {""};
        var lines = new FileLines();
        json.object("a file", field -> {
            switch (field) {
                case "name" -> name[0] = text(json);
                case "coverage" -> {
                    int[] line = {-1};
                    json.array(field, () -> {
                        line[0]++;
                        if (line[0] > 0 && json.isNumber()) {
                            sheet.keep(lines.add(line[0], some(json, "a line"), 0, 0));
                        }
                    });
                }
                default -> {
                    // nothing else counts
                }
            }
        });
        if (name[0].isBlank()) {
            throw json.wrong("A file has no name.");
        }
        sheet.file(name[0]).lines(lines);
    }

    /// The JSON of Perl's Devel::Cover (Report/Json.pm): counts of each criterion by file; its total is left.
    private static JsonCoverage develCover() {
        return new JsonCoverage(
                "devel-cover-json",
                "devel::cover",
                new FormatPage(
                        "cover -report json",
                        "all",
                        "counts of statements, branches and subroutines by file",
                        "conditions, documentation, times, runs",
                        "https://metacpan.org/pod/Devel::Cover::Report::Json"),
                head -> Looks.object(
                        head,
                        Looks.fields(head, "runs", "summary") instanceof Recognition.Match
                                && Looks.has(head, "\"statement\"", "\"percentage\""),
                        "its summary counts statements by file, here it does not"),
                (json, sheet) -> {
                    sheet.counts("statements");
                    json.object("the report", field -> {
                        if (field.equals("summary")) {
                            json.object(field, path -> {
                                if (!path.equals("Total")) {
                                    sheet.file(path);
                                    json.object(path, criterion -> develCriterion(json, criterion, sheet));
                                }
                            });
                        }
                    });
                    sheet.notes()
                            .add("The report gives counts only: it cannot be united with other reports of the build.");
                });
    }

    private static void develCriterion(JsonCursor json, String criterion, CoverageSheet sheet) {
        String measure = switch (criterion) {
            case "statement" -> "statements";
            case "branch" -> "branches";
            case "subroutine" -> "methods";
            default -> "";
        };
        if (!measure.isEmpty() && json.isObject()) {
            json.object(criterion, figure -> {
                switch (figure) {
                    case "covered" -> sheet.count(measure + "Covered", number(json, figure));
                    case "total" -> sheet.count(measure + "Total", number(json, figure));
                    default -> {
                        // errors, percentages
                    }
                }
            });
        }
    }
}
