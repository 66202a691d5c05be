package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import java.util.List;

/// The tool wrote why it could not do its work, in the place of a report.
final class Refusal {
    private static final int SHOWN = 300;

    private Refusal() {}

    /// @param words of the tool
    static MalformedReport of(Where where, String tool, List<String> words) {
        String said = Texts.firstLine(String.join(": ", words), SHOWN);
        return new MalformedReport(
                where,
                "Here " + tool + " reports an error instead of an audit: «" + (said.isEmpty() ? "without a text" : said)
                        + "».",
                "Mend what the tool complains of, run it again and send what it writes then.");
    }
}
