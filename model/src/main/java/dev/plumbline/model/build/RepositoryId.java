package dev.plumbline.model.build;

import java.util.regex.Pattern;

/// Canonical identity of a repository and the key of every record about it: `github:<n>`, `gitlab:<host>:<n>` or
/// `name:<host>/<path>`. The first one used stays for ever; names and later numbers are aliases in the catalog.
public record RepositoryId(String value) implements Comparable<RepositoryId> {
    private static final Pattern FORM = Pattern.compile(
            "github:[1-9][0-9]{0,18}|gitlab:[a-z0-9.:-]{1,253}:[1-9][0-9]{0,18}|name:[A-Za-z0-9._:/-]{1,400}");

    public RepositoryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("«" + value
                    + "» is not a repository id; use github:<number>, gitlab:<host>:<number> or name:<host>/<path>");
        }
    }

    /// The identity of a repository of which only a name is known.
    public static RepositoryId ofName(RepositoryName name) {
        return new RepositoryId("name:local/" + name.value());
    }

    @Override
    public int compareTo(RepositoryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
