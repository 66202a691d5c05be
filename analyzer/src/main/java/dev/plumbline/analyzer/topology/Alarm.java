package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.decision.DecisionId;
import org.jspecify.annotations.Nullable;

/// What a timer is for. Each has at most one timer.
sealed interface Alarm {
    /// An open build closes.
    record Deadline(BuildAddress build) implements Alarm {}

    /// Evidence of a component's newest final build, or an exception there, grows too old for a rule, or
    /// the log will soon forget what was said of it.
    record Stale(RepositoryId repository, Component component) implements Alarm {}

    /// A decision about one repository begins or ends.
    record Decided(RepositoryId repository, DecisionId decision) implements Alarm {}

    /// A decision about many repositories begins or ends.
    record DecidedWidely(DecisionId decision) implements Alarm {}

    /// A binding begins to hold.
    ///
    /// @param key of its record
    record Begins(String key) implements Alarm {}

    /// No repository id and no build id begins with it.
    String MARK = "!";

    /// {@return whose record it comes before; null where it is nobody's in particular}
    default @Nullable RepositoryId repository() {
        return switch (this) {
            case Deadline deadline -> deadline.build().repository();
            case Stale stale -> stale.repository();
            case Decided decided -> decided.repository();
            case DecidedWidely _, Begins _ -> null;
        };
    }

    default String row() {
        return switch (this) {
            case Deadline deadline -> deadline.build().row();
            case Stale stale -> StateStores.key(stale.repository(), stale.component(), MARK);
            case Decided decided -> StateStores.key(decided.repository(), MARK, decided.decision());
            case DecidedWidely decided -> StateStores.key(MARK, decided.decision());
            case Begins begins -> StateStores.key(MARK, begins.key());
        };
    }

    static Alarm parse(String row) {
        String[] parts = row.split(String.valueOf(StateStores.SEPARATOR), -1);
        if (parts[0].equals(MARK)) {
            return parts[1].startsWith(StandardsShelf.BINDING)
                    ? new Begins(parts[1])
                    : new DecidedWidely(DecisionId.parse(parts[1]));
        }
        var repository = new RepositoryId(parts[0]);
        if (parts[1].equals(MARK)) {
            return new Decided(repository, DecisionId.parse(parts[2]));
        }
        return parts[2].equals(MARK)
                ? new Stale(repository, new Component(parts[1]))
                : new Deadline(BuildAddress.parse(row));
    }
}
