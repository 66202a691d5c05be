package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.ReportReader;
import java.util.List;

/// The registry of test formats. Where two readers would take a file, the first does.
public final class TestsFormats {
    private TestsFormats() {}

    public static List<ReportReader> readers() {
        return List.of(
                new JunitXmlReader(),
                new TrxReader(),
                new NunitReader(),
                new XunitReader(),
                new GoTestJsonReader(),
                new JestJsonReader(),
                new MochaJsonReader(),
                new DartTestJsonReader(),
                new RspecJsonReader(),
                new CucumberJsonReader(),
                new TapReader());
    }
}
