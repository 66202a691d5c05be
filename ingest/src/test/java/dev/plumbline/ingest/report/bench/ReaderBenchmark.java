package dev.plumbline.ingest.report.bench;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Speed of each reader beside a bare pass over the same bytes, and the heap that a long report takes. Speeds are of
/// the best pass, in the CPU time of its thread, so that other work on the machine disturbs them little. Not part of a
/// build:
///
/// `PLUMBLINE_BENCH=1 mvn -pl ingest -am test -Dtest=ReaderBenchmark -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledIfEnvironmentVariable(named = "PLUMBLINE_BENCH", matches = "1")
class ReaderBenchmark {
    private static final int FILE_BYTES = 2 << 20;
    private static final long ROUND_NANOS = 200_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 3;
    /// Which formats are measured, a regular expression.
    private static final String ONLY = Objects.requireNonNullElse(System.getenv("PLUMBLINE_BENCH_FORMATS"), ".*");
    private static final long LONG_BYTES = 200_000_000;

    @FunctionalInterface
    private interface Work {
        void run(byte[] file) throws IOException;
    }

    @Test
    void everyReaderBesideABarePass() throws IOException {
        System.out.printf(Locale.ROOT, "%-28s %8s %10s %10s %7s%n", "format", "kB", "MB/s", "bare MB/s", "ratio");
        for (var sample : samples().entrySet()) {
            if (!sample.getKey().matches(ONLY)) {
                continue;
            }
            byte[] file = sample.getValue();
            double reader = 0;
            double bare = 0;
            for (int round = 0; round < ROUNDS; round++) {
                reader = Math.max(reader, speed(file, ReaderBenchmark::read));
                bare = Math.max(bare, speed(file, BareParsers::pass));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %8d %10.1f %10.1f %7.2f%n",
                    sample.getKey(),
                    file.length >> 10,
                    reader,
                    bare,
                    reader / bare);
        }
    }

    @Test
    void longReportAndItsHeap() throws IOException {
        var content = new LongJacoco((int) (LONG_BYTES / bytes(new LongJacoco(1))));
        long bytes = bytes(content);
        var input = new ReportInput("long.xml", content, Digest.ofText("long"), Declared.NOTHING, Samples.RECEIVED);
        long start = System.nanoTime();
        Figures figures = figures(input);
        double seconds = (System.nanoTime() - start) / 1e9;
        var heap = new HeapPeak();
        heap.during(() -> figures(input));
        System.out.printf(
                Locale.ROOT,
                "JaCoCo of %d MB: %.1f s, %.1f MB/s, at most %d MiB of heap more were alive; heap limit %d MiB; %s%n",
                bytes / 1_000_000,
                seconds,
                bytes / 1e6 / seconds,
                heap.moreBytes() >> 20,
                Runtime.getRuntime().maxMemory() >> 20,
                figures.counted());
    }

    private static Figures figures(ReportInput input) {
        return Formats.readers()
                .read(input, Allowance.untimed(Limits.KEPT_BYTES))
                .figures();
    }

    private static long bytes(Content content) throws IOException {
        try (var in = content.open()) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    /// The largest sample of each format, enlarged where that leaves it readable.
    private static Map<String, byte[]> samples() throws IOException {
        var largest = new TreeMap<String, byte[]>();
        for (String row : new String(Samples.corpus("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) {
            byte[] file = Samples.corpus(row.substring(0, row.indexOf('\t')));
            String format = format(file);
            if (!format.isEmpty() && file.length > largest.getOrDefault(format, new byte[0]).length) {
                largest.put(format, file);
            }
        }
        for (var sample : largest.entrySet()) {
            byte[] enlarged = Enlarged.to(FILE_BYTES, sample.getValue());
            if (format(enlarged).equals(sample.getKey())) {
                sample.setValue(enlarged);
            }
        }
        return largest;
    }

    /// {@return the format as which a file is read; empty where it is refused}
    private static String format(byte[] file) {
        try {
            read(file);
            return Formats.readers().formatOf(input(file)).id();
        } catch (ReportRefused e) {
            return "";
        }
    }

    private static void read(byte[] file) {
        Formats.readers().read(input(file), Allowance.untimed(Limits.KEPT_BYTES));
    }

    private static ReportInput input(byte[] file) {
        return new ReportInput("sample", Content.of(file), Digest.ofText("sample"), Declared.NOTHING, Samples.RECEIVED);
    }

    private static double speed(byte[] file, Work work) throws IOException {
        long end = THREADS.getCurrentThreadCpuTime() + ROUND_NANOS;
        long best = Long.MAX_VALUE;
        long now = THREADS.getCurrentThreadCpuTime();
        while (now < end) {
            work.run(file);
            long before = now;
            now = THREADS.getCurrentThreadCpuTime();
            best = Math.min(best, now - before);
        }
        return file.length / 1e6 / (best / 1e9);
    }
}
