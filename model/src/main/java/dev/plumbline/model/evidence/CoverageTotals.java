package dev.plumbline.model.evidence;

/// Counts of lines and branches, and of the files measured.
public record CoverageTotals(int linesCovered, int linesTotal, int branchesCovered, int branchesTotal, int files) {
    public CoverageTotals {
        if (linesCovered < 0
                || linesTotal < linesCovered
                || branchesCovered < 0
                || branchesTotal < branchesCovered
                || files < 0) {
            throw new IllegalArgumentException("coverage counts must satisfy 0 ≤ covered ≤ total: lines " + linesCovered
                    + "/" + linesTotal + ", branches " + branchesCovered + "/" + branchesTotal + ", files " + files);
        }
    }

    /// Share of covered lines from 0 to 1; 0 where there are no lines.
    public double lineRatio() {
        return linesTotal == 0 ? 0 : (double) linesCovered / linesTotal;
    }

    /// Share of covered branches from 0 to 1; 0 where there are no branches.
    public double branchRatio() {
        return branchesTotal == 0 ? 0 : (double) branchesCovered / branchesTotal;
    }
}
