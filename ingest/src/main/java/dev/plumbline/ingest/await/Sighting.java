package dev.plumbline.ingest.await;

import dev.plumbline.model.score.BuildScored;

/// What is known of an upload's build when waiting ends.
public sealed interface Sighting {

    /// The build is closed, and its scorecards include the upload.
    record Closed(BuildScored scored) implements Sighting {}

    /// The newest that was seen of the build, which need not include the upload.
    record Open(BuildScored scored) implements Sighting {}

    /// Nothing was seen of the build yet.
    record Nothing() implements Sighting {}
}
