package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The segments of one file, from which llvm-cov knows which lines were run (rule: `LineCoverageStats` in LLVM's
/// [CoverageMapping.cpp](https://github.com/llvm/llvm-project/blob/main/llvm/lib/ProfileData/Coverage/CoverageMapping.cpp)):
/// a line is mapped when the segment that reaches into it has a count, or a counted region starts on it; it was run as
/// often as the most frequent of these.
final class LlvmSegments {
    private static final int BYTES_PER_SEGMENT = 48;

    private record Segment(int line, boolean counted, boolean run, boolean entry, boolean gap) {
        boolean starts() {
            return !gap && counted && entry;
        }
    }

    private final Allowance allowance;
    private final List<Segment> segments = new ArrayList<>();

    LlvmSegments(Allowance allowance) {
        this.allowance = allowance;
    }

    /// @param row line, column, count, has a count, is the entry of a region, is a gap (from version 2.0.1 on)
    void add(JsonCursor json, List<Double> row) {
        if (row.size() < 5 || row.getFirst() < 0 || row.getFirst() > Integer.MAX_VALUE) {
            throw json.wrong("A segment is not written as [line, column, count, hasCount, isRegionEntry].");
        }
        allowance.keep(BYTES_PER_SEGMENT);
        segments.add(new Segment(
                row.getFirst().intValue(),
                row.get(3) != 0,
                row.get(2) > 0,
                row.get(4) != 0,
                row.size() > 5 && row.get(5) != 0));
    }

    void into(FileCoverage file) {
        Segment wrapped = null;
        int i = 0;
        while (i < segments.size()) {
            int line = segments.get(i).line();
            int end = i;
            while (end < segments.size() && segments.get(end).line() == line) {
                end++;
            }
            line(file, line, segments.subList(i, end), wrapped);
            wrapped = segments.get(end - 1);
            int next = end < segments.size() ? segments.get(end).line() : line;
            if (wrapped.counted()) {
                file.block(line + 1, next - 1, wrapped.run());
            }
            i = end;
        }
    }

    private static void line(FileCoverage file, int line, List<Segment> on, @Nullable Segment wrapped) {
        Segment first = on.getFirst();
        boolean skipped = !first.counted() && first.entry();
        boolean starts = on.stream().anyMatch(Segment::starts);
        boolean reached = wrapped != null && wrapped.counted();
        if (!skipped && (reached || starts)) {
            boolean run =
                    reached && wrapped != null && wrapped.run() || on.stream().anyMatch(s -> s.starts() && s.run());
            file.line(line, run);
        }
    }
}
