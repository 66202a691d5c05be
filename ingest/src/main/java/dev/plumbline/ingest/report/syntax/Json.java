package dev.plumbline.ingest.report.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The one place where JSON parsers are made.
public final class Json {
    private static final JsonFactory FACTORY = new JsonBytes.Factory(new JsonFactoryBuilder()
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
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES));

    private Json() {}

    /// The caller closes the cursor, which stands on the root value.
    public static JsonCursor open(Content content, Allowance allowance) throws IOException {
        return open(content, allowance, true);
    }

    /// The same for a first look at what another cursor reads: limits hold, but what is passed over is
    /// looked at no further than that.
    public static JsonCursor outline(Content content, Allowance allowance) throws IOException {
        return open(content, allowance, false);
    }

    private static JsonCursor open(Content content, Allowance allowance, boolean whole) throws IOException {
        InputStream in = content.open();
        try {
            byte[] head = in.readNBytes(512);
            var encoding = Encoding.of(head);
            if (encoding.charset().equals(StandardCharsets.UTF_8)) {
                var bytes = new Utf8Input(encoding.whole(head, in));
                return new JsonCursor(FACTORY.createParser(bytes), bytes::replaced, allowance, whole);
            }
            var characters = new DecodingReader(encoding.whole(head, in), encoding.charset());
            return new JsonCursor(FACTORY.createParser(characters), characters::replaced, allowance, whole);
        } catch (JsonProcessingException e) {
            in.close();
            throw JsonCursor.malformed(e);
        } catch (MalformedReport e) {
            in.close();
            throw e;
        }
    }
}
