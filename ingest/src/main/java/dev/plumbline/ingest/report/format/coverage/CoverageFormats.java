package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of coverage and mutation formats. Where two readers would take a file, the first does.
public final class CoverageFormats {
    private CoverageFormats() {}

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>(PointXml.all());
        readers.addAll(List.of(
                new NcoverReader(),
                new CoberturaReader(),
                new JacocoReader(),
                new LcovReader(),
                new CoveragePyJsonReader(),
                new GoCoverReader(),
                new IstanbulReader(),
                new IstanbulSummaryReader(),
                new CloverReader(),
                new OpenCoverReader(),
                new DotCoverReader(),
                new LlvmCovReader(),
                new GcovJsonReader(),
                new GcovrSummaryReader(),
                new SimpleCovReader(),
                new VisualStudioReader(),
                new CoverageDsReader(),
                new PhpunitCoverageReader(),
                new SonarCoverageReader(),
                new ScoverageReader(),
                new PitestReader(),
                new StrykerReader(),
                new GcovTextReader(),
                new ReportGeneratorXmlReader()));
        readers.add(new JacocoCsvReader());
        readers.addAll(CountedXml.all());
        readers.addAll(LineJson.all());
        readers.addAll(ScriptJson.all());
        readers.addAll(SummaryJson.all());
        readers.addAll(MutationJson.all());
        return List.copyOf(readers);
    }
}
