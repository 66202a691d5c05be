package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An SPDX document, in whatever syntax. Its packages are its components, but for the one that the document describes:
/// that is the thing itself. A document that describes several things is about none of them alone, and all count.
final class SpdxDocument {
    static final int WORD_CHARS = 200;
    private static final int BYTES_PER_PACKAGE = 200;
    private static final int DESCRIBED = 100_000;
    private static final String NO_ASSERTION = "NOASSERTION";

    private final InventorySheet sheet;
    private final List<SpdxPackage> packages = new ArrayList<>();
    private final Set<String> described = new HashSet<>();
    private boolean recognised;

    SpdxDocument(Allowance allowance) {
        sheet = new InventorySheet("SPDX", allowance);
        List.of("packages", "files", "relationships").forEach(sheet::applies);
    }

    InventorySheet sheet() {
        return sheet;
    }

    /// The document says that it is SPDX, and of which version.
    void version(@Nullable String stated) {
        recognised |= stated != null && !stated.isBlank();
        sheet.version(stated == null || !stated.startsWith("SPDX-") ? stated : stated.substring("SPDX-".length()));
    }

    boolean isRecognised() {
        return recognised;
    }

    void add(SpdxPackage found) {
        sheet.allowance().keep(BYTES_PER_PACKAGE + 2L * found.chars());
        sheet.count("packages");
        packages.add(found);
    }

    /// @param element a package, a file or a snippet
    void describes(@Nullable String element) {
        if (element != null && described.size() < DESCRIBED && described.add(element)) {
            sheet.allowance().keep(64 + 2L * element.length());
        }
    }

    /// `Tool: syft-0.84.0`, as a creator is written.
    void creator(@Nullable String stated) {
        String tool = "Tool:";
        if (stated == null || !stated.startsWith(tool)) {
            return;
        }
        String name = stated.substring(tool.length()).strip();
        int hyphen = name.indexOf('-');
        while (hyphen >= 0 && !version(name, hyphen + 1)) {
            hyphen = name.indexOf('-', hyphen + 1);
        }
        sheet.tool(hyphen < 0 ? name : name.substring(0, hyphen), hyphen < 0 ? null : name.substring(hyphen + 1));
    }

    private static boolean version(String name, int from) {
        int digit = name.startsWith("v", from) ? from + 1 : from;
        return digit < name.length() && name.charAt(digit) >= '0' && name.charAt(digit) <= '9';
    }

    static boolean asserted(@Nullable String licence) {
        return licence != null && !licence.isBlank() && !licence.equals(NO_ASSERTION);
    }

    Reading reading(ReportReader reader, ReportInput input) {
        long roots = packages.stream()
                .filter(found -> found.id != null && described.contains(found.id))
                .count();
        for (SpdxPackage found : packages) {
            boolean root = roots == 1 && found.id != null && described.contains(found.id);
            if (!root) {
                sheet.component(InventorySheet.key(found.purl, null, found.name, found.version), found.licences());
            }
        }
        var source = sheet.source(reader, input);
        return Reading.of(sheet.evidence(source), sheet.figures().build());
    }
}
