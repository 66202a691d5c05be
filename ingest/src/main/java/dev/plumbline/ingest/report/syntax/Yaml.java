package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The one place where YAML parsers are made. A document becomes JSON on the same lines, and is read as such: what JSON
/// does not have is refused, and the limits of JSON hold. An alias stands for a copy of what its anchor named, which
/// counts against the length of a document; a merge key (`<<`) is a field like others.
public final class Yaml {
    /// Descriptions that people write; they are held in memory, unlike reports.
    private static final int DOCUMENT_CHARS = 8 * 1024 * 1024;

    private static final String FIX = "Write the document as plain YAML or as JSON.";

    private final Allowance allowance;
    private final StringBuilder json = new StringBuilder();
    private final boolean[] mapping = new boolean[Limits.DEPTH + 1];
    private final boolean[] value = new boolean[Limits.DEPTH + 1];
    private final int[] entries = new int[Limits.DEPTH + 1];
    private final int[] starts = new int[Limits.DEPTH + 1];
    private final @Nullable Anchor[] anchors = new @Nullable Anchor[Limits.DEPTH + 1];
    private final Map<String, String> anchored = new HashMap<>();
    private long kept;
    private int depth;
    private int line;
    private int documents;

    private Yaml(Allowance allowance) {
        this.allowance = allowance;
    }

    /// The caller closes the cursor, which stands on the root value.
    public static JsonCursor open(Content content, Allowance allowance) throws IOException {
        var yaml = new Yaml(allowance);
        yaml.read(content);
        byte[] bytes = yaml.json.toString().getBytes(StandardCharsets.UTF_8);
        allowance.keep(bytes.length);
        return Json.open(Content.of(bytes), allowance);
    }

    private void read(Content content) throws IOException {
        InputStream in = content.open();
        byte[] head = in.readNBytes(512);
        var encoding = Encoding.of(head);
        var settings = LoadSettings.builder().setCodePointLimit(DOCUMENT_CHARS).build();
        try (var characters = new DecodingReader(encoding.whole(head, in), encoding.charset())) {
            for (Event event : new Parse(settings).parseReader(characters)) {
                allowance.step();
                take(event);
            }
        } catch (MarkedYamlEngineException e) {
            throw refused(
                    e.getProblemMark().map(Yaml::place).orElse(Where.WHOLE), "The YAML cannot be read: " + problem(e));
        } catch (YamlEngineException e) {
            throw refused(Where.WHOLE, "The YAML cannot be read: " + problem(e));
        }
    }

    private static String problem(YamlEngineException e) {
        String problem = e instanceof MarkedYamlEngineException marked ? marked.getProblem() : e.getMessage();
        return Texts.firstLine(String.valueOf(problem), 200) + ".";
    }

    private void take(Event event) {
        Mark mark = event.getStartMark().orElse(null);
        Where where = mark == null ? Where.WHOLE : place(mark);
        switch (event) {
            case DocumentStartEvent _ -> {
                if (++documents > 1) {
                    throw refused(where, "The file holds several YAML documents.");
                }
            }
            case AliasEvent alias -> alias(alias, mark, where);
            case MappingStartEvent map -> start(true, map.getAnchor().orElse(null), mark, where);
            case SequenceStartEvent list -> start(false, list.getAnchor().orElse(null), mark, where);
            case MappingEndEvent _ -> end('}');
            case SequenceEndEvent _ -> end(']');
            case ScalarEvent scalar -> scalar(scalar, mark);
            default -> {
                // beginning and end of the stream, comments
            }
        }
    }

    /// The copy has no ends of lines, so that what follows stays on its own line.
    private void alias(AliasEvent alias, @Nullable Mark mark, Where where) {
        String copy = anchored.get(alias.getAlias().getValue());
        if (copy == null) {
            throw refused(where, "The YAML refers to an anchor that is not there, or that is not complete yet.");
        }
        if (isKey() && copy.charAt(0) != '"') {
            throw refused(where, "A key of the YAML is not a text.");
        }
        separate(mark);
        put(copy);
        done();
    }

    private void anchor(@Nullable Anchor anchor, int from) {
        if (anchor != null) {
            String copy = json.substring(from).replace("\n", "");
            kept += copy.length();
            if (kept > DOCUMENT_CHARS) {
                throw refused(
                        Where.WHOLE, "The anchors of the document hold more than " + DOCUMENT_CHARS + " characters.");
            }
            anchored.put(anchor.getValue(), copy);
        }
    }

    private void start(boolean map, @Nullable Anchor anchor, @Nullable Mark mark, Where where) {
        if (depth == Limits.DEPTH) {
            throw refused(where, "The YAML lies more than " + Limits.DEPTH + " structures deep.");
        }
        if (isKey()) {
            throw refused(where, "A key of the YAML is not a text.");
        }
        separate(mark);
        starts[depth + 1] = json.length();
        anchors[depth + 1] = anchor;
        put(map ? "{" : "[");
        depth++;
        mapping[depth] = map;
        value[depth] = false;
        entries[depth] = 0;
    }

    private void end(char bracket) {
        depth--;
        put(String.valueOf(bracket));
        anchor(anchors[depth + 1], starts[depth + 1]);
        done();
    }

    private boolean isKey() {
        return depth > 0 && mapping[depth] && !value[depth];
    }

    /// Commas, colons, and the ends of lines that make each value stand on its own line.
    private void separate(@Nullable Mark mark) {
        if (depth > 0 && mapping[depth] && value[depth]) {
            put(":");
        } else if (depth > 0 && entries[depth]++ > 0) {
            put(",");
        }
        while (mark != null && line < mark.getLine()) {
            line++;
            put("\n");
        }
    }

    /// A key is followed by its value, a value by the next key.
    private void done() {
        value[depth] = depth > 0 && mapping[depth] && !value[depth];
    }

    private void scalar(ScalarEvent scalar, @Nullable Mark mark) {
        boolean key = isKey();
        separate(mark);
        int from = json.length();
        String text = scalar.getValue();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN && !key;
        boolean word = plain && (text.equals("true") || text.equals("false"));
        boolean nothing = plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        if (word) {
            put(text);
        } else if (nothing) {
            put("null");
        } else {
            quoted(text);
        }
        anchor(scalar.getAnchor().orElse(null), from);
        done();
    }

    private void quoted(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        put("\"");
    }

    private void put(String text) {
        json.append(text);
        if (json.length() > 2 * DOCUMENT_CHARS) {
            throw refused(Where.WHOLE, "The document is longer than " + DOCUMENT_CHARS + " characters.");
        }
    }

    private static MalformedReport refused(Where where, String what) {
        return new MalformedReport(where, what, FIX);
    }

    private static Where place(Mark mark) {
        return new Where.Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
