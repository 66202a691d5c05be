package dev.plumbline.ingest.report.syntax;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLResolver;
import javax.xml.stream.XMLStreamException;

/// The one place where XML parsers are made. A DOCTYPE is passed over: nothing in it is read, and an entity that is
/// not one of XML's own five ends the reading.
public final class Xml {
    private static final WstxInputFactory FACTORY = factory();

    private Xml() {}

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // without it Woodstox drops unknown entities from attributes silently; with it, and no DTD read, each of them
        // is an error
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        XMLResolver never = (publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("the report refers to an entity, and none is ever resolved");
        };
        factory.setXMLResolver(never);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, Limits.DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, Limits.XML_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.XML_ATTRIBUTE_CHARS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, (long) Limits.XML_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, Limits.XML_TEXT_CHARS);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, Limits.DOCUMENT_BYTES);
        factory.setProperty(WstxInputProperties.P_MAX_ENTITY_COUNT, 1);
        factory.setProperty(WstxInputProperties.P_CACHE_DTDS, false);
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        return factory;
    }

    /// The caller closes the cursor.
    public static XmlCursor open(Content content, Allowance allowance) throws IOException {
        InputStream in = content.open();
        try {
            byte[] head = in.readNBytes(512);
            var encoding = Encoding.of(head);
            var characters = new DecodingReader(encoding.whole(head, in), encoding.charset());
            return new XmlCursor(FACTORY.createXMLStreamReader(characters), characters, allowance);
        } catch (XMLStreamException e) {
            in.close();
            throw XmlCursor.malformed(e);
        } catch (MalformedReport e) {
            in.close();
            throw e;
        }
    }
}
