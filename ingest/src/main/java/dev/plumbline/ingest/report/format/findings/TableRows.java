package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Where;

/// Counts the values of the rows of a table of comma-separated values (definition: [RFC
/// 4180](https://www.rfc-editor.org/rfc/rfc4180)): a last row with fewer of them than the head has was cut off.
final class TableRows {
    private int columns;
    private int values;
    private boolean quoted;

    /// A value in quotes goes on over the ends of lines.
    void take(String line) {
        if (line.isBlank() && !quoted) {
            return;
        }
        if (!quoted) {
            columns = columns == 0 ? values : columns;
            values = 1;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values++;
            }
        }
    }

    void end(Where where) {
        if (quoted || columns > 0 && values < columns) {
            throw new MalformedReport(
                    where,
                    quoted
                            ? "The last row ends inside of a value in quotes."
                            : "The last row has " + values + " values, where the table has " + columns + " columns.",
                    "The file is damaged or cut off: send it after the tool has ended.");
        }
    }
}
