package dev.plumbline.ingest.report.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Walks through a text report line by line.
public final class Lines implements AutoCloseable {
    private static final int LINE_CHARS = 64 * 1024;

    private final DecodingReader characters;
    private final BufferedReader lines;
    private final Allowance allowance;
    private int number;

    private Lines(DecodingReader characters, Allowance allowance) {
        this.characters = characters;
        this.lines = new BufferedReader(characters);
        this.allowance = allowance;
    }

    /// The caller closes the lines.
    public static Lines open(Content content, Allowance allowance) throws IOException {
        InputStream in = content.open();
        byte[] head = in.readNBytes(512);
        var encoding = Encoding.of(head);
        return new Lines(new DecodingReader(encoding.whole(head, in), encoding.charset()), allowance);
    }

    /// {@return the next line without its end; null after the last}
    public @Nullable String next() throws IOException {
        allowance.step();
        number++;
        var line = new StringBuilder();
        for (int c = lines.read(); c != '\n'; c = lines.read()) {
            if (c < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == LINE_CHARS) {
                throw new MalformedReport(
                        where(),
                        "A line is longer than " + LINE_CHARS + " characters.",
                        "Send the file as the tool wrote it.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    public Where where() {
        return new Where.Place(number, 1);
    }

    /// {@return how many characters were replaced because they cannot be decoded or are not allowed}
    public int replacedCharacters() {
        return characters.replaced();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
