package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes lines of comma-separated values apart (definition: [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)). A
/// value in quotes may hold commas, doubled quotes and ends of lines.
public final class CsvRecords {
    private static final int COLUMNS = 1_000;
    private static final int VALUE_CHARS = 4_096;

    private final Lines lines;
    private final StringBuilder value = new StringBuilder();
    private boolean quoted;

    public CsvRecords(Lines lines) {
        this.lines = lines;
    }

    /// {@return the next record; null after the last}
    ///
    /// @throws MalformedReport when a value's quotes are not closed
    @Nullable
    public List<String> next() throws IOException {
        String line = lines.next();
        if (line == null) {
            return null;
        }
        var values = new ArrayList<String>();
        quoted = false;
        value.setLength(0);
        take(line, values);
        while (quoted) {
            String more = lines.next();
            if (more == null) {
                throw new MalformedReport(
                        lines.where(),
                        "A value begins with a quote and does not end.",
                        "The file is damaged or cut off: send it after the tool has ended.");
            }
            put(' ');
            take(more, values);
        }
        values.add(value.toString());
        return values;
    }

    private void take(String line, List<String> values) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    put(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                end(values);
            } else {
                put(c);
            }
        }
    }

    private void end(List<String> values) {
        if (values.size() == COLUMNS) {
            throw new MalformedReport(
                    lines.where(),
                    "A record has more than " + COLUMNS + " columns.",
                    "Send the file as the tool wrote it.");
        }
        values.add(value.toString());
        value.setLength(0);
    }

    private void put(char c) {
        if (value.length() < VALUE_CHARS) {
            value.append(c);
        }
    }
}
