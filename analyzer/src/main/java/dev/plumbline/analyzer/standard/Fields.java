package dev.plumbline.analyzer.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads values out of a document that its schema has accepted.
final class Fields {
    private Fields() {}

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(it -> texts.add(it.textValue()));
        return texts;
    }

    static String text(JsonNode object, String name) {
        return object.path(name).asText("");
    }

    static <E extends Enum<E>> E word(Class<E> type, JsonNode node) {
        return Enum.valueOf(type, node.asText().toUpperCase(Locale.ROOT));
    }

    static ClauseRef clause(JsonNode node) {
        return new ClauseRef(
                text(node, "section"), node.path("number").intValue(), text(node, "digest"), text(node, "quote"));
    }

    static Parameter.Value value(JsonNode node) {
        return switch (node.getNodeType()) {
            case NUMBER ->
                node.isIntegralNumber()
                        ? new Parameter.Value.Whole(node.longValue())
                        : new Parameter.Value.Fraction(node.doubleValue());
            case BOOLEAN -> new Parameter.Value.Flag(node.booleanValue());
            case ARRAY -> new Parameter.Value.Texts(texts(node));
            case STRING -> new Parameter.Value.Text(node.textValue());
            case OBJECT, NULL, MISSING, BINARY, POJO ->
                throw new IllegalStateException("The schema must admit values only, not " + node.getNodeType() + ".");
        };
    }

    static Parameter.Value span(JsonNode node) {
        return new Parameter.Value.Span(Duration.parse(node.textValue()));
    }
}
