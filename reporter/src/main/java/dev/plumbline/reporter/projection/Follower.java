package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Change;

/// Who wants to hear of what is new, once the past has been read. Called on the projection's thread: must not block.
public interface Follower {
    void finalOf(Judged judged);

    void changed(Change change);
}
