package dev.plumbline.standalone.read;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReadingDesk;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReaders;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.standalone.read.FileReading.Outcome;
import dev.plumbline.standalone.read.FileReading.Problem;
import dev.plumbline.standalone.start.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads files as the ingest service does, under the same bound on memory, but without haste.
public final class OfflineReader implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    private final ReportReaders readers = Formats.readers();
    private final ReadingDesk desk = new ReadingDesk(readers, 1, DEADLINE, Limits.KEPT_BYTES);
    private final Declared declared;
    private final Instant now;

    /// @param now the moment of receipt, for audits that do not say when they ran
    public OfflineReader(Declared declared, Instant now) {
        this.declared = declared;
        this.now = now;
    }

    public FileReading read(Path file) throws InterruptedException {
        String name = file.toString();
        try {
            Content content = () -> Files.newInputStream(file);
            var input = new ReportInput(name, content, digest(file), declared, now);
            Reading reading = desk.read(input);
            return accepted(name, readers.formatOf(input).id(), reading);
        } catch (ReportRefused e) {
            return refused(name, e.format() == null ? null : e.format().id(), problem(e));
        } catch (IOException e) {
            var problem = new Problem(
                    "The file cannot be read: " + Reason.of(e) + ".",
                    Where.WHOLE.toString(),
                    null,
                    null,
                    "Name a file that you may read.");
            return refused(name, null, problem);
        }
    }

    private static Digest digest(Path file) throws IOException {
        var sha256 = Digest.sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256)) {
            Files.copy(file, out);
        }
        return Digest.ofHash(sha256.digest());
    }

    private static FileReading accepted(String file, String format, Reading reading) {
        var sources = sources(reading);
        var tools = sources.stream().map(Source::tool).toList();
        return new FileReading(
                file,
                format,
                tools.isEmpty() ? null : tools.getFirst().name(),
                tools.stream()
                        .map(ToolRun::version)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Outcome.ACCEPTED,
                reading.evidence().stream()
                        .map(evidence -> evidence.kind().value())
                        .toList(),
                figures(reading),
                sources.stream()
                        .flatMap(source -> source.notes().stream())
                        .distinct()
                        .toList(),
                null);
    }

    private static List<Source> sources(Reading reading) {
        Aside aside = reading.aside();
        return aside == null ? reading.evidence().stream().map(Evidence::source).toList() : List.of(aside.source());
    }

    private static Map<String, Object> figures(Reading reading) {
        var figures = new TreeMap<String, Object>(reading.figures().counted());
        figures.put("declared", reading.figures().declared());
        return figures;
    }

    private static FileReading refused(String file, @Nullable String format, Problem problem) {
        return new FileReading(file, format, null, null, Outcome.REFUSED, List.of(), Map.of(), List.of(), problem);
    }

    private static Problem problem(ReportRefused refused) {
        var place = refused.where() instanceof Where.Place it ? it : null;
        return new Problem(
                refused.what(),
                refused.where().toString(),
                place == null ? null : place.line(),
                place == null ? null : place.column(),
                refused.fix());
    }

    @Override
    public void close() {
        desk.close();
    }
}
