package dev.plumbline.ingest.report.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonFactory;
import dev.plumbline.ingest.report.bench.Enlarged.Stretch;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/// What of a file holds things that may repeat: lists and objects of JSON, elements of XML.
final class Stretches {
    private static final JsonFactory JSON = new JsonFactory();
    private static final WstxInputFactory XML = new WstxInputFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private Stretches() {}

    /// The inside of each list and object; the whole of a file that holds one value after another.
    static List<Stretch> ofJson(String text) throws IOException {
        var stretches = new ArrayList<Stretch>();
        Deque<Open> open = new ArrayDeque<>();
        int values = 0;
        try (var json = JSON.createParser(new StringReader(text))) {
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                int at = (int) json.currentTokenLocation().getCharOffset();
                switch (token) {
                    case START_OBJECT, START_ARRAY -> open.push(new Open(at + 1));
                    case END_OBJECT, END_ARRAY -> open.pop().close(at, ",", stretches);
                    case FIELD_NAME -> open.element().keys.add(at + 1);
                    default -> {
                        // a value
                    }
                }
                if (token.isStructEnd() || token.isScalarValue()) {
                    if (open.isEmpty()) {
                        values++;
                    } else {
                        open.element().items++;
                    }
                }
            }
        }
        return values > 1 ? List.of(Stretch.whole(text)) : stretches;
    }

    /// The inside of each element.
    static List<Stretch> ofXml(String text) throws XMLStreamException {
        var stretches = new ArrayList<Stretch>();
        Deque<Open> open = new ArrayDeque<>();
        var xml = (XMLStreamReader2) XML.createXMLStreamReader(new StringReader(text));
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    open.push(new Open((int) xml.getLocationInfo().getEndingCharOffset()));
                case XMLStreamConstants.END_ELEMENT -> {
                    open.pop().close((int) xml.getLocationInfo().getStartingCharOffset(), "", stretches);
                    if (!open.isEmpty()) {
                        open.element().items++;
                    }
                }
                default -> {
                    // text
                }
            }
        }
        return stretches;
    }

    private static final class Open {
        private final int from;
        private final List<Integer> keys = new ArrayList<>();
        private int items;

        Open(int from) {
            this.from = from;
        }

        void close(int to, String between, List<Stretch> stretches) {
            if (items > 0 && to > from) {
                stretches.add(new Stretch(from, to, items, between, List.copyOf(keys)));
            }
        }
    }
}
