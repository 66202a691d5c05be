package dev.plumbline.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The answer of a route.
///
/// @param body writes the body; called once, on the request's own thread
public record Reply(int status, Map<String, String> headers, Body body) {
    /// Members of a problem that clients also find in a header.
    private static final Map<String, String> HEADERS = Map.of("retryAfterSeconds", "Retry-After", "allow", "Allow");

    /// Writes a body as it is made. Flush to send what there is.
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Reply json(int status, byte[] json) {
        return bytes(status, "application/json", json);
    }

    public static Reply json(int status, String json) {
        return json(status, json.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply html(int status, String html) {
        return bytes(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply text(int status, String text) {
        return bytes(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply bytes(int status, String contentType, byte[] bytes) {
        byte[] copy = bytes.clone();
        return new Reply(
                status,
                Map.of("Content-Type", contentType, "Content-Length", String.valueOf(copy.length)),
                out -> out.write(copy));
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), _ -> {});
    }

    /// An answer of unknown length, such as server-sent events.
    public static Reply stream(String contentType, Body body) {
        return new Reply(200, Map.of("Content-Type", contentType), body);
    }

    static Reply problem(Problem problem) {
        Reply reply = bytes(
                problem.status(), "application/problem+json", problem.json().getBytes(StandardCharsets.UTF_8));
        if (problem.status() == 401) {
            reply = reply.header("WWW-Authenticate", "Bearer realm=\"plumbline\"");
        }
        for (var header : HEADERS.entrySet()) {
            Object value = problem.members().get(header.getKey());
            if (value != null) {
                reply = reply.header(header.getValue(), value.toString());
            }
        }
        return reply;
    }

    public Reply header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
