package dev.plumbline.http;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/// A refusal in the form of RFC 9457: what is wrong, where, and what to do. The caller reads every word of it.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final int status;
    private final String slug;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> members;

    private Problem(int status, String slug, String title, String detail, Map<String, Object> members) {
        super(status + " " + title + ": " + detail, null, false, false);
        this.status = status;
        this.slug = slug;
        this.title = title;
        this.detail = detail;
        this.members = members;
    }

    /// @param slug names the kind of problem for machines: the last part of its `type`
    /// @param detail a full sentence about this occurrence
    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Map.of());
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "Not found", detail);
    }

    public static Problem badRequest(String detail) {
        return of(400, "bad-request", "Bad request", detail);
    }

    /// The world behind us does not answer; the caller may try again.
    public static Problem unavailable(String detail) {
        return of(503, "unavailable", "Not available now", detail).with("retryAfterSeconds", 5);
    }

    /// This problem with a further member. A string or a whole number.
    public Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, detail, more);
    }

    public int status() {
        return status;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    public Map<String, Object> members() {
        return members;
    }

    String json() {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", "https://plumbline.dev/problems/" + slug);
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            for (var member : members.entrySet()) {
                switch (member.getValue()) {
                    case Integer number -> json.writeNumberField(member.getKey(), number);
                    case Long number -> json.writeNumberField(member.getKey(), number);
                    case Object other -> json.writeStringField(member.getKey(), other.toString());
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Writing JSON into memory must not fail.", e);
        }
        return text.toString();
    }
}
