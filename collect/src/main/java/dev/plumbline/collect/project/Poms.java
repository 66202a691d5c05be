package dev.plumbline.collect.project;

import dev.plumbline.collect.project.Manifests.Manifest;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Maven's `pom.xml`: dependencies, processors of annotations and plugins as `group:artifact`, and which
/// Java it is for. Nothing is resolved: neither parents nor properties.
final class Poms {
    private static final int DEPTH = 64;
    private static final int TEXT_CHARS = 200;
    private static final Set<String> HOLDERS = Set.of("dependency", "path", "plugin");
    private static final Set<String> SETTINGS =
            Set.of("java.version", "maven.compiler.release", "maven.compiler.source", "maven.compiler.target");

    private static final XMLInputFactory FACTORY = factory();

    private final Manifest manifest;
    private final ArrayDeque<String> path = new ArrayDeque<>();
    private String group = "";
    private String artifact = "";

    private Poms(Manifest manifest) {
        this.manifest = manifest;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// @throws XMLStreamException when the text is no XML
    static void read(String text, Manifest manifest) throws XMLStreamException {
        var pom = new Poms(manifest);
        var xml = FACTORY.createXMLStreamReader(new StringReader(text));
        try {
            pom.read(xml);
        } finally {
            xml.close();
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS -> text(xml.getText().strip());
                case XMLStreamConstants.END_ELEMENT -> end(path.pop());
                default -> {
                    // comments
                }
            }
        }
    }

    private void start(String name) throws XMLStreamException {
        if (path.size() == DEPTH) {
            throw new XMLStreamException("more than " + DEPTH + " elements deep");
        }
        path.push(name);
        if (HOLDERS.contains(name)) {
            group = "";
            artifact = "";
        }
    }

    private void text(String text) {
        if (text.isEmpty() || text.length() > TEXT_CHARS || path.size() < 2) {
            return;
        }
        String name = path.getFirst();
        String holder = path.stream().skip(1).findFirst().orElse("");
        if (HOLDERS.contains(holder)) {
            group = name.equals("groupId") ? text : group;
            artifact = name.equals("artifactId") ? text : artifact;
        } else if (holder.equals("properties") && path.size() == 3 && SETTINGS.contains(name)) {
            manifest.settings().put("maven." + name, text);
        }
    }

    private void end(String name) {
        if (HOLDERS.contains(name) && !artifact.isEmpty()) {
            manifest.dependencies().add(group.isEmpty() ? artifact : group + ":" + artifact);
            artifact = "";
        }
    }
}
