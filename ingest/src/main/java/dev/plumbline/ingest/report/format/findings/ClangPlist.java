package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;

/// The property lists of Clang's static analyzer (definition: clang's PlistDiagnostics.cpp): diagnostics,
/// whose files are numbers in a list that may stand before or behind them.
final class ClangPlist {
    private static final int TEXT = 1_000;

    private final XmlCursor xml;
    private final FindingsSheet sheet;
    private final List<String> files = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private boolean listed;

    private ClangPlist(XmlCursor xml, FindingsSheet sheet) {
        this.xml = xml;
        this.sheet = sheet;
    }

    static XmlDialect dialect() {
        return CodeXml.of(
                "clang-plist",
                Tool.findings("clang-analyzer"),
                "plist",
                CodeXml.page(
                        "clang --analyze, scan-build -plist, Xcode's analyzer",
                        "diagnostics with checker, category and place; version",
                        "https://clang.llvm.org/docs/analyzer/user-docs/CommandLineUsage.html"),
                (xml, sheet) -> new ClangPlist(xml, sheet).read());
    }

    private void read() {
        LinterXml.each(
                xml,
                "dict",
                () -> dict(key -> {
                    switch (key) {
                        case "clang_version" -> sheet.version(xml.text(TEXT));
                        case "files" ->
                            LinterXml.each(xml, "string", () -> {
                                room(files.size());
                                files.add(xml.text(4_096));
                            });
                        case "diagnostics" -> {
                            listed = true;
                            LinterXml.each(xml, "dict", this::diagnostic);
                        }
                        default -> xml.skip();
                    }
                }));
        if (!listed) {
            throw xml.wrong("The property list has no diagnostics, which Clang's analyzer writes.");
        }
        for (int i = 0; i < entries.size(); i++) {
            int file = places.get(i);
            sheet.add(entries.get(i).path(file >= 0 && file < files.size() ? files.get(file) : ""));
        }
    }

    private void room(int size) {
        if (size == Limits.ENTRIES) {
            throw xml.wrong("The property list has more than " + Limits.ENTRIES + " entries.");
        }
    }

    private void diagnostic() {
        String[] words = {"", "", ""};
        int[] place = {0, -1};
        dict(key -> {
            switch (key) {
                case "description" -> words[0] = xml.text(TEXT);
                case "check_name" -> words[1] = xml.text(TEXT);
                case "type" -> words[2] = xml.text(TEXT);
                case "location" ->
                    dict(part -> {
                        switch (part) {
                            case "line" -> place[0] = number();
                            case "file" -> place[1] = number();
                            default -> xml.skip();
                        }
                    });
                default -> xml.skip();
            }
        });
        room(entries.size());
        String rule = words[1].isEmpty() ? words[2] : words[1];
        entries.add(new Entry(rule, Severity.MEDIUM, "", place[0], words[0], State.OPEN));
        places.add(place[1]);
    }

    private int number() {
        String text = xml.text(20).strip();
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /// Takes the value of a key, on whose start the cursor stands, and leaves the cursor on its end.
    @FunctionalInterface
    private interface Value {
        void of(String key);
    }

    /// Visits the values of the dict on whose start the cursor stands.
    private void dict(Value value) {
        String key = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("key")) {
                    key = xml.text(TEXT).strip();
                } else {
                    value.of(key);
                    key = "";
                }
            }
        }
    }
}
