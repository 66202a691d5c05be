package dev.plumbline.ingest.report.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.json.UTF8StreamJsonParser;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Jackson's parser of bytes, which looks for the end of a text eight bytes at a time, whether the text is
/// wanted or passed over, and passes over the beginnings of lines in the same way. Everything that is not
/// plain goes Jackson's own way: what it takes and what it refuses stay as they are. It must get what
/// {@link Utf8Input} gives: bytes that are whole, allowed characters.
final class JsonBytes extends UTF8StreamJsonParser {
    private static final int BUFFER = 16 * 1024;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private JsonBytes(
            IOContext context, int features, InputStream in, ByteQuadsCanonicalizer names, Beginning beginning) {
        super(context, features, in, null, names, beginning.bytes, beginning.from, beginning.to, beginning.from, false);
    }

    /// Makes such parsers.
    static final class Factory extends JsonFactory {
        private static final long serialVersionUID = 1;

        Factory(JsonFactoryBuilder builder) {
            super(builder);
        }

        @Override
        protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
            return new JsonBytes(
                    context,
                    _parserFeatures,
                    in,
                    _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
                    new Beginning(in));
        }
    }

    /// The first bytes, of which a byte order mark that is left is passed over.
    private static final class Beginning {
        private final byte[] bytes = new byte[BUFFER];
        private final int from;
        private final int to;

        Beginning(InputStream in) throws IOException {
            to = in.readNBytes(bytes, 0, 4);
            boolean mark = to == 4 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
            from = mark ? 3 : 0;
        }
    }

    @Override
    public JsonToken nextToken() throws IOException {
        if (_currToken != JsonToken.FIELD_NAME) {
            passLineStart();
        }
        return super.nextToken();
    }

    @Override
    public boolean nextFieldName(SerializableString name) throws IOException {
        if (_currToken != JsonToken.FIELD_NAME) {
            passLineStart();
        }
        return super.nextFieldName(name);
    }

    /// Passes over the end of a line and the spaces behind it, as they stand before most tokens of a file
    /// that people can read. A comma between them and the token before moves to their end, where Jackson
    /// meets it and, because it is allowed, never speaks of its place.
    private void passLineStart() throws IOException {
        if (_tokenIncomplete) {
            _skipString();
        }
        byte[] bytes = _inputBuffer;
        int end = _inputEnd;
        int from = _inputPtr;
        boolean comma = from < end && bytes[from] == ',';
        if (comma) {
            from++;
        }
        if (from >= end || bytes[from] != '\n' || comma && !commaAllowed()) {
            return;
        }
        int to = from + 1;
        while (to + Long.BYTES <= end && (long) EIGHT.get(bytes, to) == SPACES) {
            to += Long.BYTES;
        }
        while (to < end && bytes[to] == ' ') {
            to++;
        }
        _currInputRow++;
        _currInputRowStart = from + 1;
        if (comma) {
            bytes[--to] = ',';
        }
        _inputPtr = to;
    }

    /// In a list or an object that has something before it.
    private boolean commaAllowed() {
        return !_parsingContext.inRoot() && _parsingContext.hasCurrentIndex();
    }

    @Override
    protected String _finishAndReturnString() throws IOException {
        int from = _inputPtr;
        int to = plainTo(from);
        if (to == _inputEnd || _inputBuffer[to] != '"') {
            return super._finishAndReturnString();
        }
        var text = new String(_inputBuffer, from, to - from, StandardCharsets.UTF_8);
        _inputPtr = to + 1;
        _tokenIncomplete = false;
        _textBuffer.resetWithString(text);
        return text;
    }

    @Override
    protected void _skipString() throws IOException {
        int at = plainTo(_inputPtr);
        while (at + 1 < _inputEnd && _inputBuffer[at] == '\\' && escaped(_inputBuffer[at + 1])) {
            at = plainTo(at + 2);
        }
        if (at < _inputEnd && _inputBuffer[at] == '"') {
            _inputPtr = at + 1;
            _tokenIncomplete = false;
        } else {
            _inputPtr = at < _inputEnd ? at : wholeCharacters(_inputPtr);
            super._skipString();
        }
    }

    /// {@return the end of the buffer, or before it the beginning of its last character, whose end may not
    /// be there yet}
    private int wholeCharacters(int from) {
        int at = _inputEnd;
        while (at > from && at > _inputEnd - 3 && (_inputBuffer[at - 1] & 0xC0) == 0x80) {
            at--;
        }
        return at > from && (_inputBuffer[at - 1] & 0xC0) == 0xC0 ? at - 1 : _inputEnd;
    }

    /// What may stand behind a backslash, but for a number.
    private static boolean escaped(byte c) {
        return switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            default -> false;
        };
    }

    /// {@return where the first quote, backslash or control character stands; the end of the buffer where
    /// there is none}
    private int plainTo(int from) {
        byte[] bytes = _inputBuffer;
        int end = _inputEnd;
        int i = from;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            // of what is set here the lowest is right, and no other is asked for
            long found = ((quotes - ONES & ~quotes) | (backslashes - ONES & ~backslashes) | (eight - SPACES & ~eight))
                    & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < end && bytes[i] != '"' && bytes[i] != '\\' && (bytes[i] & 0xFF) >= ' ') {
            i++;
        }
        return i;
    }
}
