package dev.plumbline.ingest.report.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What is wrong with JSON, and where: Jackson goes through the file once more and says it. Nothing of the
/// kind is needed of a file that is whole, so that its places are not counted while it is read.
final class JsonFaults {
    private static final String FIX_SYNTAX =
            "The file is damaged or cut off: run the tool again and send the file after the tool has ended.";
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH)
                    .maxNumberLength(Limits.NUMBER_CHARS)
                    .maxStringLength(Limits.JSON_STRING_CHARS)
                    .maxNameLength(Limits.JSON_NAME_CHARS)
                    .maxDocumentLength(Limits.DOCUMENT_BYTES)
                    .maxTokenCount(Limits.JSON_TOKENS)
                    .build())
            // tools that put a report together by hand leave line ends and tabs in its texts as they are
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /// Nothing where nobody is told what is wrong.
    private final @Nullable Content content;

    private final Allowance allowance;

    JsonFaults(Content content, Allowance allowance) {
        this(allowance, content);
    }

    private JsonFaults(Allowance allowance, @Nullable Content content) {
        this.content = content;
        this.allowance = allowance;
    }

    static JsonFaults untold(Allowance allowance) {
        return new JsonFaults(allowance, null);
    }

    /// Where a token stands.
    ///
    /// @param token its number, from 1
    Where where(long token) {
        if (content == null) {
            return Where.WHOLE;
        }
        try (var json = parser(content)) {
            return place(walk(json, token).currentTokenLocation());
        } catch (JsonProcessingException e) {
            return place(e.getLocation());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// What is wrong with a token or what follows it.
    ///
    /// @param token its number, from 1
    MalformedReport what(long token) {
        if (content == null) {
            return new MalformedReport(Where.WHOLE, "The JSON is cut off, or it is not well-formed.", FIX_SYNTAX);
        }
        try (var json = parser(content)) {
            walk(json, token);
            if (json.currentToken() != null) {
                json.getTextLength();
                json.nextToken();
            }
            return new MalformedReport(
                    place(json.currentTokenLocation()), "The JSON cannot be read: it is not well-formed.", FIX_SYNTAX);
        } catch (JsonProcessingException e) {
            return malformed(e);
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    MalformedReport duplicate(long token, String name) {
        return new MalformedReport(
                where(token), "The JSON cannot be read: Duplicate field '" + Texts.shown(name, 160) + "'.", FIX_SYNTAX);
    }

    static MalformedReport nothing() {
        return new MalformedReport(Where.WHOLE, "The file holds no JSON value.", FIX_SYNTAX);
    }

    static MalformedReport unreadable(IOException problem) {
        return new MalformedReport(
                Where.WHOLE,
                "The characters of the file cannot be read: " + Texts.shown(String.valueOf(problem.getMessage()), 200)
                        + ".",
                "Write the report as UTF-8.");
    }

    private JsonParser walk(JsonParser json, long tokens) throws IOException {
        for (long token = 0; token < tokens && (token == 0 || json.currentToken() != null); token++) {
            json.nextToken();
            allowance.step();
        }
        return json;
    }

    private static JsonParser parser(Content content) throws IOException {
        InputStream in = content.open();
        byte[] head = in.readNBytes(512);
        var encoding = Encoding.of(head);
        InputStream whole = encoding.whole(head, in);
        return encoding.charset().equals(StandardCharsets.UTF_8)
                ? FACTORY.createParser(new Utf8Input(whole))
                : FACTORY.createParser(new DecodingReader(whole, encoding.charset()));
    }

    private static MalformedReport malformed(JsonProcessingException problem) {
        String message =
                String.valueOf(problem.getOriginalMessage()).lines().findFirst().orElse("it is not well-formed");
        boolean limit = problem instanceof StreamConstraintsException;
        return new MalformedReport(
                place(problem.getLocation()),
                "The JSON cannot be read: " + Texts.shown(message, 200) + ".",
                limit ? "Send the file as the tool wrote it, or split it." : FIX_SYNTAX);
    }

    private static Where place(@Nullable JsonLocation location) {
        if (location == null) {
            return Where.WHOLE;
        }
        if (location.getLineNr() > 0) {
            return new Where.Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
        }
        return location.getByteOffset() >= 0 ? new Where.Offset(location.getByteOffset()) : Where.WHOLE;
    }
}
