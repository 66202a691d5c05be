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

/// Speed of each reader beside a bare pass over the same bytes, and the heap that a long report takes. Both
/// are run until their code is compiled before anything is measured. Speeds are of the best pass, in the
/// CPU time of its thread, so that other work on the machine disturbs them little. Not part of a build:
///
/// `PLUMBLINE_BENCH=1 mvn -pl ingest -am test -Dtest=ReaderBenchmark
/// -Dsurefire.failIfNoSpecifiedTests=false`
@EnabledIfEnvironmentVariable(named = "PLUMBLINE_BENCH", matches = "1")
class ReaderBenchmark {
    private static final int FILE_BYTES = 2 << 20;
    /// So long each reader runs before it is measured, a bare pass half as long.
    private static final long WARMING_NANOS = 1_500_000_000;

    private static final long ROUND_NANOS = 200_000_000;
    private static final int SHORT_BYTES = 256 << 10;
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
        var samples = samples();
        System.out.printf(Locale.ROOT, "%-28s %8s %10s %10s %7s%n", "format", "kB", "MB/s", "bare MB/s", "ratio");
        for (var sample : samples.entrySet()) {
            byte[] file = sample.getValue();
            var enlarged = Enlarged.to(FILE_BYTES, file, more -> saysMore(more, file, sample.getKey()));
            if (enlarged.isPresent()) {
                compare(sample.getKey(), enlarged.get());
            } else {
                time(sample.getKey(), file);
            }
        }
    }

    private static void compare(String format, byte[] file) throws IOException {
        nanos(file, ReaderBenchmark::read, WARMING_NANOS);
        nanos(file, BareParsers::pass, WARMING_NANOS / 2);
        long reader = Long.MAX_VALUE;
        long bare = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            reader = Math.min(reader, nanos(file, ReaderBenchmark::read, ROUND_NANOS));
            bare = Math.min(bare, nanos(file, BareParsers::pass, ROUND_NANOS));
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %8d %10.1f %10.1f %7.2f%n",
                format,
                file.length >> 10,
                1e3 * file.length / reader,
                1e3 * file.length / bare,
                (double) bare / reader);
    }

    /// A file that is one small thing by nature: what counts is how long it takes.
    private static void time(String format, byte[] file) throws IOException {
        nanos(file, ReaderBenchmark::read, WARMING_NANOS);
        long reader = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            reader = Math.min(reader, nanos(file, ReaderBenchmark::read, ROUND_NANOS));
        }
        System.out.printf(
                Locale.ROOT, "%-28s %8.1f %10.1f microseconds a file%n", format, file.length / 1024.0, reader / 1e3);
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

    /// The largest sample of each format.
    private static Map<String, byte[]> samples() throws IOException {
        var largest = new TreeMap<String, byte[]>();
        for (String row : new String(Samples.corpus("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .toList()) {
            byte[] file = Samples.corpus(row.substring(0, row.indexOf('\t')));
            String format = format(file);
            if (format.matches(ONLY) && file.length > largest.getOrDefault(format, new byte[0]).length) {
                largest.put(format, file);
            }
        }
        largest.remove("");
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

    /// The file is of the same format, and one of its figures has grown as the file has.
    private static boolean saysMore(byte[] file, byte[] before, String format) {
        if (!format(file).equals(format)) {
            return false;
        }
        double grown = (double) file.length / before.length / 2;
        var figures = figures(input(before)).counted();
        return figures(input(file)).counted().entrySet().stream()
                .anyMatch(figure -> figures.getOrDefault(figure.getKey(), 0L) > 0
                        && figure.getValue() >= grown * figures.get(figure.getKey()));
    }

    private static void read(byte[] file) {
        Formats.readers().read(input(file), Allowance.untimed(Limits.KEPT_BYTES));
    }

    private static ReportInput input(byte[] file) {
        return new ReportInput("sample", Content.of(file), Digest.ofText("sample"), Declared.NOTHING, Samples.RECEIVED);
    }

    /// {@return of the best pass; passes that are too short for the clock are measured together}
    private static long nanos(byte[] file, Work work, long during) throws IOException {
        long end = THREADS.getCurrentThreadCpuTime() + during;
        long best = Long.MAX_VALUE;
        int passes = Math.max(1, SHORT_BYTES / file.length);
        long now = THREADS.getCurrentThreadCpuTime();
        while (now < end) {
            for (int pass = 0; pass < passes; pass++) {
                work.run(file);
            }
            long before = now;
            now = THREADS.getCurrentThreadCpuTime();
            best = Math.min(best, (now - before) / passes);
        }
        return best;
    }
}
