package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.fixture.FixtureReport;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.Evidence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The report files of a standard's fixtures, read as the ingest service reads uploads.
public final class FolderShelf implements ReportShelf {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Path reports;

    private FolderShelf(Path reports) {
        this.reports = reports;
    }

    /// @param folder of the standard
    public static FolderShelf of(Path folder) {
        return new FolderShelf(folder.resolve(Folders.FIXTURES).resolve(Folders.REPORTS));
    }

    @Override
    public List<Evidence> read(FixtureReport report, Instant receivedAt) throws Unreadable {
        Path file = reports.resolve(report.file());
        if (!Files.isRegularFile(file)) {
            throw new Unreadable("there is no file «" + file + "».");
        }
        var tool = new DeclaredTool(null, null, report.exitCode(), null, report.finishedAt(), null);
        var declared = new Declared(report.kind(), report.format(), tool);
        try {
            return Formats.readers()
                    .read(
                            ReportInput.of(report.file(), Folders.bytes(file), declared, receivedAt),
                            Allowance.of(DEADLINE, Limits.KEPT_BYTES))
                    .evidence();
        } catch (ReportRefused e) {
            throw new Unreadable("«" + file + "» is refused: " + e.where() + ": " + e.what() + " " + e.fix());
        }
    }
}
