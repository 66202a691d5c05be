package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.format.findings.LineForm.Parts;
import org.jspecify.annotations.Nullable;

/// The lines of {@link PythonText} by hand, since there may be a hundred thousand of them. The pattern
/// beside each parser says what it finds, and a test compares the two.
final class PythonLines {
    private static final int PATH_CHARS = 1_001;
    private static final int MODULE_CHARS = 300;
    private static final int LETTERS = 5;
    private static final String LEVELS = "CRWEFI";
    private static final String[] MYPY_FILES = {".py", ".pyi", ".ipynb", "<string>"};
    private static final String[] MYPY_LEVELS = {"error", "warning", "note"};

    private PythonLines() {}

    /// Reads on behind a path.
    @FunctionalInterface
    private interface Rest {
        @Nullable
        Parts after(String path, LineText line);
    }

    /// A letter and a colon begin a path with a drive or, where that leads nowhere, are a path.
    private static @Nullable Parts behindPath(String text, Rest rest) {
        var line = new LineText(text);
        if (line.takesDrive() && path(line)) {
            Parts parts = rest.after(line.since(0), line);
            if (parts != null) {
                return parts;
            }
        }
        return path(line.to(0)) ? rest.after(line.since(0), line) : null;
    }

    /// What stands before the next colon, and does not begin with white space.
    private static boolean path(LineText line) {
        int from = line.at();
        return !line.space() && line.takesUntil(':') && line.at() > from && line.charactersSince(from) <= PATH_CHARS;
    }

    private static @Nullable Parts found(String path, int number, String rule, String level, LineText line) {
        return line.oneLine() ? new Parts(path, number, rule, level, line.rest()) : null;
    }

    /// `a.py:3:1: E501 line too long`
    static @Nullable Parts flake8(String text) {
        return behindPath(text, (path, line) -> {
            int number = place(line);
            if (number < 0) {
                return null;
            }
            if (line.takesDigits() > 0 && !line.takes(':') || !line.takes(' ')) {
                return null;
            }
            String rule = rule(line, 1);
            return rule.isEmpty() || !line.takes(' ') ? null : found(path, number, rule, "", line);
        });
    }

    /// `a.py:3: [E501] line too long`
    static @Nullable Parts flake8Pylint(String text) {
        return behindPath(text, (path, line) -> {
            int number = place(line);
            if (number < 0 || !line.takes(" [")) {
                return null;
            }
            String rule = rule(line, 2);
            return rule.isEmpty() || !line.takes("] ") ? null : found(path, number, rule, "", line);
        });
    }

    /// `:3:`, of which the number is given back; -1 where there is none.
    private static int place(LineText line) {
        if (!line.takes(':')) {
            return -1;
        }
        int from = line.at();
        if (line.takesDigits() == 0) {
            return -1;
        }
        int number = line.number(from);
        return line.takes(':') ? number : -1;
    }

    /// One to five letters, and digits up to five; empty where there are none.
    private static String rule(LineText line, int fewestDigits) {
        int from = line.at();
        int letters = line.takesCapitals();
        int digits = line.takesDigits();
        boolean there = letters >= 1 && letters <= LETTERS && digits >= fewestDigits && digits <= LETTERS;
        return there ? line.since(from) : "";
    }

    /// `a.py:3:1: C0301: Line too long`
    static @Nullable Parts pylint(String text) {
        return behindPath(text, (path, line) -> {
            int number = place(line);
            if (number < 0 || line.takesDigits() == 0 || !line.takes(": ")) {
                return null;
            }
            int from = line.at();
            if (!line.takesOneOf(LEVELS) || line.takesDigits() != 4) {
                return null;
            }
            String rule = line.since(from);
            return line.takes(": ") ? found(path, number, rule, "", line) : null;
        });
    }

    /// `a.py:3: [C0301(line-too-long), f] Line too long`, also with the module behind the path.
    static @Nullable Parts pylintParseable(String text) {
        return behindPath(text, (path, line) -> {
            int colon = line.at();
            line.takes(':');
            int name = line.takesDottedName();
            if (name < 1 || name > MODULE_CHARS || text.length() == line.at() || !LineText.digit(next(text, line))) {
                line.to(colon);
            }
            int number = place(line);
            return number < 0 || !line.takes(" [") ? null : bracket(path, number, line, text);
        });
    }

    /// The character behind a colon that stands here; the colon's absence is told by a character that is no
    /// digit.
    private static char next(String text, LineText line) {
        int at = line.at();
        return text.charAt(at) == ':' && at + 1 < text.length() ? text.charAt(at + 1) : ':';
    }

