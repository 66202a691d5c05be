package dev.plumbline.analyzer.adopting;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Finds the words in somebody's bullet that stand for words in ours. Both list the parts of a clause in parentheses:
/// where they list equally many, a part stands for the one at its place; else the whole bullet is quoted.
final class Quotes {
    private static final Pattern PARENTHESIS = Pattern.compile("\\(([^()]*)\\)");

    private Quotes() {}

    static String of(String quote, String ours, String theirs) {
        if (theirs.contains(quote)) {
            return quote;
        }
        var our = items(ours);
        var their = items(theirs);
        int at = our.indexOf(quote);
        return at >= 0 && our.size() == their.size() ? their.get(at) : theirs;
    }

    /// {@return what is listed in parentheses, between commas}
    static List<String> items(String bullet) {
        return PARENTHESIS
                .matcher(bullet)
                .results()
                .flatMap(it -> Arrays.stream(it.group(1).split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
