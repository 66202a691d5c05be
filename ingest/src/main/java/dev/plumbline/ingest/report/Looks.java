package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Looks that several readers take at the beginning of a file.
public final class Looks {
    /// So long is at most what {@link #near} finds, and so far from its word it is looked for.
    public static final int NEAR = 256;

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

    /// The same for a pattern of which no place is longer than {@link #NEAR} characters: it is looked for
    /// around the words.
    public static boolean near(Head head, Pattern pattern, String... words) {
        for (String word : words) {
            if (head.has(word) && around(head.text(), pattern, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean around(String text, Pattern pattern, String word) {
        var places = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int at = text.indexOf(word);
        while (at >= 0) {
            int from = Math.max(0, at - NEAR);
            int to = at + NEAR;
            at = text.indexOf(word, at + 1);
            while (at >= 0 && at - NEAR <= to) {
                to = at + NEAR;
                at = text.indexOf(word, at + 1);
            }
            if (places.region(from, Math.min(text.length(), to)).find()) {
                return true;
            }
        }
        return false;
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
