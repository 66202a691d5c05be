package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// `go vet -json`: for each package a line `# path`, and an object with its problems.
final class GoVetReader implements ReportReader {
    private static final int PACKAGES = 1_000;

    private final JsonDialectReader objects = new JsonDialectReader(SystemsJson.goVet());

    @Override
    public Format format() {
        return objects.format();
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return objects.title();
    }

    @Override
    public FormatPage page() {
        return objects.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return objects.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return objects.recognise(head, declared);
        }
        boolean packages = text.lines().getFirst().startsWith("# ");
        String first = text.lines().stream()
                .limit(PACKAGES)
                .filter(line -> !line.startsWith("# "))
                .findFirst()
                .orElse("");
        return packages && first.startsWith("{")
                ? Recognition.MATCH
                : Recognition.alike("its packages begin with «# » and are objects, here they are not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var plain = new ReportInput(
                input.part(),
                () -> new WithoutPackages(input.content().open()),
                input.digest(),
                input.declared(),
                input.receivedAt());
        return objects.read(plain, head, allowance);
    }

    /// The same bytes, with blanks for lines that begin with `#`. No text of JSON goes over a line's end,
    /// so that these stand between values only.
    private static final class WithoutPackages extends FilterInputStream {
        private boolean begin = true;
        private boolean blank;

        private WithoutPackages(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            return octet < 0 ? octet : of((byte) octet) & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            for (int i = from; i < from + count; i++) {
                bytes[i] = of(bytes[i]);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /// A byte order mark does not begin a line, nor does the empty half of a character of UTF-16.
        private byte of(byte octet) {
            boolean mark = octet == 0
                    || octet == (byte) 0xEF
                    || octet == (byte) 0xBB
                    || octet == (byte) 0xBF
                    || octet == (byte) 0xFE
                    || octet == (byte) 0xFF;
            blank = octet != '\n' && (blank || begin && octet == '#');
            begin = octet == '\n' || begin && mark;
            return blank && octet != 0 ? (byte) ' ' : octet;
        }
    }
}
