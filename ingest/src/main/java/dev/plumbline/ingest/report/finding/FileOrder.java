package dev.plumbline.ingest.report.finding;

import java.util.Arrays;

/// Sorts the findings of one file: numbers of lines first, which is fast, and then what stands on one line.
final class FileOrder {
    private FileOrder() {}

    static void sort(Finding[] array, int from, int to) {
        if (sorted(array, from, to)) {
            return;
        }
        var lines = new long[to - from];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = (long) array[from + i].line() << Integer.SIZE | i;
        }
        Arrays.sort(lines);
        Finding[] before = Arrays.copyOfRange(array, from, to);
        int start = from;
        for (int i = 0; i < lines.length; i++) {
            array[from + i] = before[(int) lines[i]];
            if (array[from + i].line() != array[start].line()) {
                oneLine(array, start, from + i);
                start = from + i;
            }
        }
        oneLine(array, start, to);
    }

    private static void oneLine(Finding[] array, int from, int to) {
        if (!sorted(array, from, to)) {
            Arrays.sort(array, from, to, Finding.ORDER);
        }
    }

    private static boolean sorted(Finding[] array, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (Finding.ORDER.compare(array[i - 1], array[i]) > 0) {
                return false;
            }
        }
        return true;
    }
}
