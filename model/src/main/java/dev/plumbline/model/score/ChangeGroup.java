package dev.plumbline.model.score;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.util.regex.Pattern;

/// Names all changes that one version of a standard brings about, so that they can be told as one: a function of the
/// two.
public record ChangeGroup(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public ChangeGroup {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("«" + value + "» is not a group of 32 lower-case hex digits");
        }
    }

    public static ChangeGroup of(StandardId standard, Version version) {
        return new ChangeGroup(Digest.ofText(standard + "\n" + version).hex().substring(0, 32));
    }

    @Override
    public String toString() {
        return value;
    }
}
