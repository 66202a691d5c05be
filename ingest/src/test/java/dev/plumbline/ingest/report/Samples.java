package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Assertions;

/// Reading of sample files in tests.
public final class Samples {
    public static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");
    private static final long MEMORY = 64L << 20;

    private Samples() {}

    public static byte[] corpus(String file) {
        return resource("corpus/" + file);
    }

    public static byte[] resource(String file) {
        try (var in = Samples.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no sample " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading read(byte[] bytes, Declared declared) {
        return Formats.readers().read(ReportInput.of("sample", bytes, declared, RECEIVED), Allowance.untimed(MEMORY));
    }

    public static Reading read(String text, Declared declared) {
        return read(text.getBytes(StandardCharsets.UTF_8), declared);
    }

    public static Reading read(String text) {
        return read(text, Declared.NOTHING);
    }

    public static <E extends Evidence> E only(Class<E> type, Reading reading) {
        Assertions.assertEquals(1, reading.evidence().size(), "number of evidence records");
        return type.cast(reading.evidence().getFirst());
    }

    public static ReportRefused refusal(byte[] bytes, Declared declared) {
        return Assertions.assertThrows(ReportRefused.class, () -> read(bytes, declared));
    }

    public static ReportRefused refusal(String text, Declared declared) {
        return refusal(text.getBytes(StandardCharsets.UTF_8), declared);
    }

    public static ReportRefused refusal(String text) {
        return refusal(text, Declared.NOTHING);
    }

    public static Declared as(String kind) {
        return Declared.kind(new Kind(kind));
    }

    public static Declared format(String format) {
        return new Declared(null, new Format(format), DeclaredTool.NOTHING);
    }
}
