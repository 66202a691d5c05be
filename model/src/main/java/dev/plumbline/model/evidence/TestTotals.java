package dev.plumbline.model.evidence;

/// Counts of test cases. Each case counts once, as error, failure, skipped or passed; `flaky` and `reruns` are apart.
///
/// @param errors cases that broke, and errors of a suite as a whole
/// @param flaky cases that passed only when repeated; they are among the passed
public record TestTotals(int tests, int failures, int errors, int skipped, int flaky, int reruns) {
    public TestTotals {
        if (tests < 0 || failures < 0 || errors < 0 || skipped < 0 || flaky < 0 || reruns < 0) {
            throw new IllegalArgumentException(
                    "test counts must not be negative: tests " + tests + ", failures " + failures + ", errors " + errors
                            + ", skipped " + skipped + ", flaky " + flaky + ", reruns " + reruns);
        }
    }

    public int passed() {
        return Math.max(0, tests - failures - errors - skipped);
    }

    public TestTotals plus(TestTotals other) {
        return new TestTotals(
                tests + other.tests,
                failures + other.failures,
                errors + other.errors,
                skipped + other.skipped,
                flaky + other.flaky,
                reruns + other.reruns);
    }
}
