package dev.plumbline.model.catalog;

import dev.plumbline.model.build.RepositoryId;

/// One more id or name of a repository, learned from an upload that brought both. The first record of an
/// alias holds; what people say in the catalog goes before it. A repository's own id is registered under
/// itself when it is first used.
///
/// @param alias another id, or `name:local/<name>`
/// @param repository the canonical id: the first one used
public record AliasRegistered(RepositoryId alias, RepositoryId repository) {
    private static final String PREFIX = "alias:";

    /// {@return the key of its record}
    public String key() {
        return PREFIX + alias.value();
    }

    /// Whether a key of the catalog's topic is that of an alias; others are those of entries.
    public static boolean isKey(String key) {
        return key.startsWith(PREFIX);
    }

    /// Whether it says only that an id is in use.
    public boolean own() {
        return alias.equals(repository);
    }
}