    /// `C0301(line-too-long), f] Line too long`, or `C] Line too long`.
    private static @Nullable Parts bracket(String path, int number, LineText line, String text) {
        int from = line.at();
        String rule = "";
        if (line.takesCapitals() == 1 && line.takesDigits() == 4) {
            rule = line.since(from);
        } else {
            line.to(from);
        }
        int slug = line.at() + 1;
        boolean named = line.takes('(') && line.takesSlug();
        if (named) {
            rule = rule.isEmpty() ? line.since(slug) : rule;
            named = line.takes(')');
        }
        if (!named) {
            line.to(slug - 1);
            rule = slug - 1 > from ? rule : "";
        }
        if (line.takes(',') && line.takesUntil(']') && line.takes("] ")) {
            return found(path, number, rule, "", line);
        }
        if (line.to(from).takesOneOf(LEVELS) && line.takesDigits() == 4) {
            String id = line.since(from);
            if (line.takes("] ")) {
                return found(path, number, id, "", line);
            }
        }
        boolean letter = line.to(from).takesOneOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        return letter && line.takes("] ") ? found(path, number, text.substring(from, from + 1), "", line) : null;
    }

    /// `a.py(3): [C0301(line-too-long), f] Line too long`
    static @Nullable Parts pylintMsvs(String text) {
        int bracket = text.indexOf('(');
        if (bracket < 1 || text.lastIndexOf(':', bracket) >= 0) {
            return null;
        }
        var line = new LineText(text);
        if (line.space() || line.to(bracket).charactersSince(0) > PATH_CHARS) {
            return null;
        }
        int from = line.to(bracket + 1).at();
        if (line.takesDigits() == 0) {
            return null;
        }
        int number = line.number(from);
        int rule = line.takes("): [") ? line.at() : -1;
        if (rule < 0 || !line.takesOneOf(LEVELS)) {
            return null;
        }
        int digits = line.at();
        if (line.takesDigits() < 4) {
            return null;
        }
        String id = line.to(digits + 4).since(rule);
        return line.takesUntil(']') && line.takes("] ")
                ? found(text.substring(0, bracket), number, id, "", line)
                : null;
    }

    /// `C:  3, 0: Line too long (line-too-long)`
    static @Nullable Parts pylintOld(String text) {
        var line = new LineText(text);
        if (!line.takesOneOf(LEVELS) || !line.takes(':')) {
            return null;
        }
        line.takesSpaces(5);
        int from = line.at();
        if (line.takesDigits() == 0) {
            return null;
        }
        int number = line.number(from);
        if (!line.takes(',')) {
            return null;
        }
        line.takesSpaces(4);
        if (line.takesDigits() == 0 || !line.takes(": ") || !line.oneLine()) {
            return null;
        }
        int message = line.at();
        int open = text.lastIndexOf(" (");
        boolean named = open >= message && line.to(open + 2).takesSlug();
        String rule = named ? line.since(open + 2) : "";
        named = named && line.takes(')') && line.ended();
        return new Parts(
                "",
                number,
                named ? rule : "",
                text.substring(0, 1),
                text.substring(message, named ? open : text.length()));
    }

    /// `a.py:3:1: error: Name "x" is not defined  [name-defined]`
    static @Nullable Parts mypyRule(String text) {
        int open = text.lastIndexOf("  [");
        var end = new LineText(text).to(open + 3);
        if (open < 0 || !end.takesSlug()) {
            return null;
        }
        String rule = end.since(open + 3);
        if (!end.takes(']') || !end.ended()) {
            return null;
        }
        Parts whole = mypy(text);
        int message = whole == null ? 0 : whole.message().length() - (text.length() - open);
        return whole == null || message < 0
                ? null
                : new Parts(
                        whole.path(),
                        whole.line(),
                        rule,
                        whole.level(),
                        whole.message().substring(0, message));
    }

    /// `a.py:3: note: See the documentation`
    static @Nullable Parts mypy(String text) {
        var line = new LineText(text);
        int from = line.takesDrive() ? 2 : 0;
        if (!line.takesUntil(':') || !mypyFile(text, from, line)) {
            return null;
        }
        String path = line.since(0);
        line.takes(':');
        int digits = line.at();
        int number = line.takesDigits() > 0 ? line.number(digits) : 0;
        if (line.at() > digits) {
            if (!line.takes(':')) {
                return null;
            }
            for (int i = 0; i < 3; i++) {
                if (line.takesDigits() > 0 && !line.takes(':')) {
                    return null;
                }
            }
        }
        if (!line.takes(' ')) {
            return null;
        }
        for (String level : MYPY_LEVELS) {
            if (line.takes(level)) {
                return line.takes(": ") ? found(path, number, "", level, line) : null;
            }
        }
        return null;
    }

    private static boolean mypyFile(String text, int from, LineText line) {
        for (String end : MYPY_FILES) {
            int name = line.at() - end.length();
            if (name > from && text.startsWith(end, name)) {
                return text.codePointCount(from, name) < PATH_CHARS;
            }
        }
        return false;
    }
}
