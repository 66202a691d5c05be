package dev.plumbline.ingest.report.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/// The least that any reader has to do: one pass over the tokens, or the lines, of the same bytes.
final class BareParsers {
    private static final WstxInputFactory XML = new WstxInputFactory();
    /// Names are kept as the readers keep them: no list of their own for all of a process.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private BareParsers() {}

    /// {@return the number of tokens}
    static long pass(byte[] file) throws IOException {
        int at = 0;
        while (at < file.length && (file[at] < 0 || Character.isWhitespace(file[at]))) {
            at++;
        }
        char first = at < file.length ? (char) file[at] : ' ';
        try {
            return switch (first) {
                case '<' -> xml(file);
                case '{', '[' -> json(file);
                default -> lines(file);
            };
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static long xml(byte[] file) throws XMLStreamException {
        var xml = XML.createXMLStreamReader(new ByteArrayInputStream(file));
        long tokens = 0;
        while (xml.hasNext()) {
            xml.next();
            tokens++;
        }
        xml.close();
        return tokens;
    }

    private static long json(byte[] file) throws IOException {
        long tokens = 0;
        try (var json = JSON.createParser(new ByteArrayInputStream(file))) {
            while (json.nextToken() != null) {
                tokens++;
            }
        }
        return tokens;
    }

    private static long lines(byte[] file) throws IOException {
        long lines = 0;
        try (var in =
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(file), StandardCharsets.UTF_8))) {
            while (in.readLine() != null) {
                lines++;
            }
        }
        return lines;
    }
}
