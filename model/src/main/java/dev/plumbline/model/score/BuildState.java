package dev.plumbline.model.score;

import dev.plumbline.model.evidence.Kind;
import java.util.List;

/// Whether evidence may still come.
public sealed interface BuildState {

    /// Open. Shown, never compared.
    ///
    /// @param awaited kinds that the uploader promised and has not sent
    record Provisional(List<Kind> awaited) implements BuildState {
        public Provisional {
            awaited = List.copyOf(awaited);
        }
    }

    /// Closed. Evidence after this makes a further revision.
    record Final(ClosedBy by) implements BuildState {}

    /// What closed a build.
    enum ClosedBy {
        /// Every expected kind arrived.
        MANIFEST,
        /// The uploader said that nothing more comes.
        UPLOADER,
        /// The stored deadline passed.
        DEADLINE
    }

    default boolean closed() {
        return this instanceof Final;
    }
}
