package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;

/// The snapshots of dependencies that tools submit to GitHub ([its
/// definition](https://docs.github.com/en/rest/dependency-graph/dependency-submission)): resolved packages by manifest.
/// It has no licences.
final class GithubSnapshotReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("github-dependency-snapshot");
    }

    @Override
    public String title() {
        return "a snapshot of dependencies for GitHub";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Gradle, Maven and Scala submission actions, component-detection, Syft -o github-json",
                "0",
                "packages with package URLs by manifest; numbers of manifests and of dependencies between packages",
                "the job, metadata, scopes",
                "https://docs.github.com/en/rest/dependency-graph/dependency-submission");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "detector", "manifests");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new InventorySheet("GitHub dependency snapshot", allowance);
        List.of("files", "dependencies").forEach(sheet::applies);
        boolean[] listed = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the snapshot", field -> {
                switch (field) {
                    case "version" -> sheet.version(json.isNumber() ? String.valueOf(json.whole(field)) : null);
                    case "scanned" -> sheet.created(json.textOrNothing(InventorySheet.NAME_CHARS));
                    case "detector" -> detector(json, sheet);
                    case "manifests" -> {
                        listed[0] = true;
                        json.object(field, _ -> manifest(json, sheet));
                    }
                    default -> {
                        // job, commit, branch
                    }
                }
            });
            json.end();
            if (!listed[0]) {
                throw json.wrong("The snapshot has no manifests.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        var source = sheet.source(this, input);
        return Reading.of(sheet.evidence(source), sheet.figures().build());
    }

    private static void detector(JsonCursor json, InventorySheet sheet) {
        String[] words = {"", ""};
        json.object("the detector", field -> {
            String text = json.textOrNothing(InventorySheet.NAME_CHARS);
            switch (field) {
                case "name" -> words[0] = text == null ? "" : text;
                case "version" -> words[1] = text == null ? "" : text;
                default -> {
                    // its address
                }
            }
        });
        sheet.tool(words[0], words[1]);
    }

    private static void manifest(JsonCursor json, InventorySheet sheet) {
        sheet.count("files");
        json.object("a manifest", field -> {
            if (field.equals("resolved")) {
                json.object(field, name -> resolved(json, name, sheet));
            }
        });
    }

    /// Without a package URL the key names the package.
    private static void resolved(JsonCursor json, String name, InventorySheet sheet) {
        String[] purl = {""};
        json.object("a package", field -> {
            switch (field) {
                case "package_url" -> {
                    String text = json.textOrNothing(InventorySheet.REFERENCE_CHARS);
                    purl[0] = text == null ? "" : text;
                }
                case "dependencies" -> json.array(field, () -> sheet.count("dependencies"));
                default -> {
                    // relationship, scope
                }
            }
        });
        sheet.component(InventorySheet.key(purl[0], null, name, null), List.of());
    }
}
