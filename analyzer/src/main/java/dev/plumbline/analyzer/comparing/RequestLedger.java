package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import org.jspecify.annotations.Nullable;

/// What stands on one change request: before its newest final build, to judge a late revision of it, and after it.
public record RequestLedger(BuildOrder newest, Ledger before, Ledger after) {

    /// {@return the ledger that a final build of the request goes on from; null for a build that is older than the
    /// newest}
    public static @Nullable Ledger before(@Nullable RequestLedger known, BuildOrder build) {
        if (known == null) {
            return Ledger.EMPTY;
        }
        if (known.newest().id().equals(build.id())) {
            return known.before();
        }
        return build.isAfter(known.newest()) ? known.after() : null;
    }
}
