package dev.plumbline.ingest.report.format.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is looked for somewhere in a line. Where all that a pattern finds begins a line with one of a few characters,
/// or
/// holds one of a few words, other lines are not searched: most lines are findings, and signs stand at a report's end.
final class LineSign {
    static final LineSign NEVER = new LineSign(Pattern.compile("(?!)"), "", List.of());
    private static final String META = "^$.|?*+()[]{}\\";

    private final Pattern pattern;
    private final @Nullable String firsts;
    private final List<String> words;

    /// @param firsts null where any line may have the sign
    private LineSign(Pattern pattern, @Nullable String firsts, List<String> words) {
        this.pattern = pattern;
        this.firsts = firsts;
        this.words = words;
    }

    static LineSign of(String pattern) {
        var words = new ArrayList<String>();
        String firsts = firsts(pattern, words);
        return new LineSign(Pattern.compile(pattern), firsts, List.copyOf(words));
    }

    boolean in(String line) {
        return possible(line) && pattern.matcher(line).find();
    }

    /// {@return the place in the line; null where there is none}
    @Nullable
    Matcher find(String line) {
        if (!possible(line)) {
            return null;
        }
        Matcher match = pattern.matcher(line);
        return match.find() ? match : null;
    }

    private boolean possible(String line) {
        if (firsts == null || !line.isEmpty() && firsts.indexOf(line.charAt(0)) >= 0) {
            return true;
        }
        for (String word : words) {
            if (line.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// {@return the characters with which a line begins that has the sign, but for those with one of the words; null
    /// where neither can be told}
    private static @Nullable String firsts(String pattern, List<String> words) {
        var firsts = new StringBuilder();
        int from = 0;
        while (from < pattern.length()) {
            int to = end(pattern, from);
            String alternative = pattern.substring(from, to);
            String first = first(alternative, words);
            String word = first == null ? word(alternative) : null;
            if (first != null) {
                firsts.append(first);
            } else if (word != null) {
                words.add(word);
            } else {
                return null;
            }
            from = to + 1;
        }
        return firsts.toString();
    }

    /// The end of an alternative: the next bar outside of brackets.
    private static int end(String pattern, int from) {
        int depth = 0;
        for (int i = from; i < pattern.length(); i++) {
            switch (pattern.charAt(i)) {
                case '\\' -> i++;
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '|' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                default -> {
                    // a character
                }
            }
        }
        return pattern.length();
    }

    private static @Nullable String first(String alternative, List<String> words) {
        if (alternative.startsWith("^\\d+")) {
            return "0123456789";
        }
        if (alternative.startsWith("^(?:") && alternative.indexOf(')') == alternative.lastIndexOf(')')) {
            return firsts(
                    "^" + alternative.substring(4, alternative.indexOf(')')).replace("|", "|^"), words);
        }
        int at = alternative.startsWith("^\\") ? 2 : 1;
        if (alternative.length() < at + 2 || alternative.charAt(0) != '^') {
            return null;
        }
        char first = alternative.charAt(at);
        boolean plain = at == 1 ? Character.isLetter(first) : !Character.isLetterOrDigit(first);
        boolean there = "*?".indexOf(alternative.charAt(at + 1)) < 0 && !alternative.startsWith("{0", at + 1);
        return plain && there ? String.valueOf(first) : null;
    }

    /// {@return the alternative itself, where it is plain text}
    private static @Nullable String word(String alternative) {
        var word = new StringBuilder();
        for (int i = 0; i < alternative.length(); i++) {
            char c = alternative.charAt(i);
            boolean escape = c == '\\' && i + 1 < alternative.length();
            if (escape && !Character.isLetterOrDigit(alternative.charAt(i + 1))) {
                word.append(alternative.charAt(++i));
            } else if (META.indexOf(c) < 0) {
                word.append(c);
            } else {
                return null;
            }
        }
        return word.isEmpty() ? null : word.toString();
    }
}
