package dev.plumbline.standalone.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A running installation, seen from the command line.
///
/// @param token empty for none
public record Server(URI address, String token) {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What it answered.
    public record Answer(int status, String body) {
        /// {@return the problem's detail and fix, or the body as it is}
        public String sentence() {
            try {
                JsonNode problem = JSON.readTree(body);
                String detail = problem.path("detail").asText("");
                String fix = problem.path("fix").asText("");
                return detail.isEmpty() ? body : fix.isEmpty() ? detail : detail + " " + fix;
            } catch (JsonProcessingException e) {
                return body;
            }
        }
    }

    /// @throws Refused when nobody answers
    public Answer put(String path, String contentType, byte[] body) {
        return send(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", contentType)
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    /// @throws Refused when nobody answers
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    /// @throws Refused when nobody answers
    public Answer delete(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).DELETE());
    }

    private Answer send(HttpRequest.Builder request) {
        request.timeout(TIMEOUT);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new Refused("Nobody answers at " + address + "; is «plumbline up» running there?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Interrupted while waiting for " + address + ".", e);
        }
    }
}
