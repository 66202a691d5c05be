package dev.plumbline.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// What was collected of a working tree, and the file that says so.
///
/// @param files language → number of sources
/// @param headings of the README
/// @param settings of tools
public record Facts(
        Tally tally,
        Map<String, Integer> files,
        List<String> headings,
        Map<String, String> settings,
        List<String> dependencies) {
    /// Version of the form that {@link #write} writes.
    public static final int FORM = 1;

    public int count(Fact fact) {
        return tally.count(fact);
    }

    public List<Position> places(Fact fact) {
        return tally.places(fact);
    }

    /// Writes the file: the same tree always gives the same bytes.
    ///
    /// @param version of the program that collected
    public void write(OutputStream out, String version) throws IOException {
        var lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (var json = new JsonFactory().createGenerator(out).setPrettyPrinter(lines)) {
            json.writeStartObject();
            json.writeNumberField("plumbline-facts", FORM);
            json.writeObjectFieldStart("tool");
            json.writeStringField("name", "plumbline");
            json.writeStringField("version", version);
            json.writeEndObject();
            counts(json, "files", files);
            counts(json, "counts", tally.counts());
            json.writeObjectFieldStart("samples");
            for (var fact : tally.places().entrySet()) {
                places(json, fact.getKey(), fact.getValue());
            }
            json.writeEndObject();
            texts(json, "headings", headings);
            json.writeObjectFieldStart("settings");
            for (var setting : settings.entrySet()) {
                json.writeStringField(setting.getKey(), setting.getValue());
            }
            json.writeEndObject();
            texts(json, "dependencies", dependencies);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void counts(JsonGenerator json, String name, Map<String, Integer> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void places(JsonGenerator json, String fact, List<Position> places) throws IOException {
        json.writeArrayFieldStart(fact);
        for (var place : places) {
            json.writeStartObject();
            json.writeStringField("path", place.path());
            json.writeNumberField("line", place.line());
            json.writeStringField("what", place.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
