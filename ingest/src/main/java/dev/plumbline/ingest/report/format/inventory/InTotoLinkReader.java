package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.function.Consumer;

/// Link metadata of in-toto ([its specification](https://github.com/in-toto/specification/blob/master/in-toto-spec.md),
/// 4.4): what a step used and what it made. It is known and evidence of nothing.
final class InTotoLinkReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("in-toto-link");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an in-toto link";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "in-toto-run, in-toto-record, witness",
                "0.9 and 1",
                "numbers of materials and products",
                "hashes, commands, signatures, which are not verified",
                "https://github.com/in-toto/specification/blob/master/in-toto-spec.md");
    }

    @Override
    public boolean canBe(Kind kind) {
        return false;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "signed", "signatures");
        return look instanceof Recognition.Match && !Looks.has(head, "\"materials\"", "\"products\"")
                ? Recognition.alike("what is signed has materials and products, here it has not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var notes = new Notes();
        int[] counts = new int[2];
        String[] type = {""};
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the link", field -> {
                if (field.equals("signed")) {
                    json.object(field, name -> {
                        switch (name) {
                            case "_type" -> type[0] = String.valueOf(json.textOrNothing(60));
                            case "materials" -> artefacts(json, _ -> counts[0]++);
                            case "products" -> artefacts(json, _ -> counts[1]++);
                            default -> {
                                // command, environment
                            }
                        }
                    });
                }
            });
            json.end();
            if (!type[0].equals("link")) {
                throw json.wrong("What is signed is not a link.");
            }
            notes.replaced(json.replacedCharacters());
        }
        notes.add("The signature was not verified.");
        var tool = input.declared().tool();
        var stated = ToolRuns.Stated.of(tool.name() == null ? "in-toto" : tool.name(), null);
        var aside = new Aside(
                source(input, ToolRuns.joined(stated, tool), notes),
                "This is an in-toto link, which is evidence of nothing here.",
                "Send the reports themselves, or an attestation of test results or of a bill of materials.");
        return Reading.of(
                aside,
                Figures.builder()
                        .put("materials", counts[0])
                        .put("subjects", counts[1])
                        .build());
    }

    private static void artefacts(JsonCursor json, Consumer<String> artefact) {
        if (json.isObject()) {
            json.object("the artefacts", artefact);
        }
    }
}
