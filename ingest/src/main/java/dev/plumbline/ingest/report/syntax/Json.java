package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The one place where JSON parsers are made.
public final class Json {
    private Json() {}

    /// The caller closes the cursor, which stands on the root value.
    public static JsonCursor open(Content content, Allowance allowance) throws IOException {
        return open(content, allowance, true, new JsonFaults(content, allowance));
    }

    /// The same for a first look at what another cursor reads: limits hold, but what is passed over is
    /// looked at no further than that.
    public static JsonCursor outline(Content content, Allowance allowance) throws IOException {
        return open(content, allowance, false, new JsonFaults(content, allowance));
    }

    /// An outline of the beginning of a file, which mostly ends within a value: that it does says nothing
    /// about the file, and nobody is told where it is.
    public static JsonCursor beginning(byte[] bytes, Allowance allowance) throws IOException {
        return open(Content.of(bytes), allowance, false, JsonFaults.untold(allowance));
    }

    private static JsonCursor open(Content content, Allowance allowance, boolean whole, JsonFaults faults)
            throws IOException {
        InputStream in = content.open();
        try {
            byte[] head = in.readNBytes(512);
            var encoding = Encoding.of(head);
            if (encoding.charset().equals(StandardCharsets.UTF_8)) {
                var bytes = new Utf8Input(encoding.whole(head, in));
                return new JsonCursor(new JsonScanner(bytes), faults, bytes::replaced, allowance, whole);
            }
            var characters = new DecodingReader(encoding.whole(head, in), encoding.charset());
            var scanner = new JsonScanner(new EncodedInput(characters));
            return new JsonCursor(scanner, faults, characters::replaced, allowance, whole);
        } catch (MalformedReport e) {
            in.close();
            throw e;
        }
    }
}
