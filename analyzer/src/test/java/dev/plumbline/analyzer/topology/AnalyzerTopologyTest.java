package dev.plumbline.analyzer.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AnalyzerTopologyTest {
    private static final Pattern STORES = Pattern.compile("stores: \\[([^\\]]*)\\]");

    @Test
    void theTopologyIsTheOneThatWasMeant() throws IOException {
        var settings = new ScoringSettings(Rig.WINDOW, AnalyzerMeters.in(new SimpleMeterRegistry()));

        var described =
                sorted(AnalyzerTopology.build(Rig.TOPICS, settings).describe().toString());

        try (var golden = getClass().getResourceAsStream("topology.txt")) {
            assertThat(described.strip())
                    .isEqualTo(
                            new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /// Kafka lists the stores of a processor in no order of its own.
    private static String sorted(String description) {
        return STORES.matcher(description)
                .replaceAll(found -> "stores: ["
                        + String.join(
                                ", ",
                                Stream.of(found.group(1).split(", ")).sorted().toList())
                        + "]");
    }
}
