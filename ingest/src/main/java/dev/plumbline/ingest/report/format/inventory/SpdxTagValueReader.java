package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Lines;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// SPDX 2 as tags and values (definition: [SPDX 2.3](https://spdx.github.io/spdx-spec/v2.3/)): lines `Tag: value`; a
/// value between `<text>` and `</text>` may have several lines. A package begins with `PackageName`.
final class SpdxTagValueReader implements InventoryReader {
    private static final String TEXT = "<text>";
    private static final String TEXT_END = "</text>";

    @Override
    public Format format() {
        return new Format("spdx-tag-value");
    }

    @Override
    public String title() {
        return "an SPDX 2 document as tags and values";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Syft, Trivy, REUSE and others",
                "1.2 to 2.3",
                "packages with package URLs and licences, numbers of files and relationships",
                "checksums, copyrights, snippets, texts of licences, the kinds of relationships",
                "https://spdx.github.io/spdx-spec/v2.3/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.line(head, "SPDXVersion:");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        try (var lines = Lines.open(input.content(), allowance)) {
            var tags = new Tags(document);
            for (String line = lines.next(); line != null; line = lines.next()) {
                String text = line.strip();
                int start = text.indexOf(TEXT);
                tags.take(text);
                if (start >= 0 && text.indexOf(TEXT_END, start) < 0) {
                    passOver(lines);
                }
            }
            tags.end();
            if (!document.isRecognised()) {
                throw new MalformedReport(
                        Where.WHOLE,
                        "The document does not say in SPDXVersion what it is.",
                        "Send the file as the tool wrote it.");
            }
            document.sheet().notes().replaced(lines.replacedCharacters());
        }
        return document.reading(this, input);
    }

    private static void passOver(Lines lines) throws IOException {
        Where where = lines.where();
        String line = lines.next();
        while (line != null && !line.contains(TEXT_END)) {
            line = lines.next();
        }
        if (line == null) {
            throw new MalformedReport(
                    where,
                    "A text that begins with <text> does not end.",
                    "The file is damaged or cut off: send it after the tool has ended.");
        }
    }

    /// Joins the tags of one package.
    private static final class Tags {
        private final SpdxDocument document;
        private @Nullable SpdxPackage current;
        private boolean inPackage;

        private Tags(SpdxDocument document) {
            this.document = document;
        }

        void take(String line) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                take(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }

        private void take(String tag, String value) {
            switch (tag) {
                case "SPDXVersion" -> document.version(value);
                case "Creator" -> document.creator(value);
                case "Created" -> document.sheet().created(value);
                case "PackageName" -> {
                    end();
                    current = new SpdxPackage();
                    current.name = cut(value, InventorySheet.NAME_CHARS);
                    inPackage = true;
                }
                case "FileName" -> {
                    document.sheet().count("files");
                    inPackage = false;
                }
                case "SnippetSPDXID", "LicenseID" -> inPackage = false;
                case "Relationship" -> relationship(value);
                default -> {
                    if (current != null && inPackage) {
                        ofPackage(current, tag, cut(value, InventorySheet.REFERENCE_CHARS));
                    }
                }
            }
        }

        private static void ofPackage(SpdxPackage found, String tag, String value) {
            switch (tag) {
                case "SPDXID" -> found.id = value;
                case "PackageVersion" -> found.version = value;
                case "PackageLicenseConcluded" -> found.concluded = value;
                case "PackageLicenseDeclared" -> found.declared = value;
                case "ExternalRef" -> {
                    int type = value.indexOf(" purl ");
                    found.purl = type < 0 || found.purl != null
                            ? found.purl
                            : value.substring(type + " purl ".length()).strip();
                }
                default -> {
                    // checksums, copyrights, comments
                }
            }
        }

        private void relationship(String value) {
            document.sheet().count("relationships");
            String[] words = cut(value, 3 * InventorySheet.REFERENCE_CHARS).split(" ", 4);
            if (words.length >= 3 && words[1].equals("DESCRIBES")) {
                document.describes(words[2]);
            } else if (words.length >= 3 && words[1].equals("DESCRIBED_BY")) {
                document.describes(words[0]);
            }
        }

        void end() {
            if (current != null) {
                document.add(current);
                current = null;
            }
        }

        private static String cut(String text, int limit) {
            return text.length() > limit ? text.substring(0, limit) : text;
        }
    }
}
