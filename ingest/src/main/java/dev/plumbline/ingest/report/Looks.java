package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Looks that several readers take at the beginning of a file.
public final class Looks {
    private static final int SHOWN = 60;

    private Looks() {}

    /// XML whose root element is one of these.
    public static Recognition root(Head head, String... roots) {
        if (!(head.shape() instanceof Shape.Xml xml)) {
            return Recognition.apart("it is XML");
        }
        for (String root : roots) {
            if (root.equals(xml.root())) {
                return Recognition.MATCH;
            }
        }
        Supplier<String> why = () -> "its root element is <" + String.join("> or <", roots) + ">, here it is <"
                + Texts.shown(xml.root(), SHOWN) + ">";
        boolean similar = false;
        for (String root : roots) {
            similar |= root.contains(xml.root()) || xml.root().contains(root);
        }
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
        int there = 0;
        for (String field : fields) {
            there += object.fields().contains(field) ? 1 : 0;
        }
        if (there == fields.length) {
            return Recognition.MATCH;
        }
        Supplier<String> why =
                () -> "it has the fields " + String.join(", ", fields) + ", here at least one of them is missing";
        return there > 0 ? Recognition.alike(why) : new Recognition.Mismatch(why, 2);
    }

    /// A JSON object that has what makes the format.
    ///
    /// @param why what it has and a file that is none has not
    public static Recognition object(Head head, boolean own, String why) {
        if (!(head.shape() instanceof Shape.JsonObject)) {
            return Recognition.apart("it is a JSON object");
        }
        return own ? Recognition.MATCH : Recognition.alike(why);
    }

    /// Text of which one of the first lines begins so.
    public static Recognition line(Head head, String start) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        return text.lines().stream().anyMatch(line -> line.startsWith(start))
                ? Recognition.MATCH
                : Recognition.alike(() -> "it has a line that begins with «" + start + "», here there is none");
    }

    /// What a pattern describes stands among the first characters. Patterns are slow on long texts, words
    /// are not.
    ///
    /// @param words of which at least one is part of whatever the pattern finds
    public static boolean says(Head head, Pattern pattern, String... words) {
        return has(head, words) && pattern.matcher(head.text()).find();
    }

    /// One of these words stands among the first characters.
    public static boolean has(Head head, String... words) {
        for (String word : words) {
            if (head.has(word)) {
                return true;
            }
        }
        return false;
    }
}
