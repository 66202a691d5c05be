package dev.plumbline.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.wire.TopicManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReporterAppTest {
    @Test
    void aStartThatFailsHalfWayLeavesNoThreadBehind() {
        // a producer takes that, a consumer does not
        var kafka = Map.of("bootstrap.servers", "127.0.0.1:1", "max.poll.records", "none");
        var before = Thread.getAllStackTraces().keySet();

        assertThatThrownBy(() -> ReporterApp.start(
                        ReporterConfig.of(kafka, TopicManifest.embedded()), new SimpleMeterRegistry()))
                .hasMessageContaining("max.poll.records");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("plumbline-reporter"));
    }
}
