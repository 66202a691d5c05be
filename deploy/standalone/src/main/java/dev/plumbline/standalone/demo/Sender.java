package dev.plumbline.standalone.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.standalone.client.Multipart;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Sends the demo's catalog entries and builds, as any client would.
final class Sender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ObjectMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI server;
    private final String token;
    private final Organisation organisation;

    Sender(URI server, String token, Organisation organisation) {
        this.server = server;
        this.token = token;
        this.organisation = organisation;
    }

    void register(Organisation.Repository repository) throws IOException, InterruptedException {
        ObjectNode entry = json.createObjectNode();
        entry.put("name", repository.name());
        ArrayNode parts = entry.putArray("parts");
        for (var part : repository.parts()) {
            parts.addObject()
                    .put("component", part.component())
                    .put("team", repository.team())
                    .put("system", repository.system())
                    .set("subject", json.valueToTree(part.subject()));
        }
        String path = "/api/v1/catalog/" + URLEncoder.encode(repository.id(), StandardCharsets.UTF_8);
        send(request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(entry.toString()))
                .build());
    }

    void upload(DemoBuild build) throws IOException, InterruptedException {
        Multipart multipart = multipart(build);
        send(request("/api/v1/builds")
                .header("Content-Type", multipart.contentType())
                .POST(multipart.publisher())
                .build());
    }

    private Multipart multipart(DemoBuild build) throws IOException {
        var multipart = new Multipart().part("build", "application/json", json.writeValueAsBytes(buildPart(build)));
        for (var report : build.reports()) {
            multipart.part(report.partName(), "application/octet-stream", Samples.report(report.file()));
        }
        return multipart;
    }

    private ObjectNode buildPart(DemoBuild build) {
        ObjectNode part = json.createObjectNode();
        part.putObject("repository")
                .put("id", build.repository().id())
                .put("name", build.repository().name())
                .put("component", build.part().component());
        String run = String.valueOf(1_000 + build.number());
        part.put(
                "commit",
                Digest.ofText(build.repository().id() + "/" + run).hex().substring(0, 40));
        part.put("branch", "main").put("defaultBranch", true).put("run", run).put("attempt", 1);
        part.put("startedAt", build.finishedAt().minusSeconds(240).toString());
        part.put("finishedAt", build.finishedAt().toString());
        part.put("receivedAt", build.finishedAt().plusSeconds(5).toString());
        part.put("complete", true);
        part.set("subject", json.valueToTree(build.part().subject()));
        ArrayNode reports = part.putArray("reports");
        for (var report : build.reports()) {
            ObjectNode entry =
                    reports.addObject().put("part", report.partName()).put("kind", report.kind());
            var tool = organisation.tools().get(report.kind());
            if (tool != null) {
                ObjectNode toolRun = entry.putObject("tool").put("name", tool.name());
                if (tool.version() != null) {
                    toolRun.put("version", tool.version());
                }
                toolRun.put("finishedAt", build.finishedAt().minusSeconds(30).toString());
            }
        }
        return part;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
    }

    private void send(HttpRequest request) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "The demo's own " + request.method() + " " + request.uri().getPath()
                            + " must be accepted; the answer was " + response.statusCode() + " " + response.body());
        }
    }
}
