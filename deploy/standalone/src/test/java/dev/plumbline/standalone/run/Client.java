package dev.plumbline.standalone.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.standalone.client.Multipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/// A user's client, for tests.
record Client(HttpClient http, URI server) {
    Client(URI server) {
        this(HttpClient.newHttpClient(), server);
    }

    /// Sends one complete build with the given report files.
    HttpResponse<String> upload(String name, int run, String wait, Map<String, byte[]> reports)
            throws IOException, InterruptedException {
        return uploadOf("\"name\": \"%s\"".formatted(name), run, wait, reports);
    }

    /// @param repository the fields of the build's repository
    HttpResponse<String> uploadOf(String repository, int run, String wait, Map<String, byte[]> reports)
            throws IOException, InterruptedException {
        String build = """
                {"repository": {%s}, "commit": "%040x", "run": "%d", "complete": true}""".formatted(repository, run, run);
        var body = new Multipart().part("build", "application/json", build.getBytes(StandardCharsets.UTF_8));
        reports.forEach((part, bytes) -> body.part(part, "application/octet-stream", bytes));
        return http.send(
                HttpRequest.newBuilder(server.resolve("/api/v1/builds" + wait))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", body.contentType())
                        .POST(body.publisher())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JsonMapper.builder().build().readTree(answer.body());
    }
}
