package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Encoding;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.ingest.report.syntax.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at the beginning of a file.
final class Heads {
    private static final long HEAD_MEMORY = 4L * 1024 * 1024;
    private static final int VALUE_CHARS = 400;
    /// «[ERROR] …», as Maven and others log: no list of JSON.
    private static final Pattern LOG = Pattern.compile("\\A\\[(?!true|false|null)[A-Za-z]{1,20}]");
    private static final String UNPACK = "Send the report itself; of packing, one layer of gzip or zip is taken off.";
    private static final Map<String, Shape.Binary> MAGIC = Map.of(
            "\u001f\u008b", new Shape.Binary("a gzip file", UNPACK),
            "PK\u0003\u0004", new Shape.Binary("a zip archive", UNPACK),
            "(\u00b5/\u00fd", new Shape.Binary("a zstd file", UNPACK),
            "BZh", new Shape.Binary("a bzip2 file", UNPACK),
            "\u00fd7zXZ", new Shape.Binary("an xz file", UNPACK),
            "SQLite format 3",
                    new Shape.Binary(
                            "an SQLite database",
                            "If this is coverage.py's .coverage file, run `coverage xml` and send coverage.xml."),
            "\u0000cvm",
                    new Shape.Binary(
                            "metadata of Go's coverage",
                            "Run `go tool covdata textfmt -i=<folder> -o coverage.out` and send coverage.out."),
            "\u0000cwm",
                    new Shape.Binary(
                            "counters of Go's coverage",
                            "Run `go tool covdata textfmt -i=<folder> -o coverage.out` and send coverage.out."),
            "%PDF-", new Shape.Binary("a PDF document", "Send the tool's XML or JSON report."),
            "\u007fELF", new Shape.Binary("a program", "Send the tool's XML or JSON report."));

    private Heads() {}

    static Head of(Content content) throws IOException {
        byte[] bytes;
        try (var in = content.open()) {
            bytes = in.readNBytes(Head.BYTES);
        }
        var latin = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        for (var magic : MAGIC.entrySet()) {
            if (latin.startsWith(magic.getKey())) {
                return new Head(magic.getValue(), "", null);
            }
        }
        if (new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1).startsWith("ustar", 257)) {
            return new Head(new Shape.Binary("a tar archive", UNPACK), "", null);
        }
        String text = text(bytes);
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Head(new Shape.Empty(), text, null);
        }
        if (mostlyUnreadable(stripped)) {
            return new Head(new Shape.Binary("not text", "Send the tool's XML or JSON report."), text, null);
        }
        if (LOG.matcher(stripped).find()) {
            return new Head(lines(stripped), text, null);
        }
        return switch (stripped.charAt(0)) {
            case '<' -> markup(content, text);
            case '{', '[' -> json(bytes, text);
            default -> new Head(lines(stripped), text, null);
        };
    }

    private static Shape.Text lines(String text) {
        return new Shape.Text(text.lines().limit(50).toList());
    }

    /// XML, or text that begins with an angle bracket: a comment of a test log, a type in a message.
    private static Head markup(Content content, String text) throws IOException {
        try {
            return new Head(xml(content), text, null);
        } catch (MalformedReport e) {
            if (text.stripLeading().startsWith("<?xml")) {
                throw e;
            }
            return new Head(lines(text.strip()), text, e);
        }
    }

    private static String text(byte[] bytes) throws IOException {
        var encoding = Encoding.of(bytes);
        var in =
                new ByteArrayInputStream(bytes, encoding.markBytes(), Math.max(0, bytes.length - encoding.markBytes()));
        return Encoding.text(in, encoding.charset());
    }

    private static boolean mostlyUnreadable(String text) {
        int looked = Math.min(text.length(), 1_024);
        int unreadable = 0;
        for (int i = 0; i < looked; i++) {
            unreadable += text.charAt(i) == '\uFFFD' ? 1 : 0;
        }
        return unreadable > looked / 10;
    }

    private static Shape xml(Content content) throws IOException {
        try (var xml = Xml.open(content, Allowance.untimed(HEAD_MEMORY))) {
            xml.toRoot();
            return new Shape.Xml(xml.name(), xml.namespace(), xml.attributes(VALUE_CHARS));
        }
    }

    /// Reads as far as the bytes reach: where they end within the file, so does the reading, and that is no error.
    private static Head json(byte[] bytes, String text) throws IOException {
        var fields = new HashSet<String>();
        var texts = new LinkedHashMap<String, String>();
        boolean[] item = new boolean[1];
        boolean list = text.strip().charAt(0) == '[';
        MalformedReport problem = null;
        try (var json = Json.open(Content.of(bytes), Allowance.untimed(HEAD_MEMORY))) {
            if (list) {
                json.array("the report", () -> {
                    if (!item[0]) {
                        item[0] = true;
                        collect(json, fields, new HashMap<>());
                    }
                });
            } else {
                collect(json, fields, texts);
            }
        } catch (MalformedReport e) {
            problem = bytes.length < Head.BYTES ? e : null;
            item[0] = true;
        }
        return new Head(
                list ? new Shape.JsonArray(!item[0], fields) : new Shape.JsonObject(fields, texts), text, problem);
    }

    private static void collect(JsonCursor json, Set<String> fields, Map<String, String> texts) {
        if (!json.isObject()) {
            return;
        }
        json.object("the report", name -> {
            fields.add(name);
            String value = json.textOrNothing(VALUE_CHARS);
            if (value != null) {
                texts.put(name, value);
            }
        });
    }

    static MalformedReport unreadable(Shape.Binary binary) {
        return new MalformedReport(new Where.Offset(0), "The file is " + binary.what() + ".", binary.fix());
    }
}
