package dev.plumbline.collect.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Makes trees of the documents of one YAML file. Values are texts. What an alias stands for counts anew,
/// so that a small file cannot become a large tree; a merge key (`<<`) is a field like others.
final class YamlTree {
    static final int DEPTH = 64;
    private static final int NODES = 500_000;
    private static final JsonNodeFactory NODE = JsonNodeFactory.instance;

    private final List<JsonNode> documents = new ArrayList<>();
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Map<Anchor, Anchored> anchored = new HashMap<>();
    private int nodes;

    /// @param size how many nodes it has
    private record Anchored(JsonNode node, int size) {}

    /// A structure that is not complete yet.
    private static final class Open {
        private final JsonNode node;
        private final Optional<Anchor> anchor;
        private final int from;
        private @Nullable String key;

        Open(JsonNode node, Optional<Anchor> anchor, int from) {
            this.node = node;
            this.anchor = anchor;
            this.from = from;
        }
    }

    private YamlTree() {}

    /// {@return a tree of each document; none where the file is no YAML or goes beyond the bounds}
    static List<JsonNode> of(String text) {
        var tree = new YamlTree();
        var settings = LoadSettings.builder().setCodePointLimit(Documents.CHARS).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                if (++tree.nodes > NODES || !tree.take(event)) {
                    return List.of();
                }
            }
        } catch (YamlEngineException e) {
            return List.of();
        }
        return tree.documents;
    }

    /// {@return whether it is within the bounds}
    private boolean take(Event event) {
        switch (event) {
            case MappingStartEvent map -> open.push(new Open(NODE.objectNode(), map.getAnchor(), nodes));
            case SequenceStartEvent list -> open.push(new Open(NODE.arrayNode(), list.getAnchor(), nodes));
            case MappingEndEvent _, SequenceEndEvent _ -> close(open.pop());
            case ScalarEvent scalar -> {
                var node = nothing(scalar) ? NODE.nullNode() : NODE.textNode(scalar.getValue());
                scalar.getAnchor().ifPresent(anchor -> anchored.put(anchor, new Anchored(node, 1)));
                put(node);
            }
            case AliasEvent alias -> {
                var meant = anchored.get(alias.getAlias());
                if (meant == null) {
                    return false;
                }
                nodes += meant.size();
                put(meant.node());
            }
            default -> {
                // beginnings and ends of documents
            }
        }
        return open.size() <= DEPTH;
    }

    private static boolean nothing(ScalarEvent scalar) {
        String text = scalar.getValue();
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    private void close(Open done) {
        done.anchor.ifPresent(anchor -> anchored.put(anchor, new Anchored(done.node, nodes - done.from)));
        put(done.node);
    }

    private void put(JsonNode node) {
        Open holder = open.peek();
        switch (holder == null ? null : holder.node) {
            case null -> documents.add(node);
            case ArrayNode list -> list.add(node);
            case ObjectNode object -> {
                String key = holder.key;
                holder.key = key == null ? node.asText() : null;
                if (key != null) {
                    object.set(key, node);
                }
            }
            default -> throw new IllegalStateException("only lists and objects hold others: " + holder.node);
        }
    }
}
