package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import java.util.ArrayList;
import java.util.Set;

/// `dotnet list package --vulnerable --format json` ([its
/// form](https://github.com/NuGet/Home/blob/dev/accepted/2022/DotnetListPackageMachineReadableJsonOutput.md)):
/// projects, their frameworks, and the packages of each that are vulnerable. The same command without
/// `--vulnerable` writes an inventory in the same form, which is no audit.
final class Dotnet {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private String parameters = "";
    private boolean listed;
    private int unaudited;

    private Dotnet(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "dotnet-list-json",
                "dotnet list package",
                new FormatPage(
                        "dotnet list package --vulnerable --format json",
                        "1",
                        "advisories with their GitHub names, package, resolved version, severity, by project; problems",
                        "frameworks; lists written without --vulnerable are refused",
                        "https://learn.microsoft.com/dotnet/core/tools/dotnet-package-list"),
                head -> Look.object(head, "projects", Set.of("parameters", "sources"), "\"frameworks\""),
                (json, sheet) -> new Dotnet(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "parameters" -> parameters = Values.text(json);
                case "projects" -> {
                    listed = true;
                    Values.entries(json, field, this::project);
                }
                case "problems" -> Values.list(json, this::problem);
                default -> {
                    // the form's number, sources
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of projects.");
        }
        if (!parameters.contains("--vulnerable") && sheet.listed() == 0) {
            throw new MalformedReport(
                    json.where(),
                    "This list of packages was written without --vulnerable: it says nothing of vulnerabilities.",
                    "Run `dotnet list package --vulnerable --include-transitive --format json`.");
        }
        if (!parameters.contains("--include-transitive")) {
            sheet.notes().add("Only direct dependencies were looked at: --include-transitive was not given.");
        }
        if (unaudited > 0) {
            sheet.notes().add(unaudited + " packages are listed without vulnerabilities.");
        }
    }

    private void project() {
        json.object("a project", field -> {
            if (field.equals("frameworks")) {
                Values.entries(json, field, () -> json.object("a framework", this::framework));
            }
        });
    }

    private void framework(String field) {
        if (field.equals("topLevelPackages") || field.equals("transitivePackages")) {
            Values.entries(json, field, this::packageOf);
        }
    }

    private void packageOf() {
        String[] place = {"", ""};
        var flaws = new ArrayList<Flaw>();
        json.object("a package", field -> {
            switch (field) {
                case "id" -> place[0] = Values.text(json);
                case "resolvedVersion" -> place[1] = Values.text(json);
                case "vulnerabilities" ->
                    Values.entries(json, field, () -> {
                        sheet.allowance().keep(400);
                        flaws.add(vulnerability());
                    });
                default -> {
                    // what was asked for
                }
            }
        });
        unaudited += flaws.isEmpty() ? 1 : 0;
        flaws.forEach(flaw -> sheet.add(flaw.in(place[0], place[1])));
    }

    private Flaw vulnerability() {
        var flaw = new Flaw();
        String[] address = {""};
        json.object("a vulnerability", field -> {
            switch (field) {
                case "severity" -> flaw.word(Values.text(json));
                case "advisoryurl", "advisoryUrl" -> address[0] = Values.text(json);
                default -> {
                    // nothing else is known
                }
            }
        });
        flaw.address(address[0]);
        if (flaw.nameless()) {
            flaw.named(address[0]);
        }
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no address of its advisory.");
        }
        return flaw;
    }

    private void problem() {
        String[] words = {"", "", ""};
        Values.object(json, field -> {
            switch (field) {
                case "project" -> words[0] = Values.text(json);
                case "level" -> words[1] = Values.text(json);
                case "text" -> words[2] = Values.text(json);
                default -> {
                    // nothing else is known
                }
            }
        });
        if (words[1].equals("error")) {
            sheet.skip(words[0].isEmpty() ? "a project" : words[0]);
            sheet.notes().add("The tool reports an error: «" + words[2] + "».");
        }
    }
}
