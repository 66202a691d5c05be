package dev.plumbline.ingest.identity;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import java.util.List;

/// Where an upload asks whose it is.
@FunctionalInterface
public interface Repositories {
    /// What an upload's id and name come to.
    ///
    /// @param id under which everything about the repository is kept
    /// @param notes for the sender, a sentence each
    record Settled(RepositoryId id, List<String> notes) {
        public Settled {
            notes = List.copyOf(notes);
        }
    }

    /// Returns once what was learned from the two is on the log, so that it holds after a restart and
    /// everywhere.
    ///
    /// @param id as the upload has it; `name:local/<name>` where it brought a name only
    /// @throws Unsettled when that cannot be known now
    Settled settle(RepositoryId id, RepositoryName name) throws Unsettled;

    /// The log does not answer, or has not been read yet.
    final class Unsettled extends Exception {
        private static final long serialVersionUID = 1;

        public Unsettled(String why) {
            super(why);
        }
    }
}
