package dev.plumbline.reporter.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;

/// The gauges, by their Micrometer names; Prometheus shows dots as underscores.
enum Family {
    SCORE(
            "plumbline.compliance.score.ratio",
            "Score of the newest final scorecard, 0 to 1; no sample where it is unknown",
            ""),
    CONFIDENCE(
            "plumbline.compliance.confidence.ratio",
            "Share of the applicable weight that rests on evidence, 0 to 1",
            ""),
    OUTCOMES(
            "plumbline.rule.outcomes", "Components with this outcome of this rule on their newest final scorecard", ""),
    LAST_FINAL("plumbline.repository.last.final.timestamp", "When the newest build closed", "seconds"),
    DARK("plumbline.repository.dark", "1 where no build closed for longer than the reporter's limit, else 0", ""),
    OPEN_REGRESSIONS(
            "plumbline.open.regressions",
            "Regressions that the newest final builds of the default branches still show",
            "");

    private final String metric;
    private final String description;
    private final String unit;

    Family(String metric, String description, String unit) {
        this.metric = metric;
        this.description = description;
        this.unit = unit;
    }

    MultiGauge register(MeterRegistry meters) {
        var builder = MultiGauge.builder(metric).description(description);
        return (unit.isEmpty() ? builder : builder.baseUnit(unit)).register(meters);
    }
}
