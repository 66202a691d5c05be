package dev.plumbline.analyzer.standard;

import dev.plumbline.model.evidence.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A persona's Markdown as sections and bullets.
///
/// @param digest of the bytes
/// @param bullets in the file's order
public record PersonaText(Digest digest, List<Bullet> bullets) {
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /// One bullet.
    ///
    /// @param section the heading above it
    /// @param number within the section, from 1
    /// @param text normalised (version 1): NFC, list marker off, trimmed, inner whitespace to one space, inline
    ///     Markdown kept
    /// @param line in the file, from 1
    public record Bullet(String section, int number, String text, int line) {
        /// {@return the first twelve hex digits of the SHA-256 of the text}
        public String digest() {
            return Digest.ofText(text).hex().substring(0, 12);
        }

        /// {@return how a standard refers to it, to be pasted there; quote less of it where a part is meant}
        public String reference() {
            return "{ section: " + quoted(section) + ", number: " + number + ", digest: \"" + digest() + "\", quote: "
                    + quoted(text) + " }";
        }

        private static String quoted(String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }

        /// {@return section and number, for people}
        public String place() {
            return section + " " + number;
        }
    }

    public PersonaText {
        bullets = List.copyOf(bullets);
    }

    /// @param file the file's name, for messages
    public static PersonaText read(byte[] markdown, String file) throws StandardRefused {
        if (markdown.length > MAX_BYTES) {
            throw refused(file, "the persona has " + markdown.length + " bytes; at most " + MAX_BYTES + " are read.");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(markdown))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(file, "the persona is not UTF-8. Save it as UTF-8.");
        }
        var bullets = new Collector(text);
        Parser.builder()
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(100)
                .build()
                .parse(text)
                .accept(bullets);
        return new PersonaText(Digest.of(markdown), bullets.found);
    }

    private static StandardRefused refused(String file, String message) {
        return new StandardRefused(List.of(new StandardProblem(file, 0, 0, "", message)));
    }

    private static String normalised(String raw) {
        return SPACE.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static final class Collector extends AbstractVisitor {
        private final String text;
        private final List<Bullet> found = new ArrayList<>();
        private String section = "";
        private int number;

        Collector(String text) {
            this.text = text;
        }

        @Override
        public void visit(Heading heading) {
            section = normalised(source(heading)).replaceAll("^#+ *| *#+$", "");
            number = 0;
        }

        @Override
        public void visit(ListItem item) {
            if (item.getFirstChild() instanceof Paragraph paragraph) {
                number++;
                int line = paragraph.getSourceSpans().getFirst().getLineIndex() + 1;
                found.add(new Bullet(section, number, normalised(source(paragraph)), line));
            }
            visitChildren(item);
        }

        private String source(Node node) {
            var lines = new ArrayList<String>();
            for (SourceSpan span : node.getSourceSpans()) {
                lines.add(text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()));
            }
            return String.join("\n", lines);
        }
    }
}
