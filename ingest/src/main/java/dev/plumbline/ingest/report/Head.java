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
    private final Supplier<@Nullable MalformedReport> check;
    private @Nullable String text;
    private @Nullable List<String> lines;

    Head(Shape shape, Supplier<String> characters, Supplier<@Nullable MalformedReport> check) {
        this.shape = shape;
        this.characters = characters;
        this.check = check;
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
