package dev.plumbline.reporter.metrics;

import static dev.plumbline.reporter.Sample.FAIL;
import static dev.plumbline.reporter.Sample.MISSING;
import static dev.plumbline.reporter.Sample.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.Cause;
import dev.plumbline.reporter.Log;
import dev.plumbline.reporter.Sample;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ReporterMetricsTest {
    private static final Sample BEFORE = Sample.of("acme/payments", "1");
    private static final Sample WORSE =
            Sample.of("acme/payments", "2").after(Duration.ofHours(1)).outcomes(FAIL, PASS, PASS);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void theReadModelIsShownUnderTheDocumentedNames() {
        var log = new Log()
                .catalogued(Sample.owned("acme/payments", "money"))
                .scored(BEFORE, WORSE)
                .changed(WORSE.regression(Cause.CODE, "1"));

        String text = shown(log, ReporterMetrics.SERIES);

        assertThat(text)
                .contains("plumbline_compliance_score_ratio{component=\".\",repository=\"acme/payments\","
                        + "standard=\"backend-engineer-python\",team=\"money\"} 0.75")
                .contains("plumbline_compliance_confidence_ratio{component=\".\",repository=\"acme/payments\","
                        + "standard=\"backend-engineer-python\",team=\"money\"} 1.0")
                .contains("plumbline_rule_outcomes{outcome=\"FAIL\",rule=\"py.test.coverage\","
                        + "standard=\"backend-engineer-python\"} 1.0")
                .contains(
                        "plumbline_repository_last_final_timestamp_seconds{repository=\"acme/payments\",team=\"money\"} "
                                + (double) WORSE.at().getEpochSecond())
                .contains("plumbline_repository_dark{repository=\"acme/payments\",team=\"money\"} 0.0")
                .contains("plumbline_open_regressions{cause=\"CODE\",rule=\"py.test.coverage\",team=\"money\"} 1.0")
                .contains("plumbline_regressions_total{cause=\"CODE\",rule=\"py.test.coverage\",team=\"money\"} 1.0")
                .contains("plumbline_metrics_dropped_series 0.0");
    }

    @Test
    void anUnknownScoreHasNoSample() {
        String text = shown(new Log().scored(BEFORE.outcomes(MISSING, MISSING, MISSING)), ReporterMetrics.SERIES);

        assertThat(text).doesNotContain("plumbline_compliance_score_ratio{");
        assertThat(text).contains("plumbline_compliance_confidence_ratio{").contains("team=\"unowned\"");
    }

    @Test
    void aChangeOfOwnershipMovesNoCount() {
        var log = new Log()
                .catalogued(Sample.owned("acme/payments", "money"))
                .scored(BEFORE, WORSE)
                .changed(WORSE.regression(Cause.CODE, "1"));
        var metrics = new ReporterMetrics(registry, ReporterMetrics.SERIES, Duration.ofDays(14));
        metrics.show(log.picture(), Sample.NOON);

        log.catalogued(Sample.owned("acme/payments", "core"));
        metrics.show(log.picture(), Sample.NOON);
        metrics.show(log.picture(), Sample.NOON);

        assertThat(registry.scrape())
                .contains("plumbline_regressions_total{cause=\"CODE\",rule=\"py.test.coverage\",team=\"money\"} 1.0")
                .doesNotContain("plumbline_regressions_total{cause=\"CODE\",rule=\"py.test.coverage\",team=\"core\"}")
                .contains("plumbline_open_regressions{cause=\"CODE\",rule=\"py.test.coverage\",team=\"core\"} 1.0")
                .doesNotContain("plumbline_open_regressions{cause=\"CODE\",rule=\"py.test.coverage\",team=\"money\"}");
    }

    @Test
    void seriesBeyondTheLimitAreDroppedAndCounted() {
        var log = new Log();
        for (int i = 0; i < 20; i++) {
            log.scored(Sample.of("acme/r" + i, "run" + i));
        }

        // 3 of rules; 4 of each of 20 repositories
        String text = shown(log, 10);

        assertThat(text).contains("plumbline_metrics_dropped_series 73.0").contains("plumbline_rule_outcomes{");
    }

    @Test
    void labelsArePrintableAndNeverEmpty() {
        assertThat(Samples.label("a\nb\u0000c")).isEqualTo("a b c");
        assertThat(Samples.label("  ")).isEqualTo("none");
        assertThat(Samples.label("x".repeat(500))).hasSize(200);
    }

    private String shown(Log log, int limit) {
        new ReporterMetrics(registry, limit, Duration.ofDays(14))
                .show(log.picture(), Sample.NOON.plus(Duration.ofHours(2)));
        return registry.scrape();
    }
}
