package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.model.evidence.Kind;

/// A reader of test coverage.
interface CoverageReader extends ReportReader {
    @Override
    default int version() {
        return 1;
    }

    @Override
    default boolean canBe(Kind kind) {
        return kind.equals(Kind.COVERAGE);
    }

    /// The tool that the sender names, where the report names none.
    default String tool(ReportInput input, String otherwise) {
        String name = input.declared().tool().name();
        return name == null ? otherwise : name;
    }
}
