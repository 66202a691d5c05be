package dev.plumbline.ingest.report.finding;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Texts that came lately, and what is shown of them: rules and messages of a report come again and again.
/// They are made fit to be shown once, and equal ones are then the very same, which comparing sees at once.
/// A text whose place another one takes is made again: whatever a file holds, this takes no more than its
/// places.
final class RecentTexts {
    private static final int PLACES = 512;
    private static final int LONGEST = 1024;

    private final UnaryOperator<String> made;
    private final @Nullable String[] texts = new @Nullable String[PLACES];
    private final String[] shown = new String[PLACES];

    /// @param made what is shown of a text
    RecentTexts(UnaryOperator<String> made) {
        this.made = made;
    }

    String shown(String text) {
        if (text.length() > LONGEST) {
            return made.apply(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        if (text.equals(texts[place])) {
            return shown[place];
        }
        String fit = made.apply(text);
        texts[place] = text;
        shown[place] = fit;
        return fit;
    }
}
