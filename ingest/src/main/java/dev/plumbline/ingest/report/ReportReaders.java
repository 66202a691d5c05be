package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Packing;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes of any file either evidence or a refusal.
public final class ReportReaders {
    private final List<ReportReader> readers;
    private final Detection detection;

    public ReportReaders(List<ReportReader> readers) {
        this.readers = List.copyOf(readers);
        this.detection = new Detection(readers);
    }

    public List<ReportReader> all() {
        return readers;
    }

    /// @throws ReportRefused when the file is of no known format, contradicts what was declared, is
    /// malformed or past a limit
    public Reading read(ReportInput input, Allowance allowance) {
        Format format = input.declared().format();
        try {
            ReportInput unpacked = input.with(Packing.unpacked(input.content(), allowance));
            Detection.Found found = detection.find(unpacked.content(), input.declared(), allowance);
            format = found.reader().format();
            return found.reader().read(unpacked, found.head(), allowance);
        } catch (MalformedReport e) {
            throw refused(input, format, e.where(), e.what(), e.fix());
        } catch (IOException e) {
            throw unreadable(input, format);
        }
    }

    /// {@return the format that a file is read as}
    ///
    /// @throws ReportRefused as for reading it
    public Format formatOf(ReportInput input) {
        Format format = input.declared().format();
        try {
            var allowance = Allowance.untimed(Limits.KEPT_BYTES);
            Content content = Packing.unpacked(input.content(), allowance);
            return detection.find(content, input.declared(), allowance).reader().format();
        } catch (MalformedReport e) {
            throw refused(input, format, e.where(), e.what(), e.fix());
        } catch (IOException e) {
            throw unreadable(input, format);
        }
    }

    private static ReportRefused unreadable(ReportInput input, @Nullable Format format) {
        return refused(input, format, Where.WHOLE, "The file's bytes could not be read.", "Send the file again.");
    }

    private static ReportRefused refused(
            ReportInput input, @Nullable Format format, Where where, String what, String fix) {
        return new ReportRefused(input.part(), format, where, what, fix);
    }
}
