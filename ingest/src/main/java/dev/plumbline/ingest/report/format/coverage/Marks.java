package dev.plumbline.ingest.report.format.coverage;

import java.util.Arrays;

/// Places of one file that tests may reach, such as branches or functions, eight bytes each: 48 bits of the
/// place's hash, its weight, and whether it was reached. A place that is listed several times is one place,
/// reached if one of the entries is.
final class Marks {
    static final int MAX_WEIGHT = (1 << 15) - 1;
    private static final int KEY_SHIFT = 16;

    private long[] marks = new long[8];
    private int size;
    private boolean tidy = true;

    /// {@return how many bytes more are kept now}
    ///
    /// @param place a hash of what makes the place what it is
    int add(long place, int weight, boolean reached) {
        int grown = 0;
        if (size == marks.length) {
            tidy();
            if (size > marks.length / 2) {
                grown = marks.length * Long.BYTES;
                marks = Arrays.copyOf(marks, marks.length * 2);
            }
        }
        marks[size++] = place << KEY_SHIFT | Math.min(weight, MAX_WEIGHT) << 1 | (reached ? 1 : 0);
        tidy = false;
        return grown;
    }

    int total() {
        tidy();
        int total = 0;
        for (int i = 0; i < size; i++) {
            total += weight(marks[i]);
        }
        return total;
    }

    int reached() {
        tidy();
        int reached = 0;
        for (int i = 0; i < size; i++) {
            reached += (marks[i] & 1) == 1 ? weight(marks[i]) : 0;
        }
        return reached;
    }

    private void tidy() {
        if (tidy) {
            return;
        }
        Arrays.sort(marks, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept > 0 && marks[kept - 1] >> KEY_SHIFT == marks[i] >> KEY_SHIFT) {
                marks[kept - 1] |= marks[i] & 1;
            } else {
                marks[kept++] = marks[i];
            }
        }
        size = kept;
        tidy = true;
    }

    private static int weight(long mark) {
        return (int) (mark >>> 1) & MAX_WEIGHT;
    }
}
