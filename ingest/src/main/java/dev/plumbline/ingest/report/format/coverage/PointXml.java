package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// XML coverage of single points in the source: PartCover's, Mono's monocov, Testwell CTC++'s.
final class PointXml {
    private PointXml() {}

    /// @return in an order in which formats that share the root element `coverage` look for their own signs
    static List<XmlCoverage> all() {
        return List.of(partCover(), monocov(), ctc());
    }

    /// PartCover: files by number, methods with points. Version 2.2 writes its elements in small letters and the
    /// points inside of `code`. A point without a file stands for code without a source.
    private static XmlCoverage partCover() {
        return new XmlCoverage(
                "partcover-xml",
                "partcover",
                new FormatPage(
                        "PartCover",
                        "1 to 4",
                        "lines and statements from points, methods",
                        "points without a source, assemblies, columns",
                        "https://github.com/sawilde/partcover.net4"),
                "PartCoverReport",
                "",
                (xml, sheet) -> {
                    String version = xml.attribute("version", xml.attribute("ver", ""));
                    sheet.counts("statements");
                    sheet.counts("methods");
                    var files = new HashMap<String, String>();
                    String[] type = {""};
                    XmlCoverage.inside(xml, () -> {
                        switch (xml.name().toLowerCase(Locale.ROOT)) {
                            case "file" -> {
                                String url = xml.attribute("url", "");
                                sheet.keep(160 + 2L * url.length());
                                files.put(xml.attribute("id", ""), url);
                            }
                            case "type" -> type[0] = xml.attribute("name", "");
                            case "method" -> partCoverMethod(xml, type[0], files, sheet);
                            default -> {
                                // assemblies, skipped items
                            }
                        }
                    });
                    return version;
                });
    }

    private static void partCoverMethod(XmlCursor xml, String type, Map<String, String> files, CoverageSheet sheet) {
        String method = type + '.' + xml.attribute("name", "") + xml.attribute("sig", "");
        @Nullable FileCoverage[] first = new @Nullable FileCoverage[1];
        boolean[] called = new boolean[1];
        XmlCoverage.inside(xml, () -> {
            String url = xml.name().equals("pt") ? files.get(xml.attribute("fid", "")) : null;
            Integer line = url == null ? null : count(xml, "sl", sheet);
            if (url == null || url.isBlank() || line == null || line == 0) {
                return;
            }
            FileCoverage file = sheet.file(url);
            boolean hit = some(xml.attribute("visit"));
            Integer last = count(xml, "el", sheet);
            file.block(line, last == null ? line : Math.max(line, last), hit);
            file.statement(
                    method + ':' + line + ':' + xml.attribute("sc", "") + ':' + xml.attribute("pos", ""), 1, hit);
            called[0] |= hit;
            first[0] = first[0] == null ? file : first[0];
        });
        FileCoverage file = first[0];
        if (file != null) {
            file.method(method, called[0]);
        }
    }

    /// The coverage profiler of Mono 2 and 3 (`mono --profile=log:coverage`, before it `monocov`): methods with their
    /// statements.
    private static XmlCoverage monocov() {
        return new XmlCoverage(
                "mono-coverage-xml",
                "mono",
                new FormatPage(
                        "mono --profile=log:coverage, mprof-report --coverage-out",
                        "0.3",
                        "lines and statements by method",
                        "counts of assemblies and classes, columns",
                        "https://www.mono-project.com/docs/debug+profile/profile/profiler/"),
                "coverage",
                "<statement offset=",
                (xml, sheet) -> {
                    sheet.counts("statements");
                    sheet.counts("methods");
                    XmlCoverage.inside(xml, () -> {
                        if (xml.name().equals("method")) {
                            monoMethod(xml, sheet);
                        }
                    });
                    return null;
                });
    }

    private static void monoMethod(XmlCursor xml, CoverageSheet sheet) {
        String path = xml.attribute("filename", "");
        String method = xml.attribute("class", "") + '.' + xml.attribute("name", "") + xml.attribute("token", "");
        boolean[] called = new boolean[2];
        XmlCoverage.inside(xml, () -> {
            Integer line = xml.name().equals("statement") ? count(xml, "line", sheet) : null;
            if (line != null && line > 0 && !path.isBlank()) {
                boolean hit = some(xml.attribute("counter"));
                sheet.file(path).line(line, hit);
                sheet.file(path).statement(method + ':' + xml.attribute("offset", ""), 1, hit);
                called[0] = true;
                called[1] |= hit;
            }
        });
        if (called[0]) {
            sheet.file(path).method(method, called[1]);
        }
    }

    /// Testwell CTC++'s report: lines with what they are and whether they were run; the counts of statements and
    /// decisions are those of the file, since probes of one line do not tell them.
    private static XmlCoverage ctc() {
        return new XmlCoverage(
                "ctc-xml",
                "ctc++",
                new FormatPage(
                        "Testwell CTC++: ctcreport -template xml",
                        "1.1",
                        "lines that can be run by file; counts of statements, functions and decisions (as branches)",
                        "MC/DC, probes, justifications",
                        "https://www.verifysoft.com/en_ctcpp.html"),
                "coverage",
                "ctcreport-version=",
                (xml, sheet) -> {
                    String version = xml.attribute("ctcreport-version");
                    XmlCoverage.inside(xml, () -> {
                        if (xml.name().equals("file")) {
                            ctcFile(xml, sheet);
                        }
                    });
                    return version;
                });
    }

    private static void ctcFile(XmlCursor xml, CoverageSheet sheet) {
        FileCoverage file = sheet.file(xml.attribute("location", xml.attribute("name", "")));
        XmlCoverage.children(xml, () -> {
            switch (xml.name()) {
                case "measure" -> {
                    ctcMeasure(xml, sheet);
                    xml.skip();
                }
                case "function" -> ctcFunction(xml, file);
                default -> xml.skip();
            }
        });
    }

    private static void ctcMeasure(XmlCursor xml, CoverageSheet sheet) {
        String measure = switch (xml.attribute("name", "")) {
            case "Statement" -> "statements";
            case "Decision" -> "branches";
            default -> "";
        };
        if (!measure.isEmpty()) {
            sheet.count(measure + "Covered", count(xml, "Hits", sheet));
            sheet.count(measure + "Total", count(xml, "Checkpoints", sheet));
        }
    }

    private static void ctcFunction(XmlCursor xml, FileCoverage file) {
        String name = xml.attribute("name", "");
        boolean[] run = new boolean[1];
        XmlCoverage.inside(xml, () -> {
            if (xml.name().equals("line") && xml.attribute("type", "").equals("Executable")) {
                boolean hit = xml.attribute("status", "").equals("Executed");
                Integer number = xml.count("number");
                run[0] |= hit;
                if (number != null && number > 0) {
                    file.line(number, hit);
                }
            }
        });
        // lines outside of all functions stand in one without a name
        if (!name.isBlank()) {
            file.method(name, run[0]);
        }
    }

    /// A place that is no number is no place: the point is passed over.
    private static @Nullable Integer count(XmlCursor xml, String attribute, CoverageSheet sheet) {
        try {
            return xml.count(attribute);
        } catch (MalformedReport e) {
            sheet.notes().add(e.what());
            return null;
        }
    }

    private static boolean some(@Nullable String count) {
        return count != null && !count.startsWith("-") && count.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
