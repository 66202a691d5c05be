package dev.plumbline.ingest.await;

import dev.plumbline.ingest.publish.Uploaded;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Provenance;
import java.util.List;

/// Scorecards for tests.
public final class Scored {
    private Scored() {}

    public static BuildScored closed(int revision, UploadId... uploads) {
        return scored(revision, new BuildState.Final(BuildState.ClosedBy.UPLOADER), uploads);
    }

    public static BuildScored open(int revision, UploadId... uploads) {
        return scored(revision, new BuildState.Provisional(List.of(Kind.AUDIT)), uploads);
    }

    private static BuildScored scored(int revision, BuildState state, UploadId... uploads) {
        return new BuildScored(
                Uploaded.BUILD,
                revision,
                state,
                Uploaded.RECEIVED,
                List.of(),
                Gate.NONE,
                new Provenance(
                        Uploaded.RECEIVED, List.of(uploads), List.of(), Digest.ofText("subject"), List.of(), null, "1"),
                List.of("no standard is bound to this repository"),
                false);
    }
}
