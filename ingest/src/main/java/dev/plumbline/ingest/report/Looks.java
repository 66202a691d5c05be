package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks that several readers take at the beginning of a file.
public final class Looks {
    private static final int SHOWN = 60;

    private Looks() {}

    /// XML whose root element is one of these.
    public static Recognition root(Head head, String... roots) {
        if (!(head.shape() instanceof Shape.Xml xml)) {
            return Recognition.apart("it is XML");
        }
        if (List.of(roots).contains(xml.root())) {
            return Recognition.MATCH;
        }
        String why = "its root element is <" + String.join("> or <", roots) + ">, here it is <"
                + Texts.shown(xml.root(), SHOWN) + ">";
        boolean similar = Stream.of(roots)
                .anyMatch(name -> name.contains(xml.root()) || xml.root().contains(name));
        return similar ? Recognition.alike(why) : new Recognition.Mismatch(why, 2);
    }

    /// XML with this root element, of which an attribute shows the format.
    public static Recognition rootWith(Head head, String root, String... attributes) {
        Recognition look = root(head, root);
        if (look instanceof Recognition.Match
                && head.shape() instanceof Shape.Xml xml
                && !xml.attributes().keySet().containsAll(List.of(attributes))) {
            return Recognition.alike(
                    "its <" + root + "> has the attribute " + String.join(" and ", attributes) + ", here it has not");
        }
        return look;
    }

    /// A JSON object with all of these fields.
    public static Recognition fields(Head head, String... fields) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        if (object.fields().containsAll(Set.of(fields))) {
            return Recognition.MATCH;
        }
        String why = "it has the fields " + String.join(", ", fields) + ", here at least one of them is missing";
        boolean similar = Stream.of(fields).anyMatch(object.fields()::contains);
        return similar ? Recognition.alike(why) : new Recognition.Mismatch(why, 2);
    }

    /// Text of which one of the first lines begins so.
    public static Recognition line(Head head, String start) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        return text.lines().stream().anyMatch(line -> line.startsWith(start))
                ? Recognition.MATCH
                : Recognition.alike("it has a line that begins with «" + start + "», here there is none");
    }

    /// What a pattern describes stands among the first characters. Patterns are slow on long texts, words are not.
    ///
    /// @param words of which at least one is part of whatever the pattern finds
    public static boolean says(Head head, Pattern pattern, String... words) {
        return has(head, words) && pattern.matcher(head.text()).find();
    }

    /// One of these words stands among the first characters.
    public static boolean has(Head head, String... words) {
        for (String word : words) {
            if (head.text().contains(word)) {
                return true;
            }
        }
        return false;
    }
}
