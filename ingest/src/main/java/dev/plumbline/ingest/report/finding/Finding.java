package dev.plumbline.ingest.report.finding;

import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Severity;
import java.util.Comparator;

/// One entry of a report, as it goes into the normalised list beside the report's bytes.
///
/// @param path as {@link ReportPath} makes it; empty where the report names no file
/// @param line from 1; 0 where the finding is about the whole file
/// @param message at most 200 characters
public record Finding(
        String tool, String rule, Severity severity, Area area, String path, int line, String message, State state) {
    public static final int MESSAGE_LIMIT = 200;
    static final Comparator<Finding> ORDER = Comparator.comparing(Finding::path)
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message)
            .thenComparing(Finding::state)
            .thenComparing(Finding::severity)
            .thenComparing(Finding::tool);

    /// What the entry means for the code as it is.
    public enum State {
        /// it stands
        OPEN,
        /// somebody decided that it does not count
        SUPPRESSED,
        /// the tool reports it without finding fault: a passed check, a remark, a case for review
        INFORMATIONAL,
        /// it was there in the tool's baseline and is gone
        ABSENT
    }
}
