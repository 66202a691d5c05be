package dev.plumbline.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/// One request to a route, with its path variables and its authenticated caller.
public final class Call {
    private final Request request;
    private final Map<String, String> path;
    private final Principal principal;
    private final Fields query;

    Call(Request request, Map<String, String> path, Principal principal) {
        this.request = request;
        this.path = path;
        this.principal = principal;
        this.query = Request.extractQueryParameters(request);
    }

    /// {@return a variable of the route's template, percent-decoded}
    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no variable «" + name + "».");
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.getValue(name)).filter(value -> !value.isEmpty());
    }

    /// {@return a whole number from the query}
    public int queryInt(String name, int otherwise, int min, int max) {
        return query(name).map(text -> wholeNumber(name, text, min, max)).orElse(otherwise);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    public String contentType() {
        return header("Content-Type").orElse("");
    }

    public Principal principal() {
        return principal;
    }

    /// The whole body; more than `maxBytes` is refused with 413.
    public byte[] body(int maxBytes) {
        try (InputStream in = bodyStream()) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw Problem.of(413, "too-large", "Too large", "The body has more than " + maxBytes + " bytes.")
                        .with("limitBytes", maxBytes);
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.badRequest("The body ended before its declared length.");
        }
    }

    public InputStream bodyStream() {
        return Content.Source.asInputStream(request);
    }

    /// For what only Jetty offers, such as multipart parsing.
    public Request request() {
        return request;
    }

    private static int wholeNumber(String name, String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with numbers out of range
        }
        throw Problem.badRequest(
                        "Query parameter «" + name + "» must be a whole number from " + min + " to " + max + ".")
                .with("parameter", name);
    }
}
