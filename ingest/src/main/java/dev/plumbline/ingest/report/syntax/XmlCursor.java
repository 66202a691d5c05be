package dev.plumbline.ingest.report.syntax;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Walks through an XML report once, element by element.
public final class XmlCursor implements AutoCloseable {
    private static final String FIX_ENTITY = "Write the report without entity declarations; no CI tool needs them.";
    private static final String FIX_SYNTAX =
            "The file is damaged or cut off: run the tool again and send the file after the tool has ended.";

    private static final String ANOTHER = "Behind the end of the report another one begins.";
    private static final String LATE = "Something stands before the XML declaration, be it an empty line.";
    private static final String FIX_LATE = "Have the tool write its report to a file of its own, not to a log.";
    private static final String FIX_ANOTHER = "Send each report as a part of its own.";

    /// What the cursor stands on.
    public enum Step {
        START,
        END,
        TEXT,
        DONE
    }

    private final XMLStreamReader xml;
    private final DecodingReader characters;
    private final Allowance allowance;
    private int depth;
    private boolean rooted;

    XmlCursor(XMLStreamReader xml, DecodingReader characters, Allowance allowance) {
        this.xml = xml;
        this.characters = characters;
        this.allowance = allowance;
    }

    public Step next() {
        try {
            while (true) {
                allowance.step();
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        rooted = true;
                        depth++;
                        return Step.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Step.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        return Step.TEXT;
                    }
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return Step.DONE;
                    }
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new MalformedReport(where(), "The report refers to an entity of its own.", FIX_ENTITY);
                    default -> {
                        // comments, processing instructions, the DOCTYPE: nothing to read
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e, rooted);
        }
    }

    /// Moves to the root element.
    public void toRoot() {
        Step step = next();
        while (step == Step.TEXT) {
            step = next();
        }
        if (step != Step.START) {
            throw new MalformedReport(where(), "The report has no root element.", FIX_SYNTAX);
        }
    }

    /// {@return how many elements are open}
    public int depth() {
        return depth;
    }

    /// Passes over the element whose start the cursor stands on.
    public void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /// {@return the text of the element whose start the cursor stands on, cut to a length; the cursor then
    /// stands on its end}
    public String text(int limit) {
        int outside = depth - 1;
        var text = new StringBuilder();
        while (depth > outside) {
            if (next() == Step.TEXT && text.length() < limit) {
                String more = characters();
                text.append(more, 0, Math.min(more.length(), limit - text.length()));
            }
        }
        return text.toString();
    }

    /// Text is parsed when it is asked for, and not before.
    private String characters() {
        try {
            return xml.getText();
        } catch (WstxLazyException e) {
            throw e.getCause() instanceof XMLStreamException problem
                    ? malformed(problem, rooted)
                    : wrong("The text cannot be read.");
        }
    }

    /// Name of the element without its namespace prefix.
    public String name() {
        return xml.getLocalName();
    }

    public String namespace() {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// {@return all attributes, their values cut to a length}
    public Map<String, String> attributes(int limit) {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String value = xml.getAttributeValue(i);
            attributes.put(xml.getAttributeLocalName(i), value.substring(0, Math.min(value.length(), limit)));
        }
        return attributes;
    }

    public @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    public String attribute(String name, String otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /// {@return the attribute as a whole number from 0; null where it is absent}
    public @Nullable Integer count(String name) {
        String value = attribute(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw noCount(name, value);
        }
        throw noCount(name, value);
    }

    private MalformedReport noCount(String name, String value) {
        return wrong("The attribute " + name + "=\"" + Texts.shown(value, 40) + "\" of <" + name()
                + "> is not a whole number from 0 to " + Integer.MAX_VALUE + ".");
    }

    public MalformedReport wrong(String what) {
        return new MalformedReport(where(), what, "Send the file as the tool wrote it.");
    }

    public Where where() {
        return place(xml.getLocation());
    }

    /// {@return how many characters were replaced because they cannot be decoded or are not allowed in XML}
    public int replacedCharacters() {
        return characters.replaced();
    }

    /// Whether a problem is that a second document begins behind the first.
    private static boolean another(String problem) {
        return problem.contains("multiple roots") || problem.contains("processing instruction target");
    }

    static MalformedReport malformed(XMLStreamException problem) {
        return malformed(problem, false);
    }

    /// @param rooted whether the root element has begun
    private static MalformedReport malformed(XMLStreamException problem, boolean rooted) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedReport inner) {
                return inner;
            }
        }
        String message =
                String.valueOf(problem.getMessage()).lines().findFirst().orElse("it is not well-formed");
        if (another(message)) {
            Where where = place(problem.getLocation());
            return rooted
                    ? new MalformedReport(where, ANOTHER, FIX_ANOTHER)
                    : new MalformedReport(where, LATE, FIX_LATE);
        }
        boolean entity = message.contains("entity");
        return new MalformedReport(
                place(problem.getLocation()),
                "The XML cannot be read: " + Texts.shown(message, 200) + ".",
                entity
                        ? FIX_ENTITY
                        : message.contains("imit") ? "Send the file as the tool wrote it, or split it." : FIX_SYNTAX);
    }

    private static Where place(@Nullable Location location) {
        return location == null || location.getLineNumber() < 1
                ? Where.WHOLE
                : new Where.Place(location.getLineNumber(), Math.max(1, location.getColumnNumber()));
    }

    /// Behind its root element a file may have comments, and what a tool logged there harms no figure.
    /// Another document does: of reports that were joined into one file the first alone would count.
    private void alone() {
        try {
            while (xml.hasNext()) {
                allowance.step();
                xml.next();
            }
        } catch (XMLStreamException e) {
            if (another(String.valueOf(e.getMessage()))) {
                throw malformed(e, rooted);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (characters) {
            if (rooted && depth == 0) {
                alone();
            }
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("the parser could not be closed", e);
        }
    }
}
