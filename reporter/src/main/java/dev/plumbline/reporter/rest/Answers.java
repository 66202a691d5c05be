package dev.plumbline.reporter.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.http.Reply;

/// View records as JSON. Absent values are written as null: a reader sees that something is unknown.
final class Answers {
    private static final ObjectWriter JSON = JsonMapper.builder().build().writer();

    private Answers() {}

    static Reply json(Object view) {
        return Reply.json(200, bytes(view));
    }

    static byte[] bytes(Object view) {
        try {
            return JSON.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every view must have a JSON form; " + view.getClass() + " has none.", e);
        }
    }
}
