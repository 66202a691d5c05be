package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// OpenCover XML, also written by coverlet and AltCover (definition: [OpenCover's
/// model](https://github.com/OpenCover/opencover/tree/master/main/OpenCover.Framework/Model)). A line is one on which a
/// sequence point starts; sequence points are counted as statements, and the distinct branch points as
/// branches. A point belongs to the file of its `fileid`, else of its method. Files are numbered anew in
/// every module. A method was entered where it says so, and where it says nothing, as in coverlet's files,
/// if one of its points was. The session's summary is what the report declares.
final class OpenCoverReader implements CoverageReader {
    private static final int BYTES_PER_FILE = 120;

    @Override
    public Format format() {
        return new Format("opencover");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "an OpenCover coverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "OpenCover, coverlet, AltCover",
                "4",
                "lines, sequence points, branch points and methods by file, the session's summary",
                "complexity, tracked methods, modules that were skipped",
                "https://github.com/OpenCover/opencover/tree/master/main/OpenCover.Framework/Model");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "CoverageSession");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var pass = new Pass(new CoverageSheet(allowance, "statements", "methods"), allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("CoverageSession")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <CoverageSession>.");
            }
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START) {
                    pass.start(xml);
                } else if (step == Step.END) {
                    pass.end(xml);
                }
            }
            pass.sheet.notes().replaced(xml.replacedCharacters());
        }
        return pass.sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "opencover"), null));
    }

    /// One pass through a file.
    private static final class Pass {
        private final CoverageSheet sheet;
        private final Allowance allowance;
        private final Map<String, String> paths = new HashMap<>();
        private boolean inModule;
        private @Nullable String ofMethod;
        private int methods;
        private boolean entered;
        private @Nullable String stated;

        private Pass(CoverageSheet sheet, Allowance allowance) {
            this.sheet = sheet;
            this.allowance = allowance;
        }

        private void start(XmlCursor xml) {
            switch (xml.name()) {
                case "Summary" -> {
                    if (!inModule) {
                        summary(xml);
                    }
                }
                case "Module" -> {
                    inModule = true;
                    paths.clear();
                }
                case "File" -> {
                    allowance.keep(BYTES_PER_FILE);
                    paths.put(xml.attribute("uid", ""), xml.attribute("fullPath", ""));
                }
                case "Method" -> method(xml);
                case "FileRef" -> ofMethod = xml.attribute("uid");
                case "SequencePoint" -> sequencePoint(xml);
                case "BranchPoint" -> branchPoint(xml);
                default -> {
                    // names
                }
            }
        }

        private void end(XmlCursor xml) {
            if (xml.name().equals("Module")) {
                inModule = false;
            } else if (xml.name().equals("Method")) {
                sheet.count("methodsCovered", entered ? 1 : 0);
            }
        }

        private void summary(XmlCursor xml) {
            sheet.declare("statementsTotal", xml.count("numSequencePoints"));
            sheet.declare("statementsCovered", xml.count("visitedSequencePoints"));
            sheet.declare("branchesTotal", xml.count("numBranchPoints"));
            sheet.declare("branchesCovered", xml.count("visitedBranchPoints"));
            sheet.declare("methodsTotal", xml.count("numMethods"));
            sheet.declare("methodsCovered", xml.count("visitedMethods"));
        }

        private void method(XmlCursor xml) {
            ofMethod = null;
            methods++;
            // left out by a filter or an attribute: the summary leaves it out too
            sheet.count("methodsTotal", xml.attribute("skippedDueTo") == null ? 1 : 0);
            stated = xml.attribute("visited");
            entered = stated != null && stated.equalsIgnoreCase("true");
        }

        private void sequencePoint(XmlCursor xml) {
            FileCoverage file = file(xml);
            Integer line = xml.count("sl");
            if (file != null && line != null) {
                boolean hit = visited(xml);
                entered |= stated == null && hit;
                file.line(line, hit);
                file.statement(place(xml), 1, hit);
            }
        }

        private void branchPoint(XmlCursor xml) {
            FileCoverage file = file(xml);
            if (file != null) {
                // the same arm is told by method, ordinal and path
                file.branch(
                        0,
                        methods + " " + xml.attribute("ordinal", "") + " " + xml.attribute("uspid", "") + " "
                                + xml.attribute("path", ""),
                        visited(xml));
            }
        }

        private String place(XmlCursor xml) {
            return xml.attribute("sl", "") + "." + xml.attribute("sc", "") + "-" + xml.attribute("el", "") + "."
                    + xml.attribute("ec", "") + "." + (xml.attribute("sc") == null ? methods : "");
        }

        private @Nullable FileCoverage file(XmlCursor xml) {
            String id = xml.attribute("fileid");
            String path = paths.get(id == null ? ofMethod : id);
            return path == null || path.isBlank() ? null : sheet.file(path);
        }

        private static boolean visited(XmlCursor xml) {
            return xml.attribute("vc", "0").chars().anyMatch(c -> c >= '1' && c <= '9');
        }
    }
}
