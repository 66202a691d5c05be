package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.Objects;

/// The mutation-testing JSON of Stryker, StrykerJS, Stryker.NET, Stryker4s, Infection and others
/// (definition:
/// [mutation-testing-report-schema](https://github.com/stryker-mutator/mutation-testing-elements/blob/master/packages/report-schema/src/mutation-testing-report-schema.json),
/// versions 1 to 3).
final class StrykerReader implements ReportReader {
    private static final int BYTES_PER_FILE = 120;

    @Override
    public Format format() {
        return new Format("stryker-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a mutation-testing report of Stryker's schema";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "StrykerJS, Stryker.NET, Stryker4s, Infection, Mutant",
                "schema 1 to 3",
                "mutants by status, tool and version",
                "sources, replacements, tests, thresholds",
                "https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.MUTATIONS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "schemaVersion", "files");
        return look instanceof Recognition.Match && !head.has("\"mutants\"") && !head.has("\"thresholds\"")
                ? Recognition.alike("its files have the field mutants, here none has")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var tally = new MutationTally();
        String[] tool = {"stryker", ""};
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "files" ->
                        json.object(name, path -> {
                            allowance.keep(BYTES_PER_FILE + 2L * path.length());
                            tally.file(path);
                            json.object("a file", field -> {
                                if (field.equals("mutants") && json.isArray()) {
                                    json.array(field, () -> mutant(json, tally));
                                } else if (field.equals("mutants")) {
                                    tally.notes().add("The mutants of " + Texts.shown(path, 60) + " are no list.");
                                }
                            });
                        });
                    case "framework" -> json.object(name, field -> framework(json, field, tool));
                    default -> {
                        // thresholds, configuration, tests
                    }
                }
            });
            json.end();
            tally.notes().replaced(json.replacedCharacters());
        }
        return tally.reading(this, input, ToolRuns.Stated.of(tool[0], tool[1].isEmpty() ? null : tool[1]));
    }

    private static void framework(JsonCursor json, String field, String[] tool) {
        String text = json.textOrNothing(60);
        if (text != null && !text.isBlank()) {
            switch (field) {
                case "name" -> tool[0] = Texts.shown(text, 60);
                case "version" -> tool[1] = Texts.shown(text, 60);
                default -> {
                    // branding
                }
            }
        }
    }

    private static void mutant(JsonCursor json, MutationTally tally) {
        String[] status = {""};
        json.object("a mutant", field -> {
            if (field.equals("status")) {
                status[0] = Objects.requireNonNullElse(json.text(field, 60), "");
            }
        });
        if (status[0].isEmpty()) {
            throw json.wrong("A mutant has no status.");
        }
        tally.add(status[0]);
    }
}
