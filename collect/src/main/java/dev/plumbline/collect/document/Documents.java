package dev.plumbline.collect.document;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Looks through YAML and JSON files for documents that say something of the project. Those of tests are
/// left out.
public final class Documents {
    /// What people write is smaller; a description of a large API that a program wrote is not.
    static final int CHARS = 8 << 20;
    private static final int OTHER_CHARS = 1 << 20;
    private static final Set<String> ENDINGS = Set.of("yaml", "yml", "json");
    private static final ObjectMapper JSON = JsonMapper.builder(new JsonFactoryBuilder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(YamlTree.DEPTH)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .build();

    private final ApiFacts apis;
    private final ServiceLevels levels;

    public Documents(Tally tally) {
        apis = new ApiFacts(tally);
        levels = new ServiceLevels(tally);
    }

    /// Looks at one file; one that is no YAML or JSON is passed over.
    public void see(SourcePath at, Path file, long bytes) {
        if (!ENDINGS.contains(at.extension()) || at.inTestFolder() || bytes > (named(at) ? CHARS : OTHER_CHARS)) {
            return;
        }
        String text = text(file);
        if (ApiFacts.mayBe(text) || ServiceLevels.mayBe(text)) {
            for (JsonNode document : at.extension().equals("json") ? json(text) : YamlTree.of(text)) {
                apis.see(at, document);
                levels.see(at, document);
            }
        }
    }

    private static boolean named(SourcePath at) {
        String stem = at.stem().toLowerCase(Locale.ROOT);
        return stem.startsWith("openapi") || stem.startsWith("swagger");
    }

    private static List<JsonNode> json(String text) {
        try {
            return List.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // says nothing
        }
    }
}
