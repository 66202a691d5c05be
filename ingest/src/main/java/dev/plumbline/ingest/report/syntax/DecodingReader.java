package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Bytes to characters. What cannot be decoded, and control characters that XML forbids, become U+FFFD and
/// are counted: the output of a test may hold anything, and a report is not worthless for it.
public final class DecodingReader extends Reader {
    private static final char REPLACEMENT = '\uFFFD';
    private static final int BUFFER = 16 * 1024;
    private static final char UNUSUAL = '\uFFFE' - ' ';
    /// So many bytes may be left before more are taken; no character is as long.
    private static final int FEW = 64;
    /// So many bytes of ASCII end a stretch that takes decoding.
    private static final int PLAIN_RUN = 32;

    private final InputStream in;
    /// A byte of ASCII is its character, whatever stands before it.
    private final boolean ascii;

    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private long read;
    private int replaced;

    public DecodingReader(InputStream in, Charset charset) {
        this.in = in;
        this.ascii = charset.equals(StandardCharsets.UTF_8);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// {@return how many characters were replaced so far}
    public int replaced() {
        return replaced;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int given = 0;
        do {
            while (!chars.hasRemaining()) {
                if (ended && !bytes.hasRemaining()) {
                    return given == 0 ? -1 : given;
                }
                decode();
            }
            int n = Math.min(length - given, chars.remaining());
            chars.get(target, from + given, n);
            given += n;
            // short stretches become one piece; what is not there yet is not waited for
        } while (given < length && (chars.hasRemaining() || bytes.remaining() >= FEW));
        return given;
    }

    private void decode() throws IOException {
        if (bytes.remaining() < FEW) {
            fill();
        }
        chars.clear();
        if (ascii && plain() > 0) {
            return;
        }
        int limit = bytes.limit();
        int to = ascii ? oddTo(bytes.array(), bytes.position(), limit) : limit;
        bytes.limit(to);
        CoderResult result = decoder.decode(bytes, chars, ended && to == limit);
        bytes.limit(limit);
        if (result.isError()) {
            bytes.position(Math.min(bytes.limit(), bytes.position() + result.length()));
            replaced++;
            if (chars.hasRemaining()) {
                chars.put(REPLACEMENT);
            }
        }
        chars.flip();
        sweep();
    }

    /// {@return the end of a stretch that takes decoding: where enough bytes of ASCII have come, so that it
    /// does not end within a character, else the limit}
    private static int oddTo(byte[] in, int from, int limit) {
        int plain = 0;
        int i = from;
        while (i < limit && plain < PLAIN_RUN) {
            plain = in[i] >= 0 ? plain + 1 : 0;
            i++;
        }
        return i;
    }

    /// Most of a report is characters of ASCII, which take no decoding.
    ///
    /// @return how many were taken
    private int plain() {
        int from = bytes.position();
        byte[] in = bytes.array();
        char[] out = chars.array();
        int length = Utf8Input.plainTo(in, from, bytes.limit()) - from;
        for (int i = 0; i < length; i++) {
            out[i] = (char) in[from + i];
        }
        if (length > 0) {
            bytes.position(from + length);
            chars.limit(length);
        }
        return length;
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n < 0) {
            ended = true;
        } else {
            read += n;
            bytes.position(bytes.position() + n);
        }
        bytes.flip();
        bound(read);
    }

    static void bound(long read) {
        if (read > Limits.DOCUMENT_BYTES) {
            throw new MalformedReport(
                    new Where.Offset(Limits.DOCUMENT_BYTES),
                    "The report is longer than " + (Limits.DOCUMENT_BYTES >> 20) + " MiB.",
                    "Split the report, for example by module, and send the pieces as parts of one upload.");
        }
    }

    private void sweep() {
        char[] array = chars.array();
        for (int i = chars.position(); i < chars.limit(); i++) {
            // one comparison tells nearly all characters: what lies before the space comes out behind the last
            if ((char) (array[i] - ' ') >= UNUSUAL && forbidden(array[i])) {
                array[i] = REPLACEMENT;
                replaced++;
            }
        }
    }

    private static boolean forbidden(char c) {
        return c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= '\uFFFE';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
