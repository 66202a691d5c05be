package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;

/// Where a build and its surroundings lie in the stores.
record BuildAddress(RepositoryId repository, Component component, BuildId build) {
    /// The name under which the state of the default branch is kept.
    static final String DEFAULT_LINEAGE = new Lineage.DefaultBranch("").id();

    static BuildAddress of(BuildKey key) {
        return new BuildAddress(key.repository(), key.component(), key.id());
    }

    /// The address that a row's key spells.
    static BuildAddress parse(String row) {
        int first = row.indexOf(StateStores.SEPARATOR);
        int second = row.indexOf(StateStores.SEPARATOR, first + 1);
        return new BuildAddress(
                new RepositoryId(row.substring(0, first)),
                new Component(row.substring(first + 1, second)),
                new BuildId(row.substring(second + 1)));
    }

    BuildAddress at(BuildId other) {
        return new BuildAddress(repository, component, other);
    }

    String row() {
        return StateStores.key(repository, component, build);
    }

    String baselineRow() {
        return StateStores.key(repository, component);
    }

    /// @param slot of a build that is no longer among the newest two
    String baselineRow(int slot) {
        return StateStores.key(repository, component, slot);
    }

    String carriedRow(Lineage lineage) {
        return StateStores.key(repository, component, lineage.id());
    }

    String defaultCarriedRow() {
        return StateStores.key(repository, component, DEFAULT_LINEAGE);
    }
}
