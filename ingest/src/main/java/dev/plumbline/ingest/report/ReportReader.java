package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;

/// Reads one format. A reader holds no state, makes no parser of its own and keeps of a file only what its evidence
/// needs.
public interface ReportReader {
    Format format();

    /// Raised when the same file gives other evidence than before.
    int version();

    /// What people call the format, with its article: «a Cobertura coverage report».
    String title();

    /// What stands of the format in the reference page.
    default FormatPage page() {
        return FormatPage.UNWRITTEN;
    }

    /// Whether a report of this format can be evidence of a kind.
    boolean canBe(Kind kind);

    /// The shapes that a file of this format can have: readers of others are not asked. A reader that does
    /// not say is asked about all.
    default Set<Shape.Sort> sorts() {
        return EnumSet.allOf(Shape.Sort.class);
    }

    /// Looks at the beginning of a file.
    ///
    /// @param declared decides where the content alone says nothing, such as an empty list
    Recognition recognise(Head head, Declared declared);

    /// @throws dev.plumbline.ingest.report.syntax.MalformedReport when the file is not what the format demands
    Reading read(ReportInput input, Head head, Allowance allowance) throws IOException;

    /// Where evidence of this reader comes from.
    default Source source(ReportInput input, ToolRun tool, Notes notes) {
        return new Source(input.part(), input.digest(), format(), id(), tool, notes.all());
    }

    /// Name and version, as evidence carries them: `ruff-json@1`.
    default String id() {
        return format().id() + "@" + version();
    }
}
