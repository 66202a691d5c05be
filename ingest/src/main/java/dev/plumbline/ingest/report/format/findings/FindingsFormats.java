package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.ReportReader;
import java.util.ArrayList;
import java.util.List;

/// The registry of formats of linters, type checkers, formatters and code scanners. Where two readers would
/// take a file, the first does. A format that others resemble comes as one more row of a table.
public final class FindingsFormats {
    private FindingsFormats() {}

    public static List<ReportReader> readers() {
        var readers = new ArrayList<ReportReader>();
        List.of(CheckstyleXml.dialect(), SpotbugsXml.dialect(), PmdXml.rules(), PmdXml.copies(), CppcheckXml.dialect())
                .forEach(dialect -> readers.add(new XmlDialectReader(dialect)));
        List.of(
                        SiteXml.dialects(),
                        MachineXml.dialects(),
                        LinterXml.dialects(),
                        CodeXml.dialects(),
                        DotnetXml.dialects(),
                        ScanXml.dialects())
                .forEach(table -> table.forEach(dialect -> readers.add(new XmlDialectReader(dialect))));
        List.of(
                        ReviewJson.first(),
                        PythonJson.dialects(),
                        WebJson.dialects(),
                        SystemsJson.dialects(),
                        InfrastructureJson.dialects(),
                        LinterJson.dialects(),
                        ScannerJson.dialects(),
                        ClusterJson.dialects(),
                        SecurityJson.dialects(),
                        PolicyJson.dialects(),
                        ExchangeJson.dialects(),
                        CodeJson.dialects(),
                        PagesJson.dialects(),
                        CloudJson.dialects(),
                        ReviewJson.dialects(),
                        JavaLint.objects())
                .forEach(table -> table.forEach(dialect -> readers.add(new JsonDialectReader(dialect))));
        readers.addAll(UnusedJson.all());
        readers.add(KubescapeJson.reader());
        readers.addAll(List.of(LighthouseJson.reader(), SslyzeJson.reader(), MobsfJson.reader()));
        readers.add(new CodeClimateReader());
        readers.add(new SqlfluffYamlReader());
        readers.add(new BanditYamlReader());
        readers.add(new ClangTidyYamlReader());
        readers.add(new LinterJunitReader());
        readers.add(new GovulncheckReader());
        readers.add(new GoVetReader());
        List.of(
                        LinterText.first(),
                        WordText.all(),
                        TemplateText.all(),
                        CodeText.first(),
                        JavaLint.texts(),
                        PrintedText.all(),
                        CheckerText.all(),
                        TypeText.all(),
                        BuildText.all(),
                        TextDialects.all(),
                        LinterText.last(),
                        SmellText.all(),
                        CodeText.last())
                .forEach(table -> table.forEach(dialect -> readers.add(new TextDialectReader(dialect))));
        return List.copyOf(readers);
    }
}
