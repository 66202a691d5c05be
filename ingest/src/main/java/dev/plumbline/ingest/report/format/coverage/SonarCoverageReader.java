package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;

/// SonarQube's generic coverage ([its
/// definition](https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/test-coverage/generic-test-data)):
/// files with lines to cover, and branches where a line has some.
final class SonarCoverageReader implements CoverageReader {
    private static final Pattern EMPTY =
            Pattern.compile("<coverage\\s[^<>]*+(?<=/)>|<coverage\\s[^<>]*+>\\s*+</coverage");

    @Override
    public Format format() {
        return new Format("sonar-coverage-xml");
    }

    @Override
    public String title() {
        return "a generic coverage report for SonarQube";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "gcovr --sonarqube, reportgenerator, Slather --sonarqube-xml and others",
                "1",
                "lines and branches by file",
                "nothing",
                "https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/test-coverage/generic-test-data");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.rootWith(head, "coverage", "version");
        return look instanceof Recognition.Match && !Looks.has(head, "<lineToCover") && !listsNothing(head)
                ? Recognition.alike("its <file> holds <lineToCover>, here there is none")
                : look;
    }

    /// {@return whether it is a report of version 1 without a file, or begins with files without a line to
    /// cover}
    private static boolean listsNothing(Head head) {
        return head.shape() instanceof Shape.Xml xml
                && xml.attributes().equals(Map.of("version", "1"))
                && (Looks.has(head, "<file path=") || EMPTY.matcher(head.text()).find());
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            String path = "";
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START && xml.name().equals("file")) {
                    path = xml.attribute("path", "");
                    sheet.file(path);
                } else if (step == Step.START && xml.name().equals("lineToCover")) {
                    line(xml, sheet.file(path));
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "sonar"), null));
    }

    private static void line(XmlCursor xml, FileCoverage file) {
        Integer line = xml.count("lineNumber");
        String covered = xml.attribute("covered", "");
        if (line == null || !covered.equalsIgnoreCase("true") && !covered.equalsIgnoreCase("false")) {
            throw xml.wrong("A <lineToCover> has no lineNumber, or its covered is neither true nor false.");
        }
        Integer branches = xml.count("branchesToCover");
        Integer taken = xml.count("coveredBranches");
        file.line(line, covered.equalsIgnoreCase("true"), taken == null ? 0 : taken, branches == null ? 0 : branches);
    }
}
