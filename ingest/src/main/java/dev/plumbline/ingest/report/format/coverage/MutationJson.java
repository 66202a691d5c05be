package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.text;

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
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// Reads the JSON of one tool that makes mutants, other than Stryker's schema: Infection, cargo-mutants.
///
/// @param look at the beginning of a file
record MutationJson(String name, String tool, FormatPage page, Function<Head, Recognition> look, Body body)
        implements ReportReader {
    private static final int BYTES_PER_FILE = 120;

    /// Takes the value on which the cursor stands, the whole file.
    @FunctionalInterface
    interface Body {
        void read(JsonCursor json, MutationTally tally, Allowance allowance);
    }

    static List<ReportReader> all() {
        return List.of(infection(), cargoMutants());
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a report of mutants (" + name + ")";
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.MUTATIONS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return look.apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var tally = new MutationTally();
        try (var json = Json.open(input.content(), allowance)) {
            body.read(json, tally, allowance);
            json.end();
            tally.notes().replaced(json.replacedCharacters());
        }
        String said = input.declared().tool().name();
        return tally.reading(this, input, ToolRuns.Stated.of(said == null ? tool : said, null));
    }

    /// Infection's Logger/JsonLogger.php: a list for each status.
    private static MutationJson infection() {
        return new MutationJson(
                "infection-json",
                "infection",
                new FormatPage(
                        "Infection's json log",
                        "0.13 and later",
                        "mutants by status, files",
                        "diffs, output, its own percentages",
                        "https://infection.github.io/guide/usage.html#Logs"),
                head -> Looks.object(
                        head,
                        Looks.fields(head, "stats").equals(Recognition.MATCH)
                                && Looks.has(head, "\"totalMutantsCount\""),
                        "it has stats with totalMutantsCount, here it has not"),
                (json, tally, allowance) -> json.object("the report", list -> {
                    String status = infectionStatus(list);
                    if (!status.isEmpty()) {
                        json.array(list, () -> {
                            tally.add(status);
                            infectionMutant(json, tally, allowance);
                        });
                    }
                }));
    }

    private static String infectionStatus(String list) {
        return switch (list) {
            case "killed", "killedByStaticAnalysis" -> "killed";
            case "escaped" -> "survived";
            case "timeouted" -> "timeout";
            case "errored" -> "runtimeerror";
            case "syntaxErrors" -> "compileerror";
            case "uncovered" -> "nocoverage";
            case "ignored", "skipped" -> "ignored";
            default -> "";
        };
    }

    private static void infectionMutant(JsonCursor json, MutationTally tally, Allowance allowance) {
        json.object("a mutant", field -> {
            if (field.equals("mutator")) {
                json.object(field, part -> {
                    if (part.equals("originalFilePath")) {
                        file(text(json), tally, allowance);
                    }
                });
            }
        });
    }

    private static void file(String path, MutationTally tally, Allowance allowance) {
        if (!path.isEmpty() && tally.file(path)) {
            allowance.keep(BYTES_PER_FILE + 2L * path.length());
        }
    }

    /// cargo-mutants' outcomes.json: a scenario each, of which the baseline is no mutant.
    private static MutationJson cargoMutants() {
        return new MutationJson(
                "cargo-mutants-json",
                "cargo-mutants",
                new FormatPage(
                        "cargo mutants: mutants.out/outcomes.json",
                        "all",
                        "mutants by outcome, files",
                        "phases, logs, replacements",
                        "https://mutants.rs/mutants-out.html"),
                head -> Looks.object(
                        head,
                        Looks.fields(head, "outcomes").equals(Recognition.MATCH) && Looks.has(head, "\"scenario\""),
                        "its outcomes have a scenario, here they have not"),
                (json, tally, allowance) -> json.object("the report", field -> {
                    if (field.equals("outcomes")) {
                        json.array(field, () -> cargoMutant(json, tally, allowance));
                    }
                }));
    }

    private static void cargoMutant(JsonCursor json, MutationTally tally, Allowance allowance) {
        boolean[] mutant = new boolean[1];
        String[] summary = {""};
        json.object("an outcome", field -> {
            switch (field) {
                case "scenario" -> {
                    if (json.isObject()) {
                        mutant[0] = true;
                        json.object(
                                field,
                                kind -> json.object(kind, part -> {
                                    if (part.equals("file")) {
                                        file(text(json), tally, allowance);
                                    }
                                }));
                    }
                }
                case "summary" -> summary[0] = text(json);
                default -> {
                    // phases, logs
                }
            }
        });
        if (mutant[0]) {
            tally.add(
                    switch (summary[0]) {
                        case "CaughtMutant" -> "killed";
                        case "MissedMutant" -> "survived";
                        case "Timeout" -> "timeout";
                        case "Unviable" -> "compileerror";
                        case "Failure" -> "runtimeerror";
                        case "Success" -> "ignored";
                        default -> summary[0];
                    });
        }
    }
}
