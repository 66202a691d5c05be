package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.BuildScored;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/// What the analyzer counts. Counters of a process: a record that is processed again after a failure counts again.
///
/// @param failedInARow dead letters since the last record that went well
public record AnalyzerMeters(
        Counter provisional,
        Counter finals,
        Counter changes,
        Counter repeated,
        Counter late,
        Counter deadLetters,
        AtomicInteger failedInARow) {

    public static AnalyzerMeters in(MeterRegistry registry) {
        return new AnalyzerMeters(
                scored(registry, "provisional"),
                scored(registry, "final"),
                counter(registry, "plumbline_changes_found_total", "Changes written, taken back ones included"),
                counter(registry, "plumbline_repeated_uploads_total", "Uploads that said nothing new"),
                counter(registry, "plumbline_late_uploads_total", "Uploads that came after their build was forgotten"),
                counter(registry, "plumbline_dead_letters_total", "Records that could not be processed"),
                new AtomicInteger());
    }

    private static Counter scored(MeterRegistry registry, String phase) {
        return Counter.builder("plumbline_builds_scored_total")
                .description("Revisions of builds that were scored")
                .tag("phase", phase)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void scored(BuildScored scored) {
        (scored.state().closed() ? finals : provisional).increment();
    }
}
