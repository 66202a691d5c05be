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
    static final Comparator<Finding> ORDER = Finding::order;

    /// By place, rule and message; findings of one file mostly share the very same path.
    private static int order(Finding a, Finding b) {
        int order = texts(a.path, b.path);
        order = order != 0 ? order : Integer.compare(a.line, b.line);
        order = order != 0 ? order : texts(a.rule, b.rule);
        order = order != 0 ? order : texts(a.message, b.message);
        order = order != 0 ? order : a.state.compareTo(b.state);
        order = order != 0 ? order : a.severity.compareTo(b.severity);
        return order != 0 ? order : texts(a.tool, b.tool);
    }

    /// `equals` sees at once that two texts are the very same; `compareTo` goes through them.
    private static int texts(String a, String b) {
        return a.equals(b) ? 0 : a.compareTo(b);
    }

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
