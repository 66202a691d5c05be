package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// XML coverage that counts rather than lists: EMMA's, BullseyeCoverage's, TRACE32's.
final class CountedXml {
    private static final String COUNTS =
            "The report gives counts only: it cannot be united with other reports of the build.";
    private static final Pattern EMMA_PAIR =
            Pattern.compile("\\(\\s{0,3}(\\d{1,9})(?:[.,]\\d{0,9})?\\s{0,3}/\\s{0,3}(\\d{1,9})\\s{0,3}\\)");
    private static final Map<String, String> EMMA =
            Map.of("line", "lines", "block", "instructions", "method", "methods", "class", "classes");
    /// What TRACE32 counts by the metric of the export; lines stand for every metric of source code.
    private static final Map<String, String> TRACE32 =
            Map.of("lines", "lines", "functions", "methods", "bytes", "instructions");

    private CountedXml() {}

    static List<XmlCoverage> all() {
        return List.of(emma(), bullseye(), trace32());
    }

    /// EMMA's reports (com.vladium.emma.report.xml): the figures of all classes stand before those of the
    /// packages. EMMA reckons lines that were run in part as fractions, of which the whole lines count.
    private static XmlCoverage emma() {
        return new XmlCoverage(
                "emma-xml",
                "emma",
                new FormatPage(
                        "EMMA, Delphi Code Coverage, ccover",
                        "2.0 and 2.1",
                        "counts of lines, blocks (as instructions), methods and classes over all classes; source files",
                        "figures of packages and classes, percentages",
                        "https://emma.sourceforge.net/reference/ch03s02.html"),
                "report",
                "<stats>",
                (xml, sheet) -> {
                    boolean[] counted = new boolean[1];
                    XmlCoverage.inside(xml, () -> {
                        switch (xml.name()) {
                            case "all" -> counted[0] |= emmaAll(xml, sheet);
                            case "srcfiles" -> sheet.count("files", xml.count("value"));
                            default -> {
                                // numbers of packages, classes and lines, which the data have too
                            }
                        }
                    });
                    if (!counted[0]) {
                        throw xml.wrong("The report has no figures of all classes.");
                    }
                    sheet.notes().add(COUNTS);
                    return null;
                });
    }

    /// {@return whether it has figures of its own}
    private static boolean emmaAll(XmlCursor xml, CoverageSheet sheet) {
        boolean[] counted = new boolean[1];
        XmlCoverage.children(xml, () -> {
            if (xml.name().equals("coverage")) {
                String type = xml.attribute("type", "");
                String figure = EMMA.get(type.replaceFirst(",.*", ""));
                var pair = EMMA_PAIR.matcher(xml.attribute("value", ""));
                if (figure != null && pair.find()) {
                    counted[0] = true;
                    sheet.count(figure + "Covered", Integer.valueOf(pair.group(1)));
                    sheet.count(figure + "Total", Integer.valueOf(pair.group(2)));
                }
            }
            xml.skip();
        });
        return counted[0];
    }

    /// BullseyeCoverage's covxml: the root counts functions, decisions and conditions (`cd`, what its
    /// condition/decision coverage is of). Its probes name lines; which lines there are besides, they do not
    /// say.
    private static XmlCoverage bullseye() {
        return new XmlCoverage(
                "bullseye-xml",
                "bullseye",
                new FormatPage(
                        "BullseyeCoverage: covxml",
                        "6",
                        "counts of functions, conditions and decisions (as branches); source files",
                        "probes and blocks by line, folders",
                        "https://www.bullseye.com/help/ref-covxml.html"),
                "BullseyeCoverage",
                "",
                (xml, sheet) -> {
                    sheet.count("methodsCovered", xml.count("fn_cov"));
                    sheet.count("methodsTotal", xml.count("fn_total"));
                    sheet.count("branchesCovered", xml.count("cd_cov"));
                    sheet.count("branchesTotal", xml.count("cd_total"));
                    bullseyeFolder(xml, "", sheet);
                    sheet.notes().add(COUNTS);
                    // the attribute version is that of the format
                    return null;
                });
    }

    private static void bullseyeFolder(XmlCursor xml, String path, CoverageSheet sheet) {
        XmlCoverage.children(xml, () -> {
            String name = path + xml.attribute("name", "");
            switch (xml.name()) {
                case "folder" -> bullseyeFolder(xml, name + "/", sheet);
                case "src" -> {
                    sheet.file(name);
                    xml.skip();
                }
                default -> xml.skip();
            }
        });
    }

    /// TRACE32's COVerage.EXPORT: modules or functions with the counts of one metric, and their total.
    private static XmlCoverage trace32() {
        return new XmlCoverage(
                "trace32-xml",
                "trace32",
                new FormatPage(
                        "TRACE32: COVerage.EXPORT",
                        "all",
                        "counts of lines, functions and bytes (as instructions) by the metric of the export",
                        "addresses, decisions, conditions and calls, the listing",
                        "https://repo.lauterbach.com/pdfnew/app_code_coverage.pdf"),
                "TRACE32",
                "<coverage",
                (xml, sheet) -> {
                    @Nullable String[] version = new @Nullable String[1];
                    boolean[] counted = new boolean[1];
                    XmlCoverage.inside(xml, () -> {
                        if (xml.name().startsWith("COVerage.EXPORT.") && !counted[0]) {
                            version[0] = xml.attribute("t32ver");
                            counted[0] = trace32Export(xml, sheet);
                        }
                    });
                    if (!counted[0]) {
                        throw xml.wrong("The export counts no module.");
                    }
                    sheet.notes().add(COUNTS);
                    return version[0];
                });
    }

    /// The modules add up to their total; where they do not stand alone, functions stand inside of them.
    ///
    /// @return whether there was a module
    private static boolean trace32Export(XmlCursor xml, CoverageSheet sheet) {
        boolean[] counted = new boolean[1];
        XmlCoverage.children(xml, () -> {
            if (xml.name().equals("module")) {
                counted[0] = true;
                trace32Module(xml, sheet);
            } else {
                xml.skip();
            }
        });
        return counted[0];
    }

    private static void trace32Module(XmlCursor xml, CoverageSheet sheet) {
        boolean[] any = new boolean[1];
        String[] tree = {""};
        XmlCoverage.children(xml, () -> {
            String name = xml.name();
            String total = TRACE32.get(name);
            String covered = name.endsWith("ok") ? TRACE32.get(name.substring(0, name.length() - 2)) : null;
            if (total != null || covered != null) {
                any[0] = true;
                String text = xml.text(20).strip();
                if (!text.matches("\\d{1,9}")) {
                    throw xml.wrong("The value of <" + name + "> is not a whole number from 0.");
                }
                sheet.count(total != null ? total + "Total" : covered + "Covered", Integer.valueOf(text));
            } else if (name.equals("tree")) {
                tree[0] = xml.text(1_000).strip();
            } else {
                xml.skip();
            }
        });
        if (any[0]) {
            sheet.file(tree[0]);
        }
    }
}
