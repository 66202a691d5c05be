package dev.plumbline.model.build;

import java.util.regex.Pattern;

/// What people call a repository, `owner/name`, with further segments for nested groups. It may change; the id does
/// not.
public record RepositoryName(String value) implements Comparable<RepositoryName> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,100}(/[A-Za-z0-9._-]{1,100}){1,5}");

    public RepositoryName {
        if (!FORM.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("«" + value + "» is not a repository name; use owner/name");
        }
    }

    @Override
    public int compareTo(RepositoryName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
