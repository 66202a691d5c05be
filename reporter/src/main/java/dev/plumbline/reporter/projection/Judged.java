package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.BuildScored;

/// A build with all of its scorecards, and its place in the order of builds.
public record Judged(BuildScored scored, BuildOrder order) {
    public BuildId build() {
        return order.build();
    }
}
