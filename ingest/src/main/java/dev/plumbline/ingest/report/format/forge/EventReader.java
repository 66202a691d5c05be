package dev.plumbline.ingest.report.format.forge;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun;
import org.jspecify.annotations.Nullable;

/// A reader of events, which are evidence of nothing.
interface EventReader extends ReportReader {
    int WORD_CHARS = 200;
    String FIX = "This version takes no events: send the report files that the tools of the build wrote.";

    @Override
    default int version() {
        return 1;
    }

    @Override
    default boolean canBe(Kind kind) {
        return false;
    }

    default Reading event(ReportInput input, JsonCursor json, String sender, @Nullable String version) {
        var notes = new Notes();
        notes.replaced(json.replacedCharacters());
        var source = source(input, ToolRun.of(sender, version), notes);
        return Reading.of(new Aside(source, "This is " + title() + ": an event, not a report.", FIX), Figures.NONE);
    }
}
