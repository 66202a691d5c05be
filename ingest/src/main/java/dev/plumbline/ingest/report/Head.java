package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.MalformedReport;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The beginning of a file, from which its format is recognised. Its characters, and what is wrong with it,
/// are made out when somebody asks: most files are recognised by their shape. Not for use by several
/// threads.
public final class Head {
    public static final int BYTES = 64 * 1024;

    private final Shape shape;
    private final Supplier<String> characters;
    private final Supplier<String> words;
    private final Supplier<@Nullable MalformedReport> check;
    private @Nullable String text;
    private @Nullable String searched;
    private @Nullable QuotedWords quoted;
    private @Nullable Grams grams;
    private @Nullable String uncoloured;
    private @Nullable List<String> lines;

    /// @param words what of the characters can be words of ASCII, each in its place
    Head(Shape shape, Supplier<String> characters, Supplier<String> words, Supplier<@Nullable MalformedReport> check) {
        this.shape = shape;
        this.characters = characters;
        this.words = words;
        this.check = check;
    }

    Head(Shape shape, Supplier<String> characters, Supplier<@Nullable MalformedReport> check) {
        this(shape, characters, characters, check);
    }

    public Head(Shape shape, String text, @Nullable MalformedReport problem) {
        this(shape, () -> text, () -> problem);
    }

    public Shape shape() {
        return shape;
    }

    /// {@return the first {@link #BYTES} bytes as characters}
    public String text() {
        String known = text;
        if (known == null) {
            known = characters.get();
            text = known;
        }
        return known;
    }

    /// {@return whether these characters stand in {@link #text()}}
    ///
    /// @param word of ASCII
    public boolean has(String word) {
        boolean may = shape instanceof Shape.Text ? grams().mayHold(word) : quoted().mayHold(word);
        return may && searched().contains(word);
    }

    /// {@return whether these characters stand in {@link #text()} once a terminal's colours are taken off}
    public boolean shows(String word) {
        String known = uncoloured;
        if (known == null) {
            known = Colours.off(text());
            uncoloured = known;
        }
        boolean plain = known.length() == text().length();
        return plain && shape instanceof Shape.Text ? has(word) : known.contains(word);
    }

    private Grams grams() {
        Grams known = grams;
        if (known == null) {
            known = new Grams(searched());
            grams = known;
        }
        return known;
    }

    private QuotedWords quoted() {
        QuotedWords known = quoted;
        if (known == null) {
            known = new QuotedWords(searched());
            quoted = known;
        }
        return known;
    }

    String searched() {
        String known = searched;
        if (known == null) {
            known = words.get();
            searched = known;
        }
        return known;
    }

    /// {@return the lines of {@link #text()}}
    public List<String> lines() {
        List<String> known = lines;
        if (known == null) {
            known = text().lines().toList();
            lines = known;
        }
        return known;
    }

    /// {@return what is wrong with a file that ends within the head; null where nothing is, or nobody can
    /// tell}
    public @Nullable MalformedReport problem() {
        return check.get();
    }
}
