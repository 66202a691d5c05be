package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;
import static dev.plumbline.ingest.report.format.inventory.SpdxDocument.WORD_CHARS;

import dev.plumbline.ingest.report.syntax.XmlCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks through an SPDX 2 document in RDF/XML, in which a thing stands where it is first spoken of,
/// however deep, and is referred to elsewhere: nodes and properties by turns.
final class SpdxRdf {
    /// Who owns what stands outside of every package.
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";

    private final XmlCursor xml;
    private final SpdxDocument document;
    private final Map<String, SpdxPackage> packages = new LinkedHashMap<>();
    private final Set<String> files = new HashSet<>();

    SpdxRdf(XmlCursor xml, SpdxDocument document) {
        this.xml = xml;
        this.document = document;
    }

    /// Takes the root element, on which the cursor stands.
    void read() {
        children(() -> node(DOCUMENT));
        packages.values().forEach(document::add);
    }

    /// Visits the elements directly below the one on which the cursor stands; each visit ends on the end of
    /// its element.
    private void children(Runnable child) {
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == XmlCursor.Step.START) {
                child.run();
            }
        }
    }

    /// {@return what the element is about; empty where it does not say}
    private String about() {
        Map<String, String> attributes = xml.attributes(REFERENCE_CHARS);
        String name =
                attributes.getOrDefault("about", attributes.getOrDefault("nodeID", attributes.getOrDefault("ID", "")));
        return local(name);
    }

    /// {@return what the property refers to; empty where it does not refer}
    private String resource() {
        Map<String, String> attributes = xml.attributes(REFERENCE_CHARS);
        return attributes.getOrDefault("resource", attributes.getOrDefault("nodeID", ""));
    }

    private static String local(String reference) {
        return reference.substring(reference.lastIndexOf('#') + 1);
    }

    /// A node, and what it is called.
    private String node(String owner) {
        String about = about();
        switch (xml.name()) {
            case "SpdxDocument" -> children(() -> ofDocument(about.isEmpty() ? DOCUMENT : about));
            case "Package" -> {
                SpdxPackage found = pack(about);
                children(() -> ofPackage(found, about));
            }
            case "File" -> {
                if (about.isEmpty() || files.add(about)) {
                    document.sheet().allowance().keep(64 + 2L * about.length());
                    document.sheet().count("files");
                }
                children(() -> property(about));
            }
            case "Relationship" -> relationship(owner);
            case "Description" -> throw xml.wrong("A resource does not say by its element what it is.");
            default -> children(() -> property(owner));
        }
        return about;
    }

    private SpdxPackage pack(String id) {
        String key = id.isEmpty() ? "\0" + packages.size() : id;
        SpdxPackage known = packages.get(key);
        if (known != null) {
            return known;
        }
        document.sheet().allowance().keep(200 + 2L * id.length());
        var found = new SpdxPackage();
        found.id = id.isEmpty() ? null : id;
        packages.put(key, found);
        return found;
    }

    /// A property of no interest, in which nodes may stand.
    private void property(String owner) {
        children(() -> node(owner));
    }

    private void ofDocument(String about) {
        switch (xml.name()) {
            case "specVersion" -> document.version(xml.text(WORD_CHARS).strip());
            case "created" -> document.sheet().created(xml.text(WORD_CHARS).strip());
            case "creator" -> document.creator(xml.text(WORD_CHARS).strip());
            case "creationInfo", "CreationInfo" -> children(() -> ofDocument(about));
            case "describesPackage" -> document.describes(target(about));
            default -> property(about);
        }
    }

    /// {@return what a property refers to, or holds}
    private String target(String owner) {
        String[] found = {local(resource())};
        children(() -> {
            String inner = node(owner);
            found[0] = found[0].isEmpty() ? inner : found[0];
        });
        return found[0];
    }

    private void ofPackage(SpdxPackage found, String about) {
        switch (xml.name()) {
            case "name" -> found.name = xml.text(NAME_CHARS).strip();
            case "versionInfo" -> found.version = xml.text(NAME_CHARS).strip();
            case "licenseConcluded" -> found.concluded = licence(0);
            case "licenseDeclared" -> found.declared = licence(0);
            case "externalRef" -> children(() -> reference(found));
            default -> property(about);
        }
    }

    private void reference(SpdxPackage found) {
        String[] words = {"", ""};
        children(() -> {
            switch (xml.name()) {
                case "referenceType" -> {
                    words[0] = resource();
                    xml.skip();
                }
                case "referenceLocator" -> words[1] = xml.text(REFERENCE_CHARS).strip();
                default -> xml.skip();
            }
        });
        if (words[0].endsWith("/purl") && found.purl == null) {
            found.purl = words[1];
        }
    }

    private void relationship(String owner) {
        document.sheet().count("relationships");
        String[] words = {"", ""};
        children(() -> {
            switch (xml.name()) {
                case "relationshipType" -> {
                    String type = local(resource());
                    words[0] = type.substring(type.lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
                    xml.skip();
                }
                case "relatedSpdxElement" -> words[1] = target(owner);
                default -> xml.skip();
            }
        });
        if (words[0].equals("describes")) {
            document.describes(words[1]);
        } else if (words[0].equals("describedby")) {
            document.describes(owner);
        }
    }

    /// {@return the expression that a property refers to or holds}
    private String licence(int depth) {
        String said = word(resource());
        var inner = new ArrayList<String>();
        children(() -> inner.add(expression(depth)));
        return said.isEmpty() && !inner.isEmpty() ? inner.getFirst() : said;
    }

    private String expression(int depth) {
        String sort = xml.name();
        @Nullable String[] id = {word(xml.attributes(REFERENCE_CHARS).get("about"))};
        List<String> members = new ArrayList<>();
        children(() -> {
            switch (xml.name()) {
                case "member", "licenseException" -> members.add(licence(depth + 1));
                case "licenseId", "licenseExceptionId" ->
                    id[0] = xml.text(NAME_CHARS).strip();
                default -> xml.skip();
            }
        });
        members.removeIf(String::isEmpty);
        String joined = switch (sort) {
            case "DisjunctiveLicenseSet" -> String.join(" OR ", members);
            case "ConjunctiveLicenseSet" -> String.join(" AND ", members);
            case "WithExceptionOperator" -> String.join(" WITH ", members);
            case "OrLaterOperator" -> String.join("", members) + "+";
            default -> id[0] == null ? "" : id[0];
        };
        String whole = depth > 0 && members.size() > 1 ? "(" + joined + ")" : joined;
        return whole.length() > NAME_CHARS ? whole.substring(0, NAME_CHARS) : whole;
    }

    /// `http://spdx.org/licenses/MIT` is MIT.
    private static String word(@Nullable String address) {
        if (address == null) {
            return "";
        }
        String last = address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1);
        return last.equals("noassertion") || last.equals("none") ? last.toUpperCase(Locale.ROOT) : last;
    }
}
