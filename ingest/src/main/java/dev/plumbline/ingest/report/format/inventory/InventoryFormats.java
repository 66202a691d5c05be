package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of formats of inventories, statements, scorecards and API descriptions.
public final class InventoryFormats {
    private InventoryFormats() {}

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>(List.of(
                new CycloneDxJsonReader(),
                new CycloneDxXmlReader(),
                new SpdxJsonReader(),
                new SpdxGraphReader(),
                new SpdxTagValueReader(),
                new SpdxYamlReader(),
                new SpdxRdfReader(),
                new SpdxXmlReader(),
                new GithubSnapshotReader(),
                new ScorecardReader(),
                new ScorecardProbesReader(),
                new InTotoReader(),
                new InTotoLinkReader(),
                new OpenApiReader(),
                new OpenApiYamlReader(),
                new AsyncApiReader(false),
                new AsyncApiReader(true)));
        readers.addAll(ListedInventoryReader.all());
        readers.addAll(PackageLists.all());
        return List.copyOf(readers);
    }
}
