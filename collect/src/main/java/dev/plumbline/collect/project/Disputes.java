package dev.plumbline.collect.project;

import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds settings that mean the same thing to two tools and have two values in one folder.
final class Disputes {
    private static final Pattern LENGTH =
            Pattern.compile("(black|ruff|flake8|isort|pycodestyle|pylint)\\.(.*\\.)?(max-)?line-length");
    private static final Pattern CONVENTION =
            Pattern.compile("(ruff|pydocstyle|flake8)\\.(.*\\.)?(docstring-)?convention");

    private final Tally tally;
    private final Map<String, String> first = new HashMap<>();

    Disputes(Tally tally) {
        this.tally = tally;
    }

    void see(SourcePath at, Map<String, String> settings) {
        settings.forEach((name, value) -> {
            String meaning = meaning(name);
            if (!meaning.isEmpty()) {
                String known = first.putIfAbsent(at.folder() + "\n" + meaning, value);
                if (known != null && !known.equals(value)) {
                    tally.add(Fact.DISPUTED_SETTINGS, at.path(), 0, name + " is " + value + ", elsewhere " + known);
                }
            }
        });
    }

    private static String meaning(String name) {
        String plain = name.replace('_', '-');
        return LENGTH.matcher(plain).matches()
                ? "length of lines"
                : CONVENTION.matcher(plain).matches() ? "convention of docstrings" : "";
    }
}
