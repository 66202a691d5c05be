package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of test formats. Where two readers would take a file, the first does.
public final class TestsFormats {
    private TestsFormats() {}

    /// Those whose files may also hold the text of a compiler, which is a format of its own where it stands
    /// alone.
    public static List<ReportReader> amongText() {
        return List.of(new GoTestJsonReader(), new SubunitReader());
    }

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>();
        readers.addAll(UnitXml.all());
        readers.add(new JunitXmlReader());
        readers.addAll(XmlDialects.all());
        readers.addAll(OpenTestXml.all());
        readers.addAll(RunXml.all());
        readers.add(new JmeterCsvReader());
        readers.add(SonarTestsXml.dialect());
        readers.add(new FailsafeSummaryReader());
        readers.addAll(List.of(
                new TrxReader(),
                new NunitReader(),
                new XunitReader(),
                new JestJsonReader(),
                new MochaJsonReader(),
                CucumberMessages.dialect(),
                new DartTestJsonReader(),
                new RspecJsonReader(),
                new CucumberJsonReader()));
        readers.addAll(JsonDialects.all());
        readers.addAll(PlatformJson.all());
        readers.addAll(RunnerJson.all());
        readers.add(RobotJson.dialect());
        readers.add(new TapReader());
        return List.copyOf(readers);
    }
}
