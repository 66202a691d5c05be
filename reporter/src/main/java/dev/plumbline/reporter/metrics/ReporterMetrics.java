package dev.plumbline.reporter.metrics;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.Kept;
import dev.plumbline.reporter.projection.OutcomeCounts;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import dev.plumbline.reporter.projection.Standing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps the registry in step with the read model. One thread at a time.
public final class ReporterMetrics {
    /// The usual limit of series; beyond it series are dropped and counted.
    public static final int SERIES = 50_000;

    private final MeterRegistry meters;
    private final int limit;
    private final Duration darkAfter;
    private final Map<Family, MultiGauge> gauges = new EnumMap<>(Family.class);
    private final Map<Counted, Long> counted = new HashMap<>();
    private final AtomicInteger dropped = new AtomicInteger();
    private final Map<Tags, Counter> counters = new HashMap<>();
    private int droppedCounters;

    private record Counted(RepositoryId repository, RepositoryState.Regression regression) {}

    private record Open(String team, RuleId rule, Cause cause) {
        String key() {
            return team + "\n" + rule + "\n" + cause;
        }
    }

    public ReporterMetrics(MeterRegistry meters, int limit, Duration darkAfter) {
        this.meters = meters;
        this.limit = limit;
        this.darkAfter = darkAfter;
        for (Family family : Family.values()) {
            gauges.put(family, family.register(meters));
        }
        Gauge.builder("plumbline.metrics.dropped.series", dropped, AtomicInteger::get)
                .description("Series left out because the limit of series is reached")
                .strongReference(true)
                .register(meters);
    }

    /// Shows a picture that is known to be current: a counter that counted half of the log would jump.
    public void show(ReadModel model, Instant now) {
        var samples = new Samples(limit);
        outcomes(model, samples);
        openRegressions(model, samples);
        model.byName().forEach(repository -> repository(repository, now, samples));
        gauges.forEach((family, gauge) -> gauge.register(samples.rows(family), true));
        count(model);
        dropped.set(samples.dropped() + droppedCounters);
    }

    private static void outcomes(ReadModel model, Samples samples) {
        OutcomeCounts.of(model)
                .counts()
                .forEach((key, counts) -> counts.forEach((word, count) -> samples.add(
                        Family.OUTCOMES,
                        count,
                        "standard",
                        key.standard().value(),
                        "rule",
                        key.rule().value(),
                        "outcome",
                        word.name())));
    }

    private static void openRegressions(ReadModel model, Samples samples) {
        var open = new HashMap<Open, Integer>();
        for (Change change : model.openRegressions()) {
            RepositoryState repository =
                    model.repositories().get(change.build().key().repository());
            String team = repository == null
                    ? RepositoryState.UNOWNED
                    : repository.team(change.build().key().component());
            open.merge(new Open(team, change.rule(), change.cause()), 1, Integer::sum);
        }
        var sorted = new TreeMap<String, Open>();
        open.keySet().forEach(key -> sorted.put(key.key(), key));
        sorted.values()
                .forEach(key -> samples.add(
                        Family.OPEN_REGRESSIONS,
                        open.getOrDefault(key, 0),
                        "team",
                        key.team(),
                        "rule",
                        key.rule().value(),
                        "cause",
                        key.cause().name()));
    }

    private void repository(RepositoryState repository, Instant now, Samples samples) {
        String name = repository.name().value();
        samples.add(
                Family.DARK, repository.dark(now, darkAfter) ? 1 : 0, "repository", name, "team", teams(repository));
        Instant closed = repository.lastClosed();
        if (closed != null) {
            samples.add(
                    Family.LAST_FINAL, closed.toEpochMilli() / 1_000.0, "repository", name, "team", teams(repository));
        }
        repository
                .components()
                .values()
                .forEach(component -> component.cards().stream()
                        .filter(card -> Standing.counts(card.step()))
                        .forEach(card -> scorecard(repository, component, card, samples)));
    }

    private static void scorecard(
            RepositoryState repository, ComponentState component, Kept.Card card, Samples samples) {
        Component path = component.component();
        String[] labels = {
            "repository", repository.name().value(),
            "component", path.path(),
            "team", repository.team(path),
            "standard", card.standard().id().value()
        };
        if (card.marks().score() instanceof Score.Known(int basisPoints)) {
            samples.add(Family.SCORE, basisPoints / 10_000.0, labels);
        }
        samples.add(Family.CONFIDENCE, card.marks().confidence() / 10_000.0, labels);
    }

    /// What is new since the last picture is added under the team that owns the component now: a change of
    /// ownership moves no count from one team to another.
    private void count(ReadModel model) {
        model.repositories()
                .values()
                .forEach(repository -> repository.regressions().forEach((regression, total) -> {
                    long before = counted.getOrDefault(new Counted(repository.id(), regression), 0L);
                    if (total > before) {
                        counted.put(new Counted(repository.id(), regression), total);
                        add(repository.team(regression.component()), regression, total - before);
                    }
                }));
    }

    private void add(String team, RepositoryState.Regression regression, long more) {
        var tags = Samples.tags(
                "team",
                team,
                "rule",
                regression.rule().value(),
                "cause",
                regression.cause().name());
        if (!counters.containsKey(tags) && counters.size() == limit) {
            droppedCounters++;
            return;
        }
        counters.computeIfAbsent(
                        tags,
                        _ -> Counter.builder("plumbline.regressions")
                                .description("Regressions seen on the log, by the team that owned the component")
                                .tags(tags)
                                .register(meters))
                .increment((double) more);
    }

    private static String teams(RepositoryState repository) {
        return String.join(",", repository.teams());
    }
}
