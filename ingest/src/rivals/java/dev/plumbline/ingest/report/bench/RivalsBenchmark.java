package dev.plumbline.ingest.report.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.Digest;
import edu.hm.hafner.analysis.ReaderFactory;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import edu.hm.hafner.coverage.CoverageParser;
import edu.hm.hafner.coverage.CoverageParser.ProcessingMode;
import edu.hm.hafner.coverage.parser.CoberturaParser;
import edu.hm.hafner.coverage.parser.JacocoParser;
import edu.hm.hafner.coverage.parser.JunitParser;
import edu.hm.hafner.util.FilteredLog;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The readers beside the libraries of the Jenkins plug-ins, on the same bytes in the same run, in the CPU time of the
/// thread; theirs get characters that are decoded already, ours bytes. The libraries are never on the product's class
/// path:
///
/// `mvn -Privals -pl ingest -am test -Dtest=RivalsBenchmark -Dsurefire.failIfNoSpecifiedTests=false -Denforcer.skip`
class RivalsBenchmark {
    private static final int FILE_BYTES = 2 << 20;
    private static final long ROUND_NANOS = 1_000_000_000;
    private static final int ROUNDS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Pattern ROOT = Pattern.compile("<[A-Za-z][A-Za-z0-9_]*(?:\\s[^>]*)?>");

    @Test
    void readersBesideTheLibrariesOfJenkins() throws IOException {
        System.out.printf(Locale.ROOT, "%-12s %8s %10s %12s %7s%n", "format", "kB", "ours MB/s", "theirs MB/s", "times");
        coverage("jacoco", xml("jacoco/cm-jacoco-codingstyle.xml", "<package name=\""), new JacocoParser(ProcessingMode.IGNORE_ERRORS));
        coverage(
                "cobertura",
                xml("cobertura/cc-coverage.cobertura.xml", "<package name=\"", "filename=\""),
                new CoberturaParser(ProcessingMode.IGNORE_ERRORS));
        coverage(
                "junit",
                xml("junit-java/cm-archunit2.xml", "classname=\""),
                new JunitParser(ProcessingMode.IGNORE_ERRORS));
        findings("checkstyle", xml("checkstyle-xml/am-checkstyle.xml", "<file name=\""));
        findings("sarif", sarif("sarif/dd-njsscan.sarif"));
    }

    private static void coverage(String format, String file, CoverageParser parser) {
        compare(format, file, text -> parser.parse(new StringReader(text), format, new FilteredLog(format)));
    }

    private static void findings(String format, String file) {
        var parser = new ParserRegistry().get(format).createParser();
        compare(format, file, text -> parser.parse(new Characters(text)));
    }

    private static void compare(String format, String file, Consumer<String> theirs) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        double ours = 0;
        double other = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ours = Math.max(ours, speed(bytes.length, () -> read(bytes)));
            other = Math.max(other, speed(bytes.length, () -> theirs.accept(file)));
        }
        System.out.printf(
                Locale.ROOT, "%-12s %8d %10.1f %12.1f %7.1f%n", format, bytes.length >> 10, ours, other, ours / other);
    }

    private static void read(byte[] file) {
        var input = new ReportInput("sample", Content.of(file), Digest.ofText("sample"), Declared.NOTHING, Instant.EPOCH);
        Formats.readers().read(input, Allowance.untimed(Limits.KEPT_BYTES));
    }

    private static double speed(int bytes, Runnable work) {
        long end = THREADS.getCurrentThreadCpuTime() + ROUND_NANOS;
        long best = Long.MAX_VALUE;
        long now = THREADS.getCurrentThreadCpuTime();
        while (now < end) {
            work.run();
            long before = now;
            now = THREADS.getCurrentThreadCpuTime();
            best = Math.min(best, now - before);
        }
        return bytes / 1e6 / (best / 1e9);
    }

    /// What is inside of the root, again and again; each copy has names of its own, so that nothing is there twice.
    private static String xml(String sample, String... names) throws IOException {
        String text = sample(sample);
        var root = ROOT.matcher(text);
        if (!root.find()) {
            throw new IOException(sample + " has no root element");
        }
        int end = text.lastIndexOf("</");
        String inside = text.substring(root.end(), end);
        var all = new StringBuilder(text.substring(0, root.end()));
        for (int copy = 0; all.length() < FILE_BYTES; copy++) {
            String renamed = inside;
            for (String name : names) {
                renamed = renamed.replace(name, name + "c" + copy + ".");
            }
            all.append(renamed);
        }
        return all.append(text.substring(end)).toString();
    }

    private static String sarif(String sample) throws IOException {
        JsonNode log = JsonMapper.builder().build().readTree(sample(sample));
        var results = (ArrayNode) log.get("runs").get(0).get("results");
        String inside = results.toString();
        String items = inside.substring(1, inside.length() - 1);
        var all = new StringBuilder();
        for (int copy = 0; all.length() < FILE_BYTES; copy++) {
            all.append(all.isEmpty() ? "" : ",").append(items.replace("\"uri\":\"", "\"uri\":\"c" + copy + "/"));
        }
        return log.toString().replace(inside, "[" + all + "]");
    }

    private static String sample(String name) throws IOException {
        try (var in = RivalsBenchmark.class.getResourceAsStream("/corpus/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Characters extends ReaderFactory {
        private final String text;

        private Characters(String text) {
            super(StandardCharsets.UTF_8);
            this.text = text;
        }

        @Override
        public String getFileName() {
            return "sample";
        }

        @Override
        public Reader create() {
            return new StringReader(text);
        }
    }
}
