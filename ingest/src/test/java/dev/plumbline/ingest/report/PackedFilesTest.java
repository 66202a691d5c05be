package dev.plumbline.ingest.report;

import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.TestsEvidence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// One layer of gzip or zip is taken off; more is refused, as is what grows without measure.
class PackedFilesTest {
    private static final String SUITE = "<testsuite name=\"pytest\"><testcase classname=\"a\" name=\"b\"/></testsuite>";

    @Test
    void gzippedReportIsReadAndKeepsTheDigestOfWhatWasSent() throws IOException {
        byte[] packed = gzip(SUITE.getBytes(StandardCharsets.UTF_8));

        var evidence = only(TestsEvidence.class, read(packed, Declared.NOTHING));

        assertThat(evidence.counted().tests()).isEqualTo(1);
        assertThat(evidence.source().report()).isEqualTo(Digest.of(packed));
    }

    @Test
    void zipWithOneFileIsRead() throws IOException {
        byte[] packed = zip("reports/", "", "__MACOSX/._junit.xml", "x", "reports/junit.xml", SUITE);

        assertThat(only(TestsEvidence.class, read(packed, Declared.NOTHING))
                        .counted()
                        .tests())
                .isEqualTo(1);
    }

    @Test
    void zipWithSeveralFilesIsRefused() throws IOException {
        byte[] packed = zip("a.xml", SUITE, "b.xml", SUITE);

        assertThat(refusal(packed, Declared.NOTHING).what())
                .isEqualTo("The zip archive holds more than one file; which of them is the report cannot be told.");
    }

    @Test
    void zipWithoutAFileIsRefused() throws IOException {
        assertThat(refusal(zip(), Declared.NOTHING).what()).isEqualTo("The zip archive holds no file.");
        assertThat(refusal(zip("reports/", ""), Declared.NOTHING).what()).isEqualTo("The zip archive holds no file.");
    }

    @Test
    void zipWithTooManyEntriesIsRefused() throws IOException {
        var entries = new String[2 * 1_001];
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] = "folder" + i + "/";
            entries[i + 1] = "";
        }

        assertThat(refusal(zip(entries), Declared.NOTHING).what())
                .isEqualTo("The zip archive has more than 1000 entries.");
    }

    @Test
    void secondLayerIsNotLookedAt() throws IOException {
        byte[] packed = gzip(gzip(SUITE.getBytes(StandardCharsets.UTF_8)));

        assertThat(refusal(packed, Declared.NOTHING).what()).isEqualTo("The file is a gzip file.");
    }

    @Test
    void tarArchiveIsNamedAsWhatItIs() throws IOException {
        var tar = new byte[1_024];
        System.arraycopy("junit.xml".getBytes(StandardCharsets.US_ASCII), 0, tar, 0, 9);
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);

        assertThat(refusal(gzip(tar), Declared.NOTHING).what()).isEqualTo("The file is a tar archive.");
    }

    @Test
    void bombsAreRefusedAtTheirRatio() throws IOException {
        String bomb = "<testsuite>" + " ".repeat(8 << 20) + "</testsuite>";

        assertThat(refusal(gzip(bomb.getBytes(StandardCharsets.UTF_8)), Declared.NOTHING)
                        .what())
                .isEqualTo("The gzip file grows to more than 100 times its length when unpacked.");
        assertThat(refusal(zip("a.xml", bomb), Declared.NOTHING).what())
                .isEqualTo("The zip archive grows to more than 100 times its length when unpacked.");
    }

    @Test
    void smallFilesMayBePackedWell() throws IOException {
        String report = "<testsuite>" + " ".repeat(900_000) + "<testcase name=\"a\"/></testsuite>";

        assertThat(only(TestsEvidence.class, read(gzip(report.getBytes(StandardCharsets.UTF_8)), Declared.NOTHING))
                        .counted()
                        .tests())
                .isEqualTo(1);
    }

    @Test
    void damagedPackingIsRefused() throws IOException {
        byte[] gzip = gzip(Samples.corpus("cobertura/cm-cobertura.xml"));
        byte[] zip = zip("a.xml", new String(Samples.corpus("cobertura/cm-cobertura.xml"), StandardCharsets.UTF_8));

        for (byte[] packed : new byte[][] {gzip, zip}) {
            assertThat(refusal(Arrays.copyOf(packed, packed.length / 2), Declared.NOTHING)
                            .what())
                    .contains("is damaged or cut off");
            packed[packed.length / 2] ^= 0x55;
            assertThat(refusal(packed, Declared.NOTHING).fix()).isNotBlank();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    /// @param namesAndTexts by turns; a name with a slash at its end is a folder
    private static byte[] zip(String... namesAndTexts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
