package dev.plumbline.analyzer.standard;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// How much two texts say with the same words.
public final class Wording {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> FILLERS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "by", "each", "every", "for", "from", "in", "is", "it", "no",
            "not", "of", "on", "or", "our", "the", "their", "them", "to", "with");
    /// Words that begin with the same letters count as one: check, checks, checked.
    private static final int STEM = 5;

    private Wording() {}

    /// {@return the words that carry meaning, in lower case, ascending}
    public static Set<String> words(String text) {
        var words = new TreeSet<String>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            String word = matcher.group();
            if (!FILLERS.contains(word)) {
                words.add(word.length() > STEM ? word.substring(0, STEM) : word);
            }
        }
        return words;
    }

    /// {@return the share, from 0 to 1, of the part's words that the whole has too; 0 where the part has none}
    public static double share(String part, String whole) {
        var wanted = words(part);
        var there = words(whole);
        return wanted.isEmpty()
                ? 0
                : (double) wanted.stream().filter(there::contains).count() / wanted.size();
    }

    /// {@return twice the shared words by all words, from 0 to 1 (Dice's coefficient)}
    public static double likeness(String one, String other) {
        var first = words(one);
        var second = words(other);
        int all = first.size() + second.size();
        return all == 0 ? 0 : 2.0 * first.stream().filter(second::contains).count() / all;
    }
}
