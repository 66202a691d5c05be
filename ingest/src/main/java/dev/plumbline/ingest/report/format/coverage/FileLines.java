package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.model.evidence.LineSets;
import java.util.Arrays;

/// The lines of one file under test, eight bytes each: number, whether it was hit, and the best value of
/// its branches. A line that is listed several times is one line, hit if one of the entries is.
final class FileLines {
    static final int MAX_BRANCHES = (1 << 15) - 1;
    private static final int BRANCH_BITS = 15;
    private static final int HIT_SHIFT = 2 * BRANCH_BITS;
    private static final int LINE_SHIFT = HIT_SHIFT + 1;

    private long[] lines = new long[16];
    private int size;
    private boolean tidy = true;

    /// {@return how many bytes more are kept now}
    int add(int line, boolean hit, int branchesCovered, int branchesTotal) {
        long total = Math.min(branchesTotal, MAX_BRANCHES);
        long covered = Math.min(branchesCovered, total);
        return add((long) line << LINE_SHIFT | (hit ? 1L << HIT_SHIFT : 0) | covered << BRANCH_BITS | total);
    }

    /// {@return how many bytes more are kept now}
    int addAll(FileLines others) {
        int grown = 0;
        for (int i = 0; i < others.size; i++) {
            grown += add(others.lines[i]);
        }
        return grown;
    }

    private int add(long line) {
        int grown = 0;
        if (size == lines.length) {
            tidy();
            if (size > lines.length / 2) {
                grown = lines.length * Long.BYTES;
                lines = Arrays.copyOf(lines, lines.length * 2);
            }
        }
        // most reports list lines in their order, and then nothing is left to be sorted
        tidy &= size == 0 || number(lines[size - 1]) < number(line);
        lines[size++] = line;
        return grown;
    }

    int total() {
        tidy();
        return size;
    }

    int covered() {
        tidy();
        int covered = 0;
        for (int i = 0; i < size; i++) {
            covered += hit(lines[i]) ? 1 : 0;
        }
        return covered;
    }

    int branchesTotal() {
        tidy();
        int total = 0;
        for (int i = 0; i < size; i++) {
            total += (int) lines[i] & MAX_BRANCHES;
        }
        return total;
    }

    int branchesCovered() {
        tidy();
        int covered = 0;
        for (int i = 0; i < size; i++) {
            covered += covered(lines[i]);
        }
        return covered;
    }

    /// @param path hash of the file's path
    void pack(long path, LineSets.Packer packer) {
        tidy();
        packer.file(path, size);
        for (int i = 0; i < size; i++) {
            packer.line(number(lines[i]), hit(lines[i]));
        }
    }

    private void tidy() {
        if (tidy) {
            return;
        }
        Arrays.sort(lines, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && number(lines[kept - 1]) == number(lines[i])) {
                lines[kept - 1] = united(lines[kept - 1], lines[i]);
            } else {
                lines[kept++] = lines[i];
            }
        }
        size = kept;
        tidy = true;
    }

    private static long united(long a, long b) {
        boolean better = covered(b) > covered(a) || covered(b) == covered(a) && (b & MAX_BRANCHES) > (a & MAX_BRANCHES);
        long best = better ? b : a;
        return best | (hit(a) || hit(b) ? 1L << HIT_SHIFT : 0);
    }

    private static int number(long line) {
        return (int) (line >>> LINE_SHIFT);
    }

    private static boolean hit(long line) {
        return (line & 1L << HIT_SHIFT) != 0;
    }

    private static int covered(long line) {
        return (int) (line >>> BRANCH_BITS) & MAX_BRANCHES;
    }
}
