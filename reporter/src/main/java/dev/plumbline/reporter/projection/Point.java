package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One build in history: about 400 bytes, and the place on the log where the whole of it lies.
///
/// @param closed whether the build is final
/// @param at when its evidence was complete: `asOf` of its first final revision
public record Point(
        BuildOrder order,
        CommitId commit,
        Lineage lineage,
        int revision,
        boolean closed,
        Instant at,
        List<Mark> marks,
        LogPosition position) {
    public Point {
        marks = List.copyOf(marks);
    }

    public BuildId build() {
        return order.build();
    }

    public Optional<Mark> mark(StandardId standard) {
        return marks.stream()
                .filter(mark -> mark.standard().id().equals(standard))
                .findFirst();
    }

    /// Whether this says more of the same build than `other` does: a final more than an open one, then the revision.
    boolean supersedes(Point other) {
        return closed != other.closed ? closed : revision > other.revision;
    }
}
