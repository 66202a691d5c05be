package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.UTF8JsonGenerator;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.RuleId;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The beginnings of rules' results as bytes. Up to what was found, all results of a rule with one word are
/// alike: two thirds of a scorecard, copied in pieces of some hundred bytes instead of being put together
/// from a dozen fields.
final class ResultHeads {
    /// As many rules as anybody publishes; results of further ones are written field by field.
    private static final int RULES = 8_192;

    private static final Map<Outcome.Word, Map<String, Head>> BY_DIGEST = new EnumMap<>(Outcome.Word.class);
    private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

    private static final SerializableString FOUND = new SerializedString(",\"found\":\"");
    private static final SerializableString REASON = new SerializedString(",\"reason\":\"");
    private static final SerializableString CREDIT = new SerializedString("\",\"credit\":");
    private static final SerializableString WHERE = new SerializedString(",\"where\":[{\"path\":\"");
    private static final SerializableString NEXT = new SerializedString("\"},{\"path\":\"");
    private static final SerializableString LINE = new SerializedString("\",\"line\":");
    private static final SerializableString MESSAGE = new SerializedString(",\"message\":\"");
    private static final SerializableString END_OF_TEXT = new SerializedString("\"");
    private static final SerializableString END_OF_WHERE = new SerializedString("\"}]");
    private static final SerializableString COUNTS = new SerializedString("},\"waived\":false}");
    private static final SerializableString WAIVED = new SerializedString("},\"waived\":true}");

    static {
        for (var word : Outcome.Word.values()) {
            BY_DIGEST.put(word, new ConcurrentHashMap<>());
        }
    }

    private ResultHeads() {}

    /// @param says what the word says in all results of the rule; null where it says nothing
    /// @param assertion that did not hold; null for other words
    private record Head(
            RuleId rule,
            Rating rating,
            @Nullable String says,
            @Nullable String assertion,
            SerializableString json) {
        boolean begins(RuleResult result) {
            var outcome = result.outcome();
            return rule.equals(result.rule())
                    && rating.equals(result.rating())
                    && equal(says, ResultHeads.says(outcome))
                    && equal(assertion, ResultHeads.assertion(outcome));
        }

        private static boolean equal(@Nullable String one, @Nullable String other) {
            return one == null ? other == null : one.equals(other);
        }
    }

    /// {@return whether the result was written; if not, nothing was}
    static boolean write(RuleResult result, JsonGenerator json) throws IOException {
        if (!(json instanceof UTF8JsonGenerator)
                || json.getPrettyPrinter() != null
                || result.outcome() instanceof Outcome.Pending) {
            return false;
        }
        var head = head(result);
        if (head == null) {
            return false;
        }
        json.writeRawValue(head.json());
        switch (result.outcome()) {
            case Outcome.Passed passed -> text(json, FOUND, passed.found(), END_OF_TEXT);
            case Outcome.Failed failed -> {
                text(json, FOUND, failed.found(), CREDIT);
                json.writeRaw(Integer.toString(failed.credit()));
                places(json, failed.where());
            }
            case Outcome.Missing missing -> text(json, REASON, missing.reason(), END_OF_TEXT);
            case Outcome.Errored errored -> text(json, REASON, errored.reason(), END_OF_TEXT);
            case Outcome.NotApplicable _, Outcome.Pending _ -> {}
        }
        json.writeRaw(result.waived() ? WAIVED : COUNTS);
        return true;
    }

    private static @Nullable Head head(RuleResult result) {
        var heads = BY_DIGEST.get(result.outcome().word());
        if (heads == null) {
            return null;
        }
        var head = heads.get(result.digest());
        if (head == null) {
            if (heads.size() >= RULES) {
                return null;
            }
            head = new Head(
                    result.rule(),
                    result.rating(),
                    says(result.outcome()),
                    assertion(result.outcome()),
                    new SerializedString(json(result)));
            heads.put(result.digest(), head);
        }
        return head.begins(result) ? head : null;
    }

    private static @Nullable String says(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> passed.expected();
            case Outcome.Failed failed -> failed.expected();
            case Outcome.NotApplicable none -> none.reason();
            case Outcome.Missing missing -> missing.expected();
            case Outcome.Pending _, Outcome.Errored _ -> null;
        };
    }

    private static @Nullable String assertion(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed ? failed.assertion() : null;
    }

    private static String json(RuleResult result) {
        var rating = result.rating();
        var head = new StringBuilder("{\"rule\":\"")
                .append(escaped(result.rule().value()))
                .append("\",\"digest\":\"")
                .append(escaped(result.digest()))
                .append("\",\"rating\":{\"keyword\":\"")
                .append(rating.keyword())
                .append("\",\"severity\":\"")
                .append(rating.severity())
                .append("\",\"weight\":")
                .append(rating.weight())
                .append(",\"level\":\"")
                .append(rating.level())
                .append("\"},\"outcome\":{\"outcome\":\"")
                .append(result.outcome().word().name())
                .append('"');
        String assertion = assertion(result.outcome());
        if (assertion != null) {
            head.append(",\"assertion\":\"").append(escaped(assertion)).append('"');
        }
        String says = says(result.outcome());
        if (says != null) {
            head.append(result.outcome() instanceof Outcome.NotApplicable ? ",\"reason\":\"" : ",\"expected\":\"")
                    .append(escaped(says))
                    .append('"');
        }
        return head.toString();
    }

    private static void places(JsonGenerator json, List<Position> where) throws IOException {
        var before = WHERE;
        for (var place : where) {
            text(json, before, place.path(), LINE);
            json.writeRaw(Integer.toString(place.line()));
            text(json, MESSAGE, place.message(), null);
            before = NEXT;
        }
        if (!where.isEmpty()) {
            json.writeRaw(END_OF_WHERE);
        }
    }

    private static void text(
            JsonGenerator json, SerializableString before, String text, @Nullable SerializableString after)
            throws IOException {
        json.writeRaw(before);
        json.writeRaw(plain(text) ? text : escaped(text));
        if (after != null) {
            json.writeRaw(after);
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text) {
        return String.valueOf(ESCAPES.quoteAsString(text));
    }
}
