package dev.plumbline.ingest.report.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// A large file from a small one of the same format: what repeats in it repeats more often.
final class Enlarged {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][A-Za-z0-9:_.-]*)(?:\\s[^>]*)?>");
    private static final int DEPTH = 3;

    private Enlarged() {}

    static byte[] to(int bytes, byte[] file) throws IOException {
        String text = new String(file, StandardCharsets.UTF_8);
        String start = text.stripLeading();
        int times = Math.max(1, bytes / Math.max(1, file.length));
        String enlarged = start.startsWith("<")
                ? xml(text, times)
                : start.startsWith("{") || start.startsWith("[") ? json(text, times) : text.repeat(times);
        return enlarged.getBytes(StandardCharsets.UTF_8);
    }

    private static String xml(String text, int times) {
        var root = ROOT.matcher(text);
        if (!root.find()) {
            return text;
        }
        int end = text.lastIndexOf("</" + root.group(1));
        return end < root.end()
                ? text
                : text.substring(0, root.end())
                        + text.substring(root.end(), end).repeat(times)
                        + text.substring(end);
    }

    private static String json(String text, int times) throws IOException {
        var values = new ArrayList<JsonNode>();
        try (var parser = JSON.createParser(text)) {
            for (JsonNode value = JSON.readTree(parser); value != null; value = JSON.readTree(parser)) {
                values.add(value);
            }
        }
        if (values.size() > 1) {
            return text.repeat(times);
        }
        var lists = new ArrayList<ArrayNode>();
        collect(values.getFirst(), 0, lists);
        lists.stream()
                .max(Comparator.comparingInt(list -> list.toString().length()))
                .ifPresent(list -> repeat(list, times));
        return values.getFirst().toString();
    }

    private static void repeat(ArrayNode list, int times) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        for (int i = 1; i < times; i++) {
            list.addAll(items);
        }
    }

    private static void collect(JsonNode node, int depth, List<ArrayNode> lists) {
        if (depth > DEPTH || !node.isContainerNode()) {
            return;
        }
        if (node instanceof ArrayNode list && !list.isEmpty()) {
            lists.add(list);
        }
        node.forEach(child -> collect(child, depth + 1, lists));
    }
}
