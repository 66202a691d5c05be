package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Encoding;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.ingest.report.syntax.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks at the beginning of a file.
final class Heads {
    private static final long HEAD_MEMORY = 4L * 1024 * 1024;
    private static final int VALUE_CHARS = 400;
    /// No tool gives its report so many fields; what has more is keyed by names of its own.
    private static final int FIELDS = 2_000;
    /// So many bytes say what kind of text a file is.
    private static final int BEGINNING = 8 * 1024;
    /// So many characters are looked at for whether they can be read.
    private static final int LOOKED = 1_024;
    /// «[ERROR] …» as Maven and others log, «[=====] …»: no value of JSON stands behind the bracket.
    private static final Pattern LOG =
            Pattern.compile("\\A\\[(?:(?!true|false|null)[A-Za-z]{1,20}]|[^\\s\"{}\\[\\],]{1,300}:\\d{1,9}]"
                    + "|\\s{0,20}(?![-\\d\\[\\]{\",]|true|false|null|[Nn]a[Nn]|Infinity)[A-Za-z=(<#*.:-]{2})");
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
            bytes = beginning(in);
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
        Supplier<String> characters = () -> text(bytes, bytes.length);
        String text = beginning(bytes, characters);
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return new Head(new Shape.Empty(), characters, Heads::noProblem);
        }
        if (mostlyUnreadable(stripped)) {
            return new Head(
                    new Shape.Binary("not text", "Send the tool's XML or JSON report."), characters, Heads::noProblem);
        }
        if (LOG.matcher(stripped).lookingAt()) {
            return lines(characters, null);
        }
        return switch (stripped.charAt(0)) {
            case '<' -> markup(content, text, characters);
            case '{', '[' ->
                new Head(
                        json(bytes, stripped.charAt(0)),
                        characters,
                        () -> words(bytes, characters),
                        () -> problem(bytes));
            default -> lines(characters, null);
        };
    }

    private static byte[] beginning(InputStream in) throws IOException {
        byte[] some = in.readNBytes(BEGINNING);
        if (some.length < BEGINNING) {
            return some;
        }
        byte[] more = Arrays.copyOf(some, Head.BYTES);
        int length = BEGINNING + in.readNBytes(more, BEGINNING, Head.BYTES - BEGINNING);
        return length == Head.BYTES ? more : Arrays.copyOf(more, length);
    }

    /// The first characters, so many that what is looked for at the beginning of a text can be found in
    /// them: all of them where they begin with much white space.
    private static String beginning(byte[] bytes, Supplier<String> all) {
        String text = text(bytes, Math.min(bytes.length, BEGINNING));
        return bytes.length <= BEGINNING || text.strip().length() > LOOKED ? text : all.get();
    }

    private static @Nullable MalformedReport noProblem() {
        return null;
    }

    private static Head lines(Supplier<String> characters, @Nullable MalformedReport problem) {
        String text = characters.get();
        return new Head(new Shape.Text(text.strip().lines().limit(50).toList()), text, problem);
    }

    /// XML, or text that begins with an angle bracket: a comment of a test log, a type in a message.
    private static Head markup(Content content, String text, Supplier<String> characters) throws IOException {
        try {
            return new Head(xml(content), characters, Heads::noProblem);
        } catch (MalformedReport e) {
            if (text.stripLeading().startsWith("<?xml")) {
                throw e;
            }
            return lines(characters, e);
        }
    }

    private static String text(byte[] bytes, int length) {
        return Encoding.of(bytes).text(bytes, length);
    }

    /// Bytes of UTF-8 hold a word of ASCII where their characters do; they take no decoding.
    private static String words(byte[] bytes, Supplier<String> characters) {
        return Encoding.of(bytes).charset().equals(StandardCharsets.UTF_8)
                ? new String(bytes, StandardCharsets.ISO_8859_1)
                : characters.get();
    }

    private static boolean mostlyUnreadable(String text) {
        int looked = Math.min(text.length(), LOOKED);
        int unreadable = 0;
        for (int i = 0; i < looked; i++) {
            unreadable += text.charAt(i) == '\uFFFD' && !beginsEscape(text, i) ? 1 : 0;
        }
        return unreadable > looked / 10;
    }

    /// Whether a colour or a link of a terminal may begin here, or end: every letter may have one of its
    /// own.
    private static boolean beginsEscape(String text, int at) {
        return at + 1 < text.length() && "[]\\".indexOf(text.charAt(at + 1)) >= 0;
    }

    private static Shape xml(Content content) throws IOException {
        try (var xml = Xml.open(content, Allowance.untimed(HEAD_MEMORY))) {
            xml.toRoot();
            return new Shape.Xml(xml.name(), xml.namespace(), xml.attributes(VALUE_CHARS));
        }
    }

    /// Reads as far as the bytes reach, of a list its first item: where they end within the file, so does
    /// the reading, and that is no error.
    private static Shape json(byte[] bytes, char first) throws IOException {
        var fields = new HashSet<String>();
        var texts = new HashMap<String, String>();
        boolean list = first == '[';
        boolean item = true;
        try (var json = Json.beginning(bytes, Allowance.untimed(HEAD_MEMORY))) {
            if (list) {
                item = json.toFirstItem();
            }
            if (item) {
                collect(json, fields, texts);
            }
        } catch (MalformedReport e) {
            // boundary: what was found up to there is what the beginning shows; problem() says the rest
            return shape(list, true, fields, texts);
        }
        return shape(list, item, fields, texts);
    }

    /// A head with the names of all fields, for JSON that goes on behind its beginning: a tool may write a
    /// long list before the fields that tell it from others. This walks through the whole file.
    ///
    /// @return null where there is nothing more to be seen
    static @Nullable Head whole(Content content, Head head, Allowance allowance) throws IOException {
        boolean list = head.shape() instanceof Shape.JsonArray;
        try (var in = content.open()) {
            if (!list && !(head.shape() instanceof Shape.JsonObject) || in.readNBytes(Head.BYTES).length < Head.BYTES) {
                return null;
            }
        }
        var fields = new HashSet<String>();
        var texts = new HashMap<String, String>();
        try (var json = Json.outline(content, allowance)) {
            if (!list || json.toFirstItem()) {
                collect(json, fields, texts);
            }
        }
        return new Head(shape(list, true, fields, texts), head::text, head::searched, head::problem);
    }

    private static Shape shape(boolean list, boolean item, Set<String> fields, Map<String, String> texts) {
        return list ? new Shape.JsonArray(!item, fields) : new Shape.JsonObject(fields, texts);
    }

    /// {@return what is wrong with the JSON of a file that ends within the head; null where it goes on}
    private static @Nullable MalformedReport problem(byte[] bytes) {
        if (bytes.length == Head.BYTES) {
            return null;
        }
        try (var json = Json.open(Content.of(bytes), Allowance.untimed(HEAD_MEMORY))) {
            json.pass();
            return null;
        } catch (MalformedReport e) {
            return e;
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory could not be read.", e);
        }
    }

    private static void collect(JsonCursor json, Set<String> fields, Map<String, String> texts) {
        if (!json.isObject()) {
            return;
        }
        json.object("the report", name -> {
            if (fields.size() < FIELDS) {
                fields.add(name);
                String value = json.textOrNothing(VALUE_CHARS);
                if (value != null) {
                    texts.put(name, value);
                }
            }
        });
    }

    static MalformedReport unreadable(Shape.Binary binary) {
        return new MalformedReport(new Where.Offset(0), "The file is " + binary.what() + ".", binary.fix());
    }
}
