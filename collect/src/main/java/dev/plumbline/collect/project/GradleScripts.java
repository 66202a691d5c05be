package dev.plumbline.collect.project;

import dev.plumbline.collect.project.Manifests.Manifest;

/// Gradle's build scripts, in Groovy or Kotlin. They are programs, so that only texts in quotes of the form
/// of coordinates are taken: `"org.slf4j:slf4j-api:2.0"`. What stands in comments is left out.
final class GradleScripts {
    private static final int TEXT_CHARS = 200;

    private final String text;
    private final Manifest manifest;
    private int at;

    private GradleScripts(String text, Manifest manifest) {
        this.text = text;
        this.manifest = manifest;
    }

    static void read(String text, Manifest manifest) {
        new GradleScripts(text, manifest).read();
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (text.startsWith("//", at)) {
                skipTo("\n");
            } else if (text.startsWith("/*", at)) {
                at += 2;
                skipTo("*/");
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else {
                at++;
            }
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void quoted(char quote) {
        int from = ++at;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        String literal = text.substring(from, Math.min(at, text.length()));
        at++;
        var parts = literal.split(":", -1);
        boolean coordinates = parts.length >= 2 && parts.length <= 4 && literal.length() <= TEXT_CHARS;
        if (coordinates && named(parts[0]) && named(parts[1])) {
            manifest.dependencies().add(parts[0] + ":" + parts[1]);
        }
    }

    /// Whether a text begins with a letter and holds what names of groups and artifacts are made of.
    private static boolean named(String part) {
        return !part.isEmpty()
                && Character.isLetter(part.charAt(0))
                && part.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
    }
}
