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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The report files of a standard's fixtures, read as the ingest service reads uploads.
public final class FolderShelf implements ReportShelf {
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Reports reports;

    private FolderShelf(Reports reports) {
        this.reports = reports;
    }

    /// The bytes of a report file by its name below `fixtures/reports`; null where it is not there.
    interface Reports {
        byte @Nullable [] find(String name);
    }

    /// @param folder of the standard
    public static FolderShelf of(Path folder) {
        Path below = folder.resolve(Folders.FIXTURES).resolve(Folders.REPORTS);
        return of(name -> {
            Path file = below.resolve(name);
            return Files.isRegularFile(file) ? Folders.bytes(file) : null;
        });
    }

    static FolderShelf of(Reports reports) {
        return new FolderShelf(reports);
    }

    @Override
    public List<Evidence> read(FixtureReport report) throws Unreadable {
        String file = report.file();
        byte[] bytes = reports.find(file);
        if (bytes == null) {
            throw new Unreadable("there is no file «" + file + "» in fixtures/reports.");
        }
        var tool = new DeclaredTool(null, null, report.exitCode(), null, report.finishedAt(), null);
        var declared = new Declared(report.kind(), report.format(), tool);
        try {
            return Formats.readers()
                    .read(
                            ReportInput.of(file, bytes, declared, report.receivedAt()),
                            Allowance.of(DEADLINE, Limits.KEPT_BYTES))
                    .evidence();
        } catch (ReportRefused e) {
            throw new Unreadable("«" + file + "» is refused: " + e.where() + ": " + e.what() + " " + e.fix());
        }
    }
}
