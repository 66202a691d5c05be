package dev.plumbline.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportStoreTest {
    private static final byte[] BYTES = "[]".getBytes(StandardCharsets.UTF_8);
    private static final Digest DIGEST = Digest.of(BYTES);

    @TempDir
    private Path folder;

    @Test
    void aSettledReportComesBackByItsDigest() throws IOException {
        ReportStore store = ReportStore.open(folder);

        keep(store, DIGEST, BYTES, findings(1));

        StoredReport report = store.report(DIGEST).orElseThrow();
        assertThat(report.length()).isEqualTo(BYTES.length);
        assertThat(bytes(report)).isEqualTo(BYTES);
        assertThat(folder.resolve("sha256")
                        .resolve(DIGEST.hex().substring(0, 2))
                        .resolve(DIGEST.hex().substring(2) + ".gz"))
                .isRegularFile();
        assertThat(pending()).isEmpty();
    }

    @Test
    void nothingIsThereBeforeItIsSettled() throws IOException {
        ReportStore store = ReportStore.open(folder);

        try (Deposit deposit = store.deposit()) {
            deposit.stage(DIGEST, Content.of(BYTES), findings(1));
            deposit.owe();

            assertThat(store.report(DIGEST)).isEmpty();
            assertThat(store.findings(DIGEST, 0, 10)).isEmpty();
            deposit.disown();
        }
        assertThat(pending()).isEmpty();
        assertThat(files(folder.resolve("sha256"))).isEmpty();
    }

    @Test
    void whatTheLogMayReferToSurvivesACrash() throws IOException {
        ReportStore store = ReportStore.open(folder);
        try (Deposit deposit = store.deposit()) {
            deposit.stage(DIGEST, Content.of(BYTES), findings(3));
            deposit.owe();
        }
        assertThat(store.holds(DIGEST)).isFalse();

        ReportStore reopened = ReportStore.open(folder);

        assertThat(bytes(reopened.report(DIGEST).orElseThrow())).isEqualTo(BYTES);
        assertThat(reopened.findings(DIGEST, 0, 10).orElseThrow().lines()).hasSize(3);
        assertThat(pending()).isEmpty();
    }

    @Test
    void redactedFormTakesThePlaceOfTheBytesAndSurvivesACrash() throws IOException {
        ReportStore store = ReportStore.open(folder);
        keep(store, DIGEST, BYTES, findings(1));
        try (Deposit deposit = store.deposit()) {
            deposit.stageRedacted(DIGEST, out -> out.write('x'), findings(1));
            deposit.owe();
        }

        ReportStore reopened = ReportStore.open(folder);

        StoredReport report = reopened.report(DIGEST).orElseThrow();
        assertThat(report.redacted()).isTrue();
        assertThat(bytes(report)).containsExactly('x');
        assertThat(files(folder.resolve("sha256")))
                .noneMatch(file -> file.toString().endsWith(DIGEST.hex().substring(2) + ".gz"));
        assertThat(reopened.holds(DIGEST)).isTrue();
    }

    @Test
    void aHalfWrittenLeftoverIsNeverPutInPlace() throws IOException {
        ReportStore.open(folder);
        Path deposit = Files.createDirectory(folder.resolve("pending/left"));
        Files.write(deposit.resolve(DIGEST.hex() + ".gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
        Files.write(deposit.resolve(DIGEST.hex() + ".findings.gz"), new byte[0]);
        Files.write(deposit.resolve("something else"), BYTES);

        ReportStore reopened = ReportStore.open(folder);

        assertThat(reopened.report(DIGEST)).isEmpty();
        assertThat(pending()).isEmpty();
    }

    /// A stop between a report and its list, which would seem to be empty.
    @Test
    void aListOfFindingsWhoseReportIsInPlaceFollowsIt() throws IOException {
        ReportStore store = ReportStore.open(folder);
        Deposit deposit = store.deposit();
        deposit.stage(DIGEST, Content.of(BYTES), findings(3));
        deposit.owe();
        Path report = pending().stream()
                .filter(file -> !file.toString().contains("findings"))
                .findFirst()
                .orElseThrow();
        store.settle(report, DIGEST, ReportStore.BYTES);

        ReportStore reopened = ReportStore.open(folder);

        assertThat(reopened.findings(DIGEST, 0, 10).orElseThrow().lines()).hasSize(3);
        assertThat(pending()).isEmpty();
    }

    @Test
    void whatEarlierVersionsStagedInAFolderIsPutInPlace() throws IOException {
        ReportStore store = ReportStore.open(folder);
        keep(store, DIGEST, BYTES, findings(2));
        Path left = Files.createDirectory(folder.resolve("pending/left"));
        Files.move(store.place(DIGEST, ReportStore.BYTES), left.resolve(DIGEST.hex() + ".gz"));
        Files.move(store.place(DIGEST, ReportStore.FINDINGS), left.resolve(DIGEST.hex() + ".findings.gz"));

        ReportStore reopened = ReportStore.open(folder);

        assertThat(bytes(reopened.report(DIGEST).orElseThrow())).isEqualTo(BYTES);
        assertThat(reopened.findings(DIGEST, 0, 10).orElseThrow().lines()).hasSize(2);
        assertThat(pending()).isEmpty();
    }

    @Test
    void aReportWithoutFindingsHasAnEmptyListAndNoFileForIt() throws IOException {
        ReportStore store = ReportStore.open(folder);

        keep(store, DIGEST, BYTES, List.of());

        assertThat(store.findings(DIGEST, 0, 10).orElseThrow()).isEqualTo(new ReportStore.Page(List.of(), false));
        assertThat(files(folder.resolve("sha256"))).hasSize(1);
    }

    /// Another reader may find nothing where an earlier one did.
    @Test
    void anEmptyListReplacesOneThatIsThere() throws IOException {
        ReportStore store = ReportStore.open(folder);
        keep(store, DIGEST, BYTES, findings(2));

        keep(store, DIGEST, BYTES, List.of());

        assertThat(store.findings(DIGEST, 0, 10).orElseThrow().lines()).isEmpty();
    }

    @Test
    void theSameReportTwiceIsOneFile() throws IOException {
        ReportStore store = ReportStore.open(folder);

        keep(store, DIGEST, BYTES, findings(1));
        keep(store, DIGEST, BYTES, findings(1));
        try (Deposit deposit = store.deposit()) {
            deposit.stage(DIGEST, Content.of(BYTES), findings(1));
            deposit.stage(DIGEST, Content.of(BYTES), findings(1));
            deposit.settle();
        }

        assertThat(files(folder.resolve("sha256"))).hasSize(2);
    }

    @Test
    void aDamagedFileIsNoticedAndSetAsideSoThatItCanComeAgain() throws IOException {
        ReportStore store = ReportStore.open(folder);
        keep(store, DIGEST, BYTES, findings(1));
        Path file = store.place(DIGEST, ReportStore.BYTES);
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("[1]".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> store.report(DIGEST))
                .isInstanceOf(CorruptReport.class)
                .hasMessageContaining(DIGEST.value());
        assertThat(store.report(DIGEST)).isEmpty();

        keep(store, DIGEST, BYTES, findings(1));
        assertThat(bytes(store.report(DIGEST).orElseThrow())).isEqualTo(BYTES);
    }

    @Test
    void aFileThatWasCutOffIsDamaged() throws IOException {
        ReportStore store = ReportStore.open(folder);
        byte[] large = "0123456789".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        Digest digest = Digest.of(large);
        keep(store, digest, large, List.of());
        Path file = store.place(digest, ReportStore.BYTES);
        byte[] packed = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(packed, packed.length / 2));

        assertThatThrownBy(() -> store.report(digest)).isInstanceOf(CorruptReport.class);
    }

    @Test
    void findingsComeInPages() throws IOException {
        ReportStore store = ReportStore.open(folder);
        keep(store, DIGEST, BYTES, findings(5));

        ReportStore.Page first = store.findings(DIGEST, 0, 2).orElseThrow();
        ReportStore.Page last = store.findings(DIGEST, 4, 2).orElseThrow();

        assertThat(first.lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{")
                .contains("\"line\":0")
                .contains("\"rule\":\"E501\"");
        assertThat(first.more()).isTrue();
        assertThat(last.lines()).singleElement().asString().contains("\"line\":4");
        assertThat(last.more()).isFalse();
        assertThat(store.findings(DIGEST, 9, 2).orElseThrow().lines()).isEmpty();
    }

    private static void keep(ReportStore store, Digest digest, byte[] bytes, List<Finding> findings)
            throws IOException {
        try (Deposit deposit = store.deposit()) {
            deposit.stage(digest, Content.of(bytes), findings);
            deposit.owe();
            deposit.settle();
        }
    }

    private static List<Finding> findings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Finding(
                        "ruff",
                        "E501",
                        Severity.LOW,
                        Area.SOURCE,
                        "a.py",
                        i,
                        "line too long\nreally",
                        Finding.State.OPEN))
                .toList();
    }

    private static byte[] bytes(StoredReport report) throws IOException {
        var out = new ByteArrayOutputStream();
        report.writeTo(out);
        return out.toByteArray();
    }

    private List<Path> pending() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("pending"))) {
            return left.toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
