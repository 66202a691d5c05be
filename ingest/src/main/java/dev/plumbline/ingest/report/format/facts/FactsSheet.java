package dev.plumbline.ingest.report.format.facts;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FactsEvidence.Project;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.ToolRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Takes one file of facts in. Everything in it is bounded, because anybody can write such a file.
final class FactsSheet {
    /// The field by which the format is known; it holds the version of the form.
    static final String MARK = "plumbline-facts";

    private static final int FORM = 1;
    private static final int NAMES = 1_000;
    private static final int SETTINGS = 300;
    private static final int WORD_CHARS = 200;
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*){1,5}");

    private static final Set<String> API = Stream.of(
                    Fact.API_DOCUMENTS,
                    Fact.API_OPERATIONS,
                    Fact.API_UNVERSIONED,
                    Fact.API_OPEN,
                    Fact.API_UNDESCRIBED,
                    Fact.API_SCHEMAS)
            .map(Fact::id)
            .collect(Collectors.toUnmodifiableSet());

    private final JsonCursor json;
    private final Notes notes = new Notes();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<Position>> samples = new TreeMap<>();
    private final Map<String, Integer> files = new TreeMap<>();
    private final List<String> headings = new ArrayList<>();
    private final Map<String, String> settings = new TreeMap<>();
    private final List<String> dependencies = new ArrayList<>();
    private @Nullable Integer form;
    private String tool = "plumbline";
    private @Nullable String version;

    FactsSheet(JsonCursor json) {
        this.json = json;
    }

    Reading reading(ReportReader reader, ReportInput input) {
        json.object("the document", this::field);
        json.end();
        if (form == null || form != FORM) {
            throw json.wrong("The field " + MARK + " says " + form + "; this version of plumbline reads " + FORM + ".");
        }
        if (counts.isEmpty()) {
            throw json.wrong("The document counts nothing.");
        }
        notes.replaced(json.replacedCharacters());
        var run = ToolRuns.joined(
                new ToolRuns.Stated(tool, version, ToolRun.Success.SUCCEEDED, null, null, null),
                input.declared().tool());
        var source = reader.source(input, run, notes);
        var evidence = new FactsEvidence(
                Kind.FACTS,
                source,
                new TreeMap<>(counts),
                new TreeMap<>(samples),
                new Project(new TreeMap<>(files), headings, new TreeMap<>(settings), dependencies));
        var figures = Figures.builder()
                .put("facts", counts.size())
                .put("files", counts.getOrDefault("files.total", 0))
                .put("dependencies", dependencies.size());
        var api = api();
        return new Reading(
                api == null ? List.of(evidence) : List.of(evidence, new ApiEvidence(Kind.API, source, api)),
                List.of(),
                figures.build());
    }

    /// What the descriptions of APIs in the tree say is evidence of the API too: what an upload of them
    /// would be.
    private @Nullable ApiTotals api() {
        boolean stated = counts.keySet().containsAll(API);
        if (!stated || count(Fact.API_DOCUMENTS) == 0) {
            return null;
        }
        int operations = count(Fact.API_OPERATIONS);
        return new ApiTotals(
                operations,
                operations - Math.min(operations, count(Fact.API_UNVERSIONED)),
                operations - Math.min(operations, count(Fact.API_OPEN)),
                operations - Math.min(operations, count(Fact.API_UNDESCRIBED)),
                count(Fact.API_SCHEMAS));
    }

    private int count(Fact fact) {
        return counts.getOrDefault(fact.id(), 0);
    }

    private void field(String name) {
        switch (name) {
            case MARK -> form = json.whole(name);
            case "tool" -> json.object(name, this::tool);
            case "files" -> json.object(name, language -> count(files, shown(language)));
            case "counts" -> json.object(name, id -> count(counts, id(id)));
            case "samples" -> json.object(name, this::places);
            case "headings" -> texts(name, headings, Project.HEADINGS_LIMIT);
            case "settings" -> json.object(name, this::setting);
            case "dependencies" -> texts(name, dependencies, Project.DEPENDENCIES_LIMIT);
            default -> {
                // of a later form
            }
        }
    }

    private void tool(String field) {
        switch (field) {
            case "name" -> tool = word(field, tool);
            case "version" -> version = word(field, "");
            default -> {
                // of a later form
            }
        }
    }

    private void count(Map<String, Integer> into, String name) {
        Integer count = json.whole(name);
        if (count == null || count < 0) {
            throw json.wrong("The count of " + name + " is " + count + ", not a whole number from 0.");
        }
        if (into.size() >= NAMES) {
            throw json.wrong("The document counts more than " + NAMES + " things.");
        }
        into.put(name, count);
    }

    private void places(String name) {
        var places = new ArrayList<Position>();
        json.array(name, () -> {
            if (places.size() < FactsEvidence.SAMPLE_LIMIT) {
                places.add(place());
            }
        });
        if (samples.size() >= NAMES) {
            throw json.wrong("The document has places of more than " + NAMES + " things.");
        }
        samples.put(id(name), places);
    }

    private Position place() {
        var texts = new String[] {"", ""};
        int[] line = new int[1];
        json.object("a place", field -> {
            switch (field) {
                case "path" -> texts[0] = ReportPath.of(word(field, ""));
                case "line" -> line[0] = Math.max(0, orZero(json.whole(field)));
                case "what" -> texts[1] = word(field, "");
                default -> {
                    // of a later form
                }
            }
        });
        return new Position(texts[0], line[0], texts[1]);
    }

    private void setting(String name) {
        String value = word(name, "");
        if (settings.size() < SETTINGS) {
            settings.put(shown(name), value);
        } else {
            notes.add("Of the settings " + SETTINGS + " are kept.");
        }
    }

    private void texts(String what, List<String> into, int limit) {
        json.array(what, () -> {
            if (into.size() < limit) {
                into.add(word(what, ""));
            } else {
                notes.add("Of the " + what + " " + limit + " are kept.");
            }
        });
    }

    private String id(String name) {
        if (name.length() > WORD_CHARS || !ID.matcher(name).matches()) {
            throw json.wrong("«" + shown(name) + "» is not the id of a fact, such as python.routes.total.");
        }
        return name;
    }

    private String word(String what, String otherwise) {
        String text = json.text(what, 2 * WORD_CHARS);
        return text == null ? otherwise : shown(text);
    }

    private static String shown(String text) {
        return Texts.shown(text, WORD_CHARS);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
