package dev.plumbline.model.evidence;

/// Counts of mutants. Each mutant counts once; those that were left out or not run are in `total` only.
///
/// @param killed a test failed on them
/// @param survived tests ran their code and passed
/// @param timedOut the tests did not end, or memory ran out, which counts as detected
/// @param noCoverage no test ran their code
/// @param errors they did not compile, or broke outside of any test: they prove nothing
public record MutationTotals(int total, int killed, int survived, int timedOut, int noCoverage, int errors) {
    public MutationTotals {
        if (killed < 0
                || survived < 0
                || timedOut < 0
                || noCoverage < 0
                || errors < 0
                || total < (long) killed + survived + timedOut + noCoverage + errors) {
            throw new IllegalArgumentException(
                    "mutant counts must not be negative, nor exceed their total: total " + total
                            + ", killed " + killed + ", survived " + survived + ", timed out " + timedOut
                            + ", without coverage "
                            + noCoverage + ", errors " + errors);
        }
    }

    public int detected() {
        return killed + timedOut;
    }

    /// Share of detected mutants from 0 to 1 among those that prove something; 0 where there are none.
    public double score() {
        int proving = detected() + survived + noCoverage;
        return proving == 0 ? 0 : (double) detected() / proving;
    }

    public MutationTotals plus(MutationTotals other) {
        return new MutationTotals(
                total + other.total,
                killed + other.killed,
                survived + other.survived,
                timedOut + other.timedOut,
                noCoverage + other.noCoverage,
                errors + other.errors);
    }
}
