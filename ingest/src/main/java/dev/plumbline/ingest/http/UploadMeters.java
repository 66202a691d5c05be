package dev.plumbline.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/// What operators see of uploads.
final class UploadMeters {

    /// How an upload ended.
    enum Result {
        ACCEPTED,
        REPEATED,
        REFUSED,
        UNAVAILABLE,
        FAILED;

        static Result ofStatus(int status) {
            return status >= 500 ? UNAVAILABLE : REFUSED;
        }
    }

    private final MeterRegistry meters;
    private final Timer seconds;
    private final Counter reportBytes;

    UploadMeters(MeterRegistry meters) {
        this.meters = meters;
        this.seconds = Timer.builder("plumbline.upload")
                .description("From the request's arrival to the broker's acknowledgement or the refusal, without ?wait")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(meters);
        this.reportBytes = Counter.builder("plumbline.report.bytes")
                .description("Bytes of the report files of accepted uploads")
                .register(meters);
        for (Result result : Result.values()) {
            uploads(result);
        }
    }

    void ended(Result result, Duration took) {
        uploads(result).increment();
        seconds.record(took);
    }

    /// @param reason the slug of the refusal's type, one of a dozen
    void refused(String reason) {
        Counter.builder("plumbline.uploads.refused")
                .description("Uploads that were refused, by the kind of refusal")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }

    void received(long bytes) {
        reportBytes.increment((double) bytes);
    }

    private Counter uploads(Result result) {
        return Counter.builder("plumbline.uploads")
                .description("Uploads by how they ended")
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
