package dev.plumbline.model.decision;

import java.util.regex.Pattern;

/// Checks of what people write.
final class Words {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} ._:/&@+-]{1,100}");
    private static final String NOBODY = "anonymous";
    private static final int REASON = 1_000;

    private Words() {}

    static void check(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " «" + name + "» must be 1 to 100 letters, digits or . _ : / & @ + -");
        }
    }

    static void reason(String text) {
        if (text.isBlank() || text.length() > REASON || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a reason must say why in one line of up to " + REASON + " characters, not «" + text.strip() + "»");
        }
    }

    static void person(String what, String name) {
        if (name.isBlank() || name.equals(NOBODY)) {
            throw new IllegalArgumentException(what + " must be known by name, not «" + name + "»");
        }
    }
}
