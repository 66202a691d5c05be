package dev.plumbline.ingest.report.syntax;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a report's characters are written: by its byte order mark, by the pattern of its zero bytes, by its
/// XML declaration, else UTF-8.
///
/// @param markBytes length of the byte order mark
public record Encoding(Charset charset, int markBytes) {
    private static final Pattern DECLARED =
            Pattern.compile("\\A<\\?xml[^>]{0,200}?encoding\\s{0,10}=\\s{0,10}[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final List<String> ACCEPTED = List.of(
            "utf-8", "us-ascii", "iso-8859-", "windows-125", "ibm", "shift_jis", "euc-", "gbk", "gb18030", "big5");
    private static final String FIX = "Write the report as UTF-8.";

    /// @param head the first bytes of the file
    public static Encoding of(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE, 0, 0) || startsWith(head, 0, 0, 0xFE, 0xFF)) {
            throw new MalformedReport(new Where.Offset(0), "The report is written in UTF-32.", FIX);
        }
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        if (head.length >= 4 && head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            return new Encoding(StandardCharsets.UTF_16LE, 0);
        }
        if (head.length >= 4 && head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
            return new Encoding(StandardCharsets.UTF_16BE, 0);
        }
        return new Encoding(declared(head), 0);
    }

    /// {@return the whole file without its byte order mark}
    ///
    /// @param head bytes already taken from the stream
    InputStream whole(byte[] head, InputStream rest) {
        var start = new ByteArrayInputStream(head, markBytes, Math.max(0, head.length - markBytes));
        return new SequenceInputStream(start, rest);
    }

    /// {@return the characters of a few bytes, replaced as {@link DecodingReader} does}
    public String text(byte[] bytes, int length) {
        int from = Math.min(markBytes, length);
        if (charset.equals(StandardCharsets.UTF_8) && Utf8Input.plain(bytes, from, length)) {
            return new String(bytes, from, length - from, StandardCharsets.US_ASCII);
        }
        var in = new ByteArrayInputStream(bytes, from, length - from);
        try {
            if (charset.equals(StandardCharsets.UTF_8)) {
                return new String(new Utf8Input(in).readAllBytes(), StandardCharsets.UTF_8);
            }
            try (var characters = new DecodingReader(in, charset)) {
                return characters.readAllAsString();
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read.", e);
        }
    }

    private static Charset declared(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, 400), StandardCharsets.ISO_8859_1);
        var declaration = DECLARED.matcher(text);
        if (!declaration.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = declaration.group(1).toLowerCase(Locale.ROOT);
        if (name.startsWith("utf-16")) {
            // the declaration itself was read as single bytes, so it cannot be true
            return StandardCharsets.UTF_8;
        }
        var column = new Where.Place(1, declaration.start(1) + 1);
        try {
            Charset charset = Charset.forName(name);
            String canonical = charset.name().toLowerCase(Locale.ROOT);
            if (ACCEPTED.stream().anyMatch(canonical::startsWith)) {
                return charset;
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MalformedReport(
                    column, "The report declares the encoding «" + name + "», which is not known.", FIX);
        }
        throw new MalformedReport(column, "The report declares the encoding «" + name + "», which is not read.", FIX);
    }

    private static boolean startsWith(byte[] head, int... octets) {
        if (head.length < octets.length) {
            return false;
        }
        for (int i = 0; i < octets.length; i++) {
            if ((head[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
