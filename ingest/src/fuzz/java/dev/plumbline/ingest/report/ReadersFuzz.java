package dev.plumbline.ingest.report;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/// Bytes that grow towards whatever a reader has not yet met. Anything but a reading or a refusal is a defect;
/// `.ci/fuzz` starts it. Each file is read as what it looks like, and as a format that its bytes choose, so that every
/// reader of the registry is reached, by files too that it would not take for its own.
class ReadersFuzz {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @FuzzTest(maxDuration = "30s")
    void shortly(byte[] file) {
        read(file);
    }

    @FuzzTest(maxDuration = "8h")
    void atNight(byte[] file) {
        read(file);
    }

    private static void read(byte[] file) {
        read(file, Declared.NOTHING);
        var readers = Formats.readers().all();
        int chosen = Math.floorMod(Arrays.hashCode(file), readers.size());
        read(file, new Declared(null, readers.get(chosen).format(), DeclaredTool.NOTHING));
    }

    private static void read(byte[] file, Declared declared) {
        var input = ReportInput.of("sample", file, declared, Instant.EPOCH);
        try {
            Formats.readers().read(input, Allowance.of(DEADLINE, Limits.KEPT_BYTES));
        } catch (ReportRefused e) {
            if (e.fix().isBlank()) {
                throw new AssertionError("a refusal does not say what to do: " + e.what(), e);
            }
        }
    }
}
