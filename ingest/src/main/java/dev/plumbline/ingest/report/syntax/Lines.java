package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Walks through a text report line by line.
public final class Lines implements AutoCloseable {
    private static final int LINE_CHARS = 64 * 1024;

    private final DecodingReader characters;
    private final char[] buffer = new char[16 * 1024];
    private final StringBuilder line = new StringBuilder();
    private final Allowance allowance;
    private int at;
    private int limit;
    private int number;

    private Lines(DecodingReader characters, Allowance allowance) {
        this.characters = characters;
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
        line.setLength(0);
        boolean ended = false;
        while (!ended && (at < limit || fill())) {
            int end = at;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            keep(end - at);
            ended = end < limit;
            at = ended ? end + 1 : end;
        }
        String text = line.indexOf("\r") < 0 ? line.toString() : line.toString().replace("\r", "");
        return ended || !text.isEmpty() ? text : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, characters.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private void keep(int length) {
        if (line.length() + length > LINE_CHARS) {
            throw new MalformedReport(
                    where(),
                    "A line is longer than " + LINE_CHARS + " characters.",
                    "Send the file as the tool wrote it.");
        }
        line.append(buffer, at, length);
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
        characters.close();
    }
}
