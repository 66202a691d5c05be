package dev.plumbline.standalone.run;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.ingest.IngestApp;
import dev.plumbline.ingest.IngestConfig;
import dev.plumbline.reporter.ReporterApp;
import dev.plumbline.reporter.ReporterConfig;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.util.Locale;

/// The services, in the order in which a build passes them.
public enum Service {
    INGEST {
        @Override
        Part start(Plan plan, Ground ground) {
            var config = IngestConfig.of(
                    ground.connection().kafka(),
                    ground.connection().topics(),
                    plan.data().folder("ingest"));
            try {
                var app = IngestApp.start(config, ground.meters());
                return new Part(this, app.routes(), app.health(), app::close);
            } catch (IOException e) {
                throw new Refused("ingest cannot use its folder «" + config.data() + "» (" + Reason.of(e) + ")", e);
            }
        }
    },
    ANALYZER {
        @Override
        Part start(Plan plan, Ground ground) {
            var state = plan.data().folder("analyzer");
            var config = ground.connection().embedded()
                    ? AnalyzerConfig.embedded(
                            ground.connection().kafka(),
                            ground.connection().topics(),
                            state,
                            plan.judging().threads())
                    : AnalyzerConfig.cluster(
                            ground.connection().kafka(),
                            ground.connection().topics(),
                            state,
                            plan.judging().threads());
            var app = AnalyzerApp.start(
                    config.tolerating(plan.judging().tolerance()),
                    ground.meters(),
                    ground.preparation().get());
            return new Part(this, app.routes(), app.health(), app::close);
        }
    },
    REPORTER {
        @Override
        Part start(Plan plan, Ground ground) {
            var plain = ReporterConfig.of(
                    ground.connection().kafka(), ground.connection().topics());
            var config = plan.webhook().map(plain::withWebhook).orElse(plain);
            var app = ReporterApp.start(config, ground.meters());
            return new Part(this, app.routes(), app.health(), app::close);
        }
    };

    abstract Part start(Plan plan, Ground ground);

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
