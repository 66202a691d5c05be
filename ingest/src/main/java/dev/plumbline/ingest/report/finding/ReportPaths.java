package dev.plumbline.ingest.report.finding;

/// Paths of one report. Its entries share their files: a path that came lately is not made again.
public final class ReportPaths {
    private final RecentTexts paths = new RecentTexts(ReportPath::of);
    private String lastRaw = "";
    private String lastPath = "";

    /// {@return the path as {@link ReportPath} makes it; empty where nothing is written}
    public String of(String raw) {
        if (!raw.equals(lastRaw)) {
            lastPath = paths.shown(raw);
            lastRaw = raw;
        }
        return lastPath;
    }
}
