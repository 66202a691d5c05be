package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.standard.Combine;
import java.util.List;

/// What several reports of one kind come to for a standard that does not merge them.
///
/// @param reports how many there are, each counted once
/// @param worst the report that is worst for the repository; all of them together for kinds that know no
///     worst
/// @param latest the reports of the upload that was received last
/// @param merging what merging them did not take at face value, a sentence each
public record Choices(int reports, Choice worst, Choice latest, List<String> merging) {
    /// One way to choose.
    ///
    /// @param record digest of the log record that it came in; where several did, the digest of their
    ///     digests
    public record Choice(Evidence evidence, Digest record) {}

    public Choices {
        merging = List.copyOf(merging);
    }

    /// @param merged all of them together
    Choice by(Combine how, Choice merged) {
        return switch (how) {
            case MERGE -> merged;
            case WORST -> worst;
            case LATEST -> latest;
        };
    }
}
