package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file holds, a reader ends in a reading or in a refusal that says where and why. Every
/// deviation is named with its seed, so that it can be replayed.
class HostileReadersTest {
    private static final int SMALL = 24 * 1024;
    private static final int SEEDS = 8;
    /// Every eighth attack, where nobody asks for all as `.ci/run` does: a file is attacked three dozen
    /// times.
    private static final int SHARE = "all".equals(System.getProperty("plumbline.attacks")) ? 1 : 8;

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void whatNoToolWroteIsReadOrRefused(String format) {
        var broken = new ArrayList<String>();

        Attacks.ofNothing()
                .forEach(
                        (name, file) -> check(name, file.getBytes(StandardCharsets.UTF_8), new Format(format), broken));

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fixtures")
    void damagedFileIsReadOrRefused(String file) {
        byte[] bytes = Samples.resource(file);
        Format format = formatOf(bytes);
        int share = bytes.length <= SMALL ? SHARE : 4;
        var broken = new ArrayList<String>();

        for (int sixteenths = 0; sixteenths < 16; sixteenths += share) {
            check("cut at " + sixteenths + "/16", Attacks.cut(bytes, sixteenths), format, broken);
        }
        seeded("flipped", seed -> Attacks.flipped(bytes, seed), share, format, broken);
        seeded("retyped", seed -> Attacks.retyped(bytes, seed), share, format, broken);
        seeded("spliced", seed -> Attacks.spliced(bytes, seed), share, format, broken);

        assertThat(broken).isEmpty();
    }

    private static void seeded(
            String name, LongFunction<byte[]> attack, int share, @Nullable Format format, List<String> broken) {
        for (long seed = 0; seed < SEEDS; seed += share) {
            byte[] attacked = attack.apply(seed);
            check(name + " with seed " + seed, attacked, format, broken);
            if (seed % 4 == 0) {
                check(name + " with seed " + seed + ", undeclared", attacked, null, broken);
            }
        }
    }

    private static @Nullable Format formatOf(byte[] bytes) {
        try {
            return Formats.readers().formatOf(ReportInput.of("sample", bytes, Declared.NOTHING, Samples.RECEIVED));
        } catch (ReportRefused e) {
            return e.format();
        }
    }

    private static void check(String name, byte[] bytes, @Nullable Format format, List<String> broken) {
        var declared = new Declared(null, format, DeclaredTool.NOTHING);
        var input = ReportInput.of("sample", bytes, declared, Samples.RECEIVED);
        try {
            var reading = Formats.readers().read(input, Allowance.of(Duration.ofSeconds(30), Limits.KEPT_BYTES));
            assertThat(reading.figures().counted().values()).as(name).allMatch(figure -> figure >= 0);
        } catch (ReportRefused e) {
            assertThat(e.what()).as(name).isNotBlank();
            assertThat(e.fix()).as(name).isNotBlank();
        } catch (RuntimeException | StackOverflowError | AssertionError e) { // boundary: every escape is a finding
            broken.add(name + " as " + format + ": " + e
                    + Stream.of(e.getStackTrace()).limit(4).toList());
        }
    }

    static Stream<String> formats() {
        return Formats.readers().all().stream().map(reader -> reader.format().id());
    }

    /// A new reader comes with a file of its format, so that it is attacked as all others are.
    @Test
    void everyReaderHasAFileAmongThoseThatAreDamaged() {
        var formats = fixtures()
                .map(row -> formatOf(Samples.resource(String.valueOf(row.get()[0]))))
                .filter(Objects::nonNull)
                .map(Format::id)
                .collect(Collectors.toSet());

        assertThat(formats().filter(format -> !formats.contains(format))).isEmpty();
    }

    /// The corpus, and the samples of our own.
    static Stream<Arguments> fixtures() {
        Stream<String> corpus = CorpusTest.files().map(row -> "corpus/" + row.get()[0]);
        Stream<String> findings = Stream.of("findings").flatMap(folder -> listed(folder, "samples.tsv"));
        Stream<String> others = Stream.of("coverage", "tests", "audit", "secrets", "inventory", "forge", "facts")
                .flatMap(folder -> listed("report/" + folder, "figures.tsv"));
        Stream<String> settings = Stream.of(
                "ruff-settings/ruff-0.16.9.txt",
                "report/settings/eslint-config.json",
                "report/settings/tsc-config.json",
                "report/settings/checkstyle-config.xml",
                "report/settings/pmd-ruleset.xml");
        return Stream.of(corpus, findings, others, settings)
                .flatMap(files -> files)
                .map(Arguments::arguments);
    }

    private static Stream<String> listed(String folder, String table) {
        return new String(Samples.resource(folder + "/" + table), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> folder + "/" + row.substring(0, row.indexOf('\t')));
    }
}
