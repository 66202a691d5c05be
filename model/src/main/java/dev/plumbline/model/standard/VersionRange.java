package dev.plumbline.model.standard;

/// Which versions of a standard a binding accepts: one (`1.2.0`), or the newest of a major (`1.x`).
public record VersionRange(String text) {
    public VersionRange {
        if (!text.endsWith(".x")) {
            Version.parse(text);
        } else {
            Version.parse(text.substring(0, text.length() - 2) + ".0.0");
        }
    }

    public boolean contains(Version version) {
        return text.endsWith(".x")
                ? text.equals(version.major() + ".x")
                : Version.parse(text).equals(version);
    }

    @Override
    public String toString() {
        return text;
    }
}
