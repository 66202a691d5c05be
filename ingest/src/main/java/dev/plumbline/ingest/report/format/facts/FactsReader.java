package dev.plumbline.ingest.report.format.facts;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// The file of `plumbline collect`: an object with `plumbline-facts` (the version of the form), `tool`,
/// `files`, `counts`, `samples`, `headings`, `settings` and `dependencies`. Fields that nobody here knows
/// are passed over.
final class FactsReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("plumbline-facts");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "the facts of plumbline collect";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "plumbline collect",
                "1",
                "counts of what was read in the working tree with sample places, source files by language, headings of "
                        + "the README, settings, declared dependencies; "
                        + "of API descriptions in the tree what an upload of them says",
                "nothing",
                "https://plumbline.dev/docs/facts");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.FACTS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, FactsSheet.MARK);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (var json = Json.open(input.content(), allowance)) {
            return new FactsSheet(json).reading(this, input);
        }
    }
}
