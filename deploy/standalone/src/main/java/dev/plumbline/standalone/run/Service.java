package dev.plumbline.standalone.run;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.ingest.IngestApp;
import dev.plumbline.ingest.IngestConfig;
import dev.plumbline.reporter.ReporterApp;
import dev.plumbline.reporter.ReporterConfig;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.Locale;

/// The services, in the order in which a build passes them.
public enum Service {
    INGEST {
        @Override
        Part start(Plan plan, Connection connection, MeterRegistry meters) {
            var config = IngestConfig.of(
                    connection.kafka(), connection.topics(), plan.data().folder("ingest"));
            try {
                var app = IngestApp.start(config, meters);
                return new Part(this, app.routes(), app.health(), app::close);
            } catch (IOException e) {
                throw new Refused("ingest cannot use its folder «" + config.data() + "» (" + Reason.of(e) + ")", e);
            }
        }
    },
    ANALYZER {
        @Override
        Part start(Plan plan, Connection connection, MeterRegistry meters) {
            var state = plan.data().folder("analyzer");
            var config = connection.embedded()
                    ? AnalyzerConfig.embedded(
                            connection.kafka(),
                            connection.topics(),
                            state,
                            plan.judging().threads())
                    : AnalyzerConfig.cluster(
                            connection.kafka(),
                            connection.topics(),
                            state,
                            plan.judging().threads());
            var app = AnalyzerApp.start(config.tolerating(plan.judging().tolerance()), meters);
            return new Part(this, app.routes(), app.health(), app::close);
        }
    },
    REPORTER {
        @Override
        Part start(Plan plan, Connection connection, MeterRegistry meters) {
            var plain = ReporterConfig.of(connection.kafka(), connection.topics());
            var config = plan.webhook().map(plain::withWebhook).orElse(plain);
            var app = ReporterApp.start(config, meters);
            return new Part(this, app.routes(), app.health(), app::close);
        }
    };

    abstract Part start(Plan plan, Connection connection, MeterRegistry meters);

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
