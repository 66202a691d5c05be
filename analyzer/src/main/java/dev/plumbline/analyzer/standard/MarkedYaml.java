package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A YAML document as JSON, with the place of every field. Refuses what JSON does not have (tags, keys that are no
/// text), duplicate keys, more than 50 aliases, aliases that unfold to more than 50,000 nodes, and more than 1 MiB.
public final class MarkedYaml {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NODES = 50_000;
    private static final int MAX_DEPTH = 40;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// @param line from 1
    /// @param column from 1
    private record Place(int line, int column) {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient @Nullable Place place;

        Refused(@Nullable Place place, String message) {
            super(message);
            this.place = place;
        }
    }

    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private JsonNode root = JSON.nullNode();
    private int nodes;

    private MarkedYaml(String file) {
        this.file = file;
    }

    public static MarkedYaml read(byte[] bytes, String file) throws StandardRefused {
        var document = new MarkedYaml(file);
        try {
            document.root = document.json(compose(bytes), "", 0);
            return document;
        } catch (Refused e) {
            throw new StandardRefused(List.of(document.problem(e.place, "", String.valueOf(e.getMessage()))));
        }
    }

    public JsonNode root() {
        return root;
    }

    /// {@return a problem at the field that a pointer names, or at the nearest one above it that is there}
    public StandardProblem problem(String pointer, String message) {
        String at = pointer;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
        }
        return problem(places.get(at), pointer, message);
    }

    private StandardProblem problem(@Nullable Place place, String pointer, String message) {
        return new StandardProblem(
                file, place == null ? 0 : place.line(), place == null ? 0 : place.column(), pointer, message);
    }

    private static Node compose(byte[] bytes) throws Refused {
        if (bytes.length > MAX_BYTES) {
            throw new Refused(null, "the file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read.");
        }
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var documents = new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                throw new Refused(null, "the file is empty.");
            }
            var first = documents.next();
            if (documents.hasNext()) {
                throw new Refused(place(documents.next().getStartMark()), "the file holds a second document.");
            }
            return first;
        } catch (CharacterCodingException e) {
            throw new Refused(null, "the file is not UTF-8.");
        } catch (MarkedYamlEngineException e) {
            throw new Refused(place(e.getProblemMark()), "the file is not YAML: " + sentence(e.getProblem()));
        } catch (YamlEngineException e) {
            throw new Refused(null, "the file is not YAML: " + sentence(e.getMessage()));
        }
    }

    private static String sentence(@Nullable String message) {
        String text = String.valueOf(message).strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static @Nullable Place place(Optional<Mark> mark) {
        return mark.map(it -> new Place(it.getLine() + 1, it.getColumn() + 1)).orElse(null);
    }

    private JsonNode json(Node node, String pointer, int depth) throws Refused {
        var place = place(node.getStartMark());
        if (++nodes > MAX_NODES) {
            throw new Refused(place, "the aliases of the file unfold to more than " + MAX_NODES + " nodes.");
        }
        if (depth > MAX_DEPTH) {
            throw new Refused(
                    place, "the file nests deeper than " + MAX_DEPTH + " levels, or an alias contains itself.");
        }
        if (place != null) {
            places.putIfAbsent(pointer, place);
        }
        return switch (node) {
            case MappingNode mapping -> object(mapping, pointer, depth);
            case SequenceNode sequence -> {
                var array = JSON.arrayNode();
                for (var item : sequence.getValue()) {
                    array.add(json(item, pointer + "/" + array.size(), depth + 1));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar, place);
            default -> throw new Refused(place, "an alias points nowhere.");
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) throws Refused {
        var object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            var place = place(entry.getKeyNode().getStartMark());
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)
                    || !scalar.getTag().equals(Tag.STR)) {
                throw new Refused(place, "a key must be a text.");
            }
            String key = scalar.getValue();
            if (object.has(key)) {
                throw new Refused(place, "the key «" + key + "» is there twice.");
            }
            String below = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
            object.set(key, json(entry.getValueNode(), below, depth + 1));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode node, @Nullable Place place) throws Refused {
        var tag = node.getTag();
        String text = node.getValue();
        try {
            if (tag.equals(Tag.STR)) {
                return JSON.textNode(text);
            } else if (tag.equals(Tag.INT)) {
                return JSON.numberNode(Long.parseLong(text));
            } else if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(new BigDecimal(text).doubleValue());
            } else if (tag.equals(Tag.BOOL)) {
                return JSON.booleanNode(Boolean.parseBoolean(text));
            } else if (tag.equals(Tag.NULL)) {
                return JSON.nullNode();
            }
        } catch (NumberFormatException e) {
            throw new Refused(place, "«" + text + "» is not a number that can be kept.");
        }
        throw new Refused(place, "the tag " + tag.getValue() + " is not read; write a text, number, list or mapping.");
    }
}
