package dev.plumbline.reporter.notify;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/// Posts to the destination. Five seconds; no redirects; of the answer only the status is looked at, its body is never
/// read.
final class Webhook implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI destination;

    Webhook(URI destination) {
        this.destination = destination;
    }

    URI destination() {
        return destination;
    }

    /// {@return why the destination did not take it; empty when it did}
    Optional<String> post(String deliveryId, byte[] json) {
        var request = HttpRequest.newBuilder(destination)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Plumbline")
                .header("Plumbline-Delivery", deliveryId)
                .header("Idempotency-Key", deliveryId)
                .POST(HttpRequest.BodyPublishers.ofByteArray(json))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode() / 100 == 2
                    ? Optional.empty()
                    : Optional.of("it answered " + response.statusCode());
        } catch (IOException e) {
            return Optional.of("it could not be reached: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("stopped while waiting for it");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
