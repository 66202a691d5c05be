package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.Samples;
import dev.plumbline.model.evidence.EvidenceReceived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Jackson's own reading of the same records is what ours is held against.
class RecordReaderTest {
    private static final ObjectMapper LIBRARY = Json.mapper();
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final JsonNode SAMPLE = tree(Codec.EVIDENCE_RECEIVED.encode(Samples.upload()));
    /// Any field is an entry of a map.
    private static final Set<String> MAPS = Set.of("settings", "licences", "counts", "samples", "files");

    private static JsonNode sample() {
        return SAMPLE.deepCopy();
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return PLAIN.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<EvidenceReceived> read(ObjectMapper mapper, JsonNode tree) {
        try {
            return Optional.of(mapper.readValue(tree.toString(), EvidenceReceived.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Test
    void theSampleReadsAlike() {
        assertThat(read(Json.MAPPER, sample()))
                .isEqualTo(read(LIBRARY, sample()))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfFieldsDoesNotMatter(long seed) {
        var shuffled = shuffled(sample(), new Random(seed));

        assertThat(shuffled.toString()).isNotEqualTo(sample().toString());
        assertThat(read(Json.MAPPER, shuffled)).contains(Samples.upload());
    }

    @Test
    void withoutAnyOneFieldItReadsOrIsRefusedAlike() {
        int refused = 0;
        for (int field = 0; field < fields(sample()).size(); field++) {
            var tree = sample();
            var place = fields(tree).get(field);
            place.of().remove(place.name());

            var ours = read(Json.MAPPER, tree);

            assertThat(ours).as("without %s", place.name()).isEqualTo(read(LIBRARY, tree));
            refused += ours.isEmpty() ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void fieldsOfALaterVersionAreIgnoredEverywhere() {
        var tree = sample();
        for (var place : fields(tree)) {
            place.of()
                    .set(
                            "later-" + place.name(),
                            PLAIN.createObjectNode()
                                    .set("a", PLAIN.createArrayNode().add(1)));
        }

        assertThat(read(Json.MAPPER, tree)).isEqualTo(read(LIBRARY, tree)).isPresent();
    }

    @Test
    void aValueOfAnotherTypeReadsOrIsRefusedAlike() {
        for (int field = 0; field < fields(sample()).size(); field++) {
            for (var other : List.of("7", "-1.5", "true", "\"x\"", "[]", "{}", "[[1]]", "99999999999999999999")) {
                var tree = sample();
                var place = fields(tree).get(field);
                place.of().set(place.name(), tree(other.getBytes(StandardCharsets.UTF_8)));

                assertThat(read(Json.MAPPER, tree))
                        .as("%s: %s", place.name(), other)
                        .isEqualTo(read(LIBRARY, tree));
            }
        }
    }

    /// Where the library hands null to a component that must be there, ours says what is missing.
    @Test
    void nullIsAsGoodAsAbsent() {
        for (int field = 0; field < fields(sample()).size(); field++) {
            var without = sample();
            var place = fields(without).get(field);
            place.of().remove(place.name());
            var empty = sample();
            var same = fields(empty).get(field);
            same.of().putNull(same.name());

            assertThat(read(Json.MAPPER, empty)).as("null as %s", place.name()).isEqualTo(read(Json.MAPPER, without));
        }
    }

    @Test
    void whatComesTwiceIsRefused() {
        var text = sample().toString()
                .replaceFirst("\\{", "{\"id\":\"" + Samples.upload().id().value() + "\",");

        assertThatThrownBy(() -> Codec.EVIDENCE_RECEIVED.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("'id' comes twice");
    }

    private record Place(ObjectNode of, String name) {}

    private static List<Place> fields(JsonNode tree) {
        var fields = new ArrayList<Place>();
        tree.properties().forEach(field -> {
            fields.add(new Place((ObjectNode) tree, field.getKey()));
            if (!MAPS.contains(field.getKey())) {
                fields.addAll(fields(field.getValue()));
            }
        });
        if (tree.isArray()) {
            tree.forEach(child -> fields.addAll(fields(child)));
        }
        return fields;
    }

    private static JsonNode shuffled(JsonNode tree, Random random) {
        if (tree instanceof ArrayNode array) {
            var copy = PLAIN.createArrayNode();
            array.forEach(child -> copy.add(shuffled(child, random)));
            return copy;
        }
        if (!(tree instanceof ObjectNode object)) {
            return tree;
        }
        var children = new TreeMap<String, JsonNode>();
        object.properties().forEach(field -> children.put(field.getKey(), shuffled(field.getValue(), random)));
        var names = new ArrayList<>(children.keySet());
        Collections.shuffle(names, random);
        var copy = PLAIN.createObjectNode();
        names.forEach(name -> copy.set(name, children.get(name)));
        return copy;
    }
}
