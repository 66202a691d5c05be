package dev.plumbline.reporter;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Tokens;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.decide.CatalogPublisher;
import dev.plumbline.reporter.decide.DecisionPublisher;
import dev.plumbline.reporter.rest.EventStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Serves the pages with made-up data, to look at them: `ShowPages <port>`; with a second argument `why` of one
/// repository with exceptions, with any other of an empty log.
final class ShowPages {
    private static final String[] NAMES = {
        "acme/payments", "acme/ledger", "acme/checkout-web", "acme/fraud-scoring", "acme/search/indexer",
                "acme/search/api",
        "acme/notifications", "acme/identity", "acme/shop", "acme/tax-rules", "acme/data-lake", "acme/legacy-billing"
    };
    private static final String[] TEAMS = {"payments", "search", "platform"};

    private ShowPages() {}

    public static void main(String[] arguments) {
        Log log = arguments.length < 2 ? organisation() : arguments[1].equals("why") ? Why.log() : new Log();
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        var routes = ReporterApp.routes(
                log.pictures(Sample.NOON.plus(Duration.ofHours(3))),
                new EventStream(),
                new CatalogPublisher(producer, TopicManifest.embedded()),
                new DecisionPublisher(producer, () -> producer, TopicManifest.embedded()));
        var config = new HttpConfig(HttpConfig.LOOPBACK, Integer.parseInt(arguments[0]), Tokens.none(), 1 << 20);
        HttpServer server = HttpServer.start(config, routes);
        System.out.println("http://127.0.0.1:" + server.port() + "/");
    }

    private static Log organisation() {
        var log = new Log()
                .published(Sample.published(
                        "Backend engineer (Python)",
                        "Write tests for the lines that no test runs; start with the places above."));
        var random = new Random(7);
        for (int i = 0; i < NAMES.length; i++) {
            log.catalogued(Sample.owned(NAMES[i], TEAMS[i % 3]));
            int builds = i == 11 ? 0 : 14;
            for (int b = 0; b < builds; b++) {
                Duration ago = Duration.ofDays(-6L * (builds - 1 - b) - (i == 10 ? 30 : 0))
                        .minusMinutes(17L * i);
                boolean bad = random.nextInt(100) < 14 + 5 * i || (i == 0 && b >= 12);
                log.scored(Sample.of(NAMES[i], "run-" + i + "-" + b)
                        .after(ago)
                        .step(i % 4 == 0 ? Step.GATE : Step.WARN)
                        .outcomes(
                                bad ? Sample.FAIL : Sample.PASS,
                                random.nextInt(100) < 6 * i ? Sample.FAIL : Sample.PASS,
                                i % 5 == 1 ? Sample.MISSING : i == 7 ? Sample.NOT_APPLICABLE : Sample.PASS));
            }
        }
        var worse = Sample.of("acme/payments", "run-0-12")
                .after(Duration.ofDays(-6))
                .outcomes(Sample.FAIL, Sample.PASS, Sample.PASS);
        log.changed(worse.regression(Cause.CODE, "run-0-11"));
        log.changed(Sample.of("acme/identity", "run-7-9")
                .after(Duration.ofDays(-24))
                .recovery("run-7-8"));
        log.scored(Sample.of("acme/shop", "shop-api")
                .component("services/api")
                .outcomes(Sample.PASS, Sample.FAIL, Sample.PASS));
        log.scored(Sample.of("acme/shop", "shop-pr").change("412").after(Duration.ofHours(1)));
        log.scored(Sample.of("acme/payments", "still-open")
                .after(Duration.ofHours(2))
                .open()
                .outcomes(Sample.PASS, Sample.PASS, new Outcome.Pending(List.of(Kind.AUDIT))));
        return log;
    }
}
