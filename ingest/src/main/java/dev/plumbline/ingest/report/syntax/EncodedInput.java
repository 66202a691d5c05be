package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// Characters as bytes of UTF-8.
final class EncodedInput extends InputStream {
    private static final int CHARS = 8 * 1024;

    private final Reader characters;
    private final char[] piece = new char[CHARS];
    /// The first half of a character whose second half did not fit any more.
    private int held;

    private byte[] bytes = {};
    private int at;

    EncodedInput(Reader characters) {
        this.characters = characters;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (at == bytes.length) {
            if (!encode()) {
                return -1;
            }
        }
        int n = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, target, from, n);
        at += n;
        return n;
    }

    private boolean encode() throws IOException {
        int more = characters.read(piece, held, piece.length - held);
        int there = held + Math.max(0, more);
        if (there == 0) {
            return false;
        }
        boolean half = more > 0 && Character.isHighSurrogate(piece[there - 1]);
        bytes = new String(piece, 0, half ? there - 1 : there).getBytes(StandardCharsets.UTF_8);
        at = 0;
        piece[0] = piece[there - 1];
        held = half ? 1 : 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }
}
