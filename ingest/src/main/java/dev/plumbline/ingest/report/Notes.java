package dev.plumbline.ingest.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a reader did not take at face value, a sentence each; each once, at most {@link #LIMIT}.
public final class Notes {
    public static final int LIMIT = 20;

    private final Set<String> sentences = new LinkedHashSet<>();

    public void add(String sentence) {
        if (sentences.size() < LIMIT) {
            sentences.add(sentence);
        }
    }

    /// @param characters how many were replaced when the file was decoded
    public void replaced(int characters) {
        if (characters > 0) {
            add(characters + " characters that cannot be decoded, or that are not allowed, were replaced.");
        }
    }

    public List<String> all() {
        return List.copyOf(sentences);
    }
}
