package dev.plumbline.model.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Results of a test suite.
///
/// @param declared what the report says of itself, where it does
/// @param notPassed at most {@link #NAMED_LIMIT} cases that did not pass, in the report's order
/// @param names hashes of the names of all cases
public record TestsEvidence(
        Kind kind,
        Source source,
        TestTotals counted,
        @Nullable TestTotals declared,
        TestTimes times,
        List<TestCase> notPassed,
        Fingerprints names)
        implements Evidence {
    public static final int NAMED_LIMIT = 500;

    public TestsEvidence {
        notPassed = List.copyOf(notPassed);
    }
}
