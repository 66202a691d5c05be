package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildState.ClosedBy;
import java.util.List;
import java.util.TreeSet;

/// What the uploads of a build promise, together, against what they brought.
///
/// @param awaited kinds that were promised and have not come
record Manifest(List<Kind> expected, List<Kind> awaited, boolean saidComplete) {

    /// Whether anything is still to come.
    sealed interface Completion {
        record Awaiting() implements Completion {}

        record Complete(ClosedBy by) implements Completion {}
    }

    static Manifest of(Uploads uploads) {
        var expected = new TreeSet<Kind>();
        var present = new TreeSet<Kind>();
        boolean saidComplete = false;
        for (var upload : uploads.list()) {
            var said = upload.said();
            expected.addAll(said.build().expects());
            said.evidence().stream().map(Evidence::kind).forEach(present::add);
            saidComplete |= said.build().complete();
        }
        var awaited = new TreeSet<>(expected);
        awaited.removeAll(present);
        return new Manifest(List.copyOf(expected), List.copyOf(awaited), saidComplete);
    }

    Completion completion() {
        if (saidComplete) {
            return new Completion.Complete(ClosedBy.UPLOADER);
        }
        return !expected.isEmpty() && awaited.isEmpty()
                ? new Completion.Complete(ClosedBy.MANIFEST)
                : new Completion.Awaiting();
    }
}
