package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Kind;
import org.jspecify.annotations.Nullable;

/// A reader of test results.
interface TestsReader extends ReportReader {
    int MESSAGE_CHARS = 1_000;

    @Override
    default int version() {
        return 1;
    }

    @Override
    default boolean canBe(Kind kind) {
        return kind.family().equals("tests");
    }

    /// The tool that the sender names, where the report names none.
    default ToolRuns.Stated tool(ReportInput input, String otherwise, @Nullable String version) {
        String name = input.declared().tool().name();
        return ToolRuns.Stated.of(
                name == null ? otherwise : name,
                version == null || version.isBlank() ? null : Texts.shown(version, 60));
    }
}
