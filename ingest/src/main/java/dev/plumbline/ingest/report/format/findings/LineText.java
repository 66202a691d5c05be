package dev.plumbline.ingest.report.format.findings;

/// One line, walked through from left to right by what may stand in it. A step that does not find what it
/// looks for leaves the place where it was.
final class LineText {
    private static final String SPACES = " \t\n\u000B\f\r";

    private final String line;
    private int at;

    LineText(String line) {
        this.line = line;
    }

    int at() {
        return at;
    }

    LineText to(int place) {
        at = place;
        return this;
    }

    boolean ended() {
        return at == line.length();
    }

    boolean takes(char c) {
        boolean there = at < line.length() && line.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    boolean takes(String text) {
        boolean there = line.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    boolean takesOneOf(String characters) {
        boolean there = at < line.length() && characters.indexOf(line.charAt(at)) >= 0;
        at += there ? 1 : 0;
        return there;
    }

    /// {@return how many digits stand here, all of which it takes}
    int takesDigits() {
        int from = at;
        while (at < line.length() && digit(line.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /// {@return how many capital letters stand here, all of which it takes}
    int takesCapitals() {
        int from = at;
        while (at < line.length() && capital(line.charAt(at))) {
            at++;
        }
        return at - from;
    }

    void takesSpaces(int most) {
        for (int i = 0; i < most && at < line.length() && SPACES.indexOf(line.charAt(at)) >= 0; i++) {
            at++;
        }
    }

    /// {@return how many letters, digits and underscores, or dots, stand here, all of which it takes}
    int takesDottedName() {
        int from = at;
        while (at < line.length() && dottedName(line.charAt(at))) {
            at++;
        }
        return at - from;
    }

    /// Whether one of the tool's names of rules stands here, `no-redef`: then it takes it.
    boolean takesSlug() {
        if (at == line.length() || !small(line.charAt(at))) {
            return false;
        }
        while (at < line.length() && (small(line.charAt(at)) || digit(line.charAt(at)) || line.charAt(at) == '-')) {
            at++;
        }
        return true;
    }

    /// Takes what stands before the next of these characters, and nothing where there is none.
    boolean takesUntil(char c) {
        int there = line.indexOf(c, at);
        at = there < 0 ? at : there;
        return there >= 0;
    }

    /// `C:`, which may be a drive.
    boolean takesDrive() {
        boolean there = line.length() > at + 1
                && line.charAt(at + 1) == ':'
                && (small(line.charAt(at)) || capital(line.charAt(at)));
        at += there ? 2 : 0;
        return there;
    }

    boolean space() {
        return at < line.length() && SPACES.indexOf(line.charAt(at)) >= 0;
    }

    /// {@return what stands from here on}
    String rest() {
        return line.substring(at);
    }

    String since(int from) {
        return line.substring(from, at);
    }

    /// {@return the number that was taken since; 0 where it is too long}
    int number(int from) {
        int number = 0;
        for (int i = from; i < at; i++) {
            number = 10 * number + (line.charAt(i) - '0');
        }
        return at - from > LineForm.LINE_DIGITS ? 0 : number;
    }

    /// {@return how many characters were taken since, a pair of units counting as one}
    int charactersSince(int from) {
        return line.codePointCount(from, at);
    }

    /// {@return whether the line holds no other end of a line from here on, which a dot of a pattern does
    /// not match}
    boolean oneLine() {
        return line.indexOf('\n', at) < 0
                && line.indexOf('\r', at) < 0
                && line.indexOf('\u0085', at) < 0
                && line.indexOf('\u2028', at) < 0
                && line.indexOf('\u2029', at) < 0;
    }

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean small(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean dottedName(char c) {
        return small(c) || digit(c) || capital(c) || c == '_' || c == '.';
    }
}
