package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `bundle-audit check` prints ([its
/// formatter](https://github.com/rubysec/bundler-audit/blob/master/lib/bundler/audit/cli/formats/text.rb)): a
/// block of `Name: value` for each advisory, and one sentence at the end.
final class BundlerTextReader implements ReportReader {
    private static final String CLEAN = "No vulnerabilities found";
    private static final String FOUND = "Vulnerabilities found!";
    private static final String INSECURE = "Insecure Source URI found:";
    private static final List<String> NAMES = List.of("CVE: ", "GHSA: ", "Advisory: ", "Criticality: ");

    @Override
    public Format format() {
        return new Format("bundler-audit-text");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "what bundler-audit prints";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "bundle-audit check",
                "all",
                "advisories with CVE and GitHub names, gem, version, criticality, solution",
                "titles but of entries without a name; insecure sources are counted among the findings only",
                "https://github.com/rubysec/bundler-audit/blob/master/lib/bundler/audit/cli/formats/text.rb");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is plain text");
        }
        List<String> lines = text.lines();
        boolean block = starts(lines, "Name: ")
                && starts(lines, "Version: ")
                && (NAMES.stream().anyMatch(name -> starts(lines, name)) || lines.contains(FOUND));
        boolean sentence = lines.stream().anyMatch(line -> line.strip().equals(CLEAN) || line.startsWith(INSECURE));
        return block || sentence
                ? Recognition.MATCH
                : Recognition.alike(
                        "it has lines «Name:», «Version:» and «CVE:», or «" + CLEAN + "», here there are none");
    }

    private static boolean starts(List<String> lines, String name) {
        return lines.stream().anyMatch(line -> line.startsWith(name));
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new AuditSheet("bundler-audit", allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            new Blocks(sheet).read(lines);
            sheet.notes().replaced(lines.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static final class Blocks {
        private final AuditSheet sheet;
        private @Nullable Flaw block;
        private String title = "";
        private boolean ended;
        private int sources;

        Blocks(AuditSheet sheet) {
            this.sheet = sheet;
        }

        void read(Lines lines) throws IOException {
            for (String line = lines.next(); line != null; line = lines.next()) {
                line(line.strip());
            }
            close();
            Bundler.insecure(sheet, sources);
            if (!ended && sheet.listed() + sources == 0) {
                throw new MalformedReport(
                        Where.WHOLE,
                        "The text names no advisory, and does not say that there is none.",
                        "Send what bundle-audit check printed, from its first line to its last.");
            }
            if (!ended) {
                sheet.notes().add("The sentence with which bundler-audit ends is missing: the text may be cut off.");
            }
        }

        private void line(String line) {
            int colon = line.indexOf(": ");
            String value =
                    colon < 0 ? "" : Texts.shown(line.substring(colon + 2).strip(), Values.CHARS);
            if (line.startsWith(INSECURE)) {
                sources++;
                sheet.entry();
            } else if (line.equals(FOUND) || line.equals(CLEAN)) {
                close();
                ended = true;
            } else if (line.startsWith("Name: ")) {
                close();
                block = new Flaw().in(value, "");
                title = "";
            } else if (block != null && colon > 0) {
                field(block, line.substring(0, colon), value);
            }
        }

        private void field(Flaw flaw, String name, String value) {
            switch (name) {
                case "Version" -> flaw.in("", value);
                case "CVE", "GHSA" -> flaw.named(Bundler.with(name + "-", value));
                case "Advisory" -> flaw.named(value);
                case "Criticality" -> flaw.word(value);
                case "URL" -> flaw.address(value);
                case "Title" -> title = value;
                case "Solution" -> {
                    if (value.startsWith("upgrade to ")) {
                        flaw.fixed(value.substring("upgrade to ".length()).replace("'", ""));
                    }
                }
                default -> {
                    // nothing else is known
                }
            }
        }

        private void close() {
            if (block != null) {
                if (block.nameless()) {
                    sheet.notes().add("An entry on «" + Texts.shown(block.packageName(), 60) + "» names no advisory.");
                    block.named(title.isEmpty() ? "(without a name)" : title);
                }
                sheet.add(block);
                block = null;
            }
        }
    }
}
