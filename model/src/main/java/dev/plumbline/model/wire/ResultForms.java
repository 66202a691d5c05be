package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes the results of rules, which are most of what the analyzer writes: by hand, in the form that
/// reading by the records' declarations expects. What a rule says in each of its results is escaped once
/// and copied from then on: where bytes are written, in one piece, see {@link ResultHeads}.
final class ResultForms {
    /// Rules of a standard say a few sentences each; what comes beyond so many is written like any other
    /// text.
    private static final int REPEATED = 8_192;

    private static final int REPEATED_LENGTH = 400;
    private static final Map<String, SerializableString> ESCAPED = new ConcurrentHashMap<>();

    private static final SerializableString RULE = new SerializedString("rule");
    private static final SerializableString DIGEST = new SerializedString("digest");
    private static final SerializableString RATING = new SerializedString("rating");
    private static final SerializableString KEYWORD = new SerializedString("keyword");
    private static final SerializableString SEVERITY = new SerializedString("severity");
    private static final SerializableString WEIGHT = new SerializedString("weight");
    private static final SerializableString LEVEL = new SerializedString("level");
    private static final SerializableString OUTCOME = new SerializedString("outcome");
    private static final SerializableString WAIVED = new SerializedString("waived");
    private static final SerializableString EXPECTED = new SerializedString("expected");
    private static final SerializableString FOUND = new SerializedString("found");
    private static final SerializableString REASON = new SerializedString("reason");
    private static final SerializableString AWAITED = new SerializedString("awaited");
    private static final SerializableString ASSERTION = new SerializedString("assertion");
    private static final SerializableString CREDIT = new SerializedString("credit");
    private static final SerializableString WHERE = new SerializedString("where");
    private static final SerializableString PATH = new SerializedString("path");
    private static final SerializableString LINE = new SerializedString("line");
    private static final SerializableString MESSAGE = new SerializedString("message");

    private ResultForms() {}

    static final class OfResult extends JsonSerializer<RuleResult> {
        @Override
        public void serialize(RuleResult result, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (ResultHeads.write(result, json)) {
                return;
            }
            json.writeStartObject();
            repeated(json, RULE, result.rule().value());
            repeated(json, DIGEST, result.digest());
            var rating = result.rating();
            json.writeFieldName(RATING);
            json.writeStartObject();
            repeated(json, KEYWORD, rating.keyword().name());
            repeated(json, SEVERITY, rating.severity().name());
            json.writeFieldName(WEIGHT);
            json.writeNumber(rating.weight());
            repeated(json, LEVEL, rating.level().name());
            json.writeEndObject();
            json.writeFieldName(OUTCOME);
            write(json, result.outcome());
            json.writeFieldName(WAIVED);
            json.writeBoolean(result.waived());
            json.writeEndObject();
        }
    }

    static final class OfOutcome extends JsonSerializer<Outcome> {
        @Override
        public void serialize(Outcome outcome, JsonGenerator json, SerializerProvider provider) throws IOException {
            write(json, outcome);
        }

        /// The case stands in the outcome as its first property, whoever asks.
        @Override
        public void serializeWithType(
                Outcome outcome, JsonGenerator json, SerializerProvider provider, TypeSerializer type)
                throws IOException {
            write(json, outcome);
        }
    }

    private static void write(JsonGenerator json, Outcome outcome) throws IOException {
        json.writeStartObject();
        repeated(json, OUTCOME, outcome.word().name());
        switch (outcome) {
            case Outcome.Passed passed -> {
                repeated(json, EXPECTED, passed.expected());
                text(json, FOUND, passed.found());
            }
            case Outcome.Failed failed -> {
                repeated(json, ASSERTION, failed.assertion());
                repeated(json, EXPECTED, failed.expected());
                text(json, FOUND, failed.found());
                json.writeFieldName(CREDIT);
                json.writeNumber(failed.credit());
                places(json, failed.where());
            }
            case Outcome.NotApplicable none -> repeated(json, REASON, none.reason());
            case Outcome.Pending pending -> awaited(json, pending.awaited());
            case Outcome.Missing missing -> {
                repeated(json, EXPECTED, missing.expected());
                text(json, REASON, missing.reason());
            }
            case Outcome.Errored errored -> text(json, REASON, errored.reason());
        }
        json.writeEndObject();
    }

    private static void places(JsonGenerator json, List<Position> where) throws IOException {
        if (where.isEmpty()) {
            return;
        }
        json.writeFieldName(WHERE);
        json.writeStartArray();
        for (var place : where) {
            json.writeStartObject();
            text(json, PATH, place.path());
            json.writeFieldName(LINE);
            json.writeNumber(place.line());
            text(json, MESSAGE, place.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void awaited(JsonGenerator json, List<Kind> kinds) throws IOException {
        if (kinds.isEmpty()) {
            return;
        }
        json.writeFieldName(AWAITED);
        json.writeStartArray();
        for (var kind : kinds) {
            json.writeString(kind.value());
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        json.writeString(text);
    }

    private static void repeated(JsonGenerator json, SerializableString name, String text) throws IOException {
        json.writeFieldName(name);
        var escaped = ESCAPED.get(text);
        if (escaped != null) {
            json.writeString(escaped);
            return;
        }
        json.writeString(text);
        if (text.length() <= REPEATED_LENGTH && ESCAPED.size() < REPEATED) {
            ESCAPED.put(text, new SerializedString(text));
        }
    }
}
