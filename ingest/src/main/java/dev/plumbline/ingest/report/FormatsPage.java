package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Limits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The reference page of all formats, made of what the readers say of themselves.
public final class FormatsPage {
    private static final String INTRODUCTION = """
            # Report formats

            Made from the readers; do not edit. What Plumbline reads, what it takes from a file and what it leaves.

            A file's format is recognised by its content, never by its name. The sender may declare a `kind` (what the report is
            evidence of) or a `format`; a declaration that contradicts the content is refused. `plumbline read FILE` shows what is
            made of a file without sending it.

            Files may be written in UTF-8, UTF-16 or, for XML, the encoding that they declare; what cannot be decoded is replaced,
            and a note says so. One layer of gzip, or a zip archive that holds one file, is taken off. A document type declaration
            is passed over; entities are never resolved.

            Refused is what is not the format, with the position and a sentence on what to do, and what goes past a limit: %d MiB
            unpacked, %d structures inside one another, %,d entries that are kept, %d times the packed length. An empty file is
            refused, unless its format says that the tool writes nothing when it finds nothing; so is an error object in place of
            a report.

            """;

    private FormatsPage() {}

    public static String of(List<ReportReader> readers) {
        var sorted = readers.stream()
                .sorted(Comparator.comparing(ReportReader::format))
                .toList();
        var page = new StringBuilder(String.format(
                Locale.ROOT,
                INTRODUCTION,
                Limits.DOCUMENT_BYTES >> 20,
                Limits.DEPTH,
                Limits.ENTRIES,
                Limits.UNPACKED_RATIO));
        page.append("## The ")
                .append(sorted.size())
                .append(" formats\n\n| format | written by | versions |\n|---|---|---|\n");
        sorted.forEach(reader -> page.append("| [`%1$s`](#%1$s) | %2$s | %3$s |\n"
                .formatted(
                        reader.format(),
                        cell(reader.page().tools()),
                        cell(reader.page().versions()))));
        sorted.forEach(reader -> page.append(section(reader)));
        page.append("""

                ## Figures

                What `plumbline read` counts, before anything is merged or judged. Figures that a file states of itself stand under
                `declared`; where they differ from the count, the count is what matters, and a note says so.

                | name | what is counted |
                |---|---|
                """);
        FigureNames.MEANINGS.forEach((name, meaning) -> page.append("| `%s` | %s |\n".formatted(name, cell(meaning))));
        return page.toString();
    }

    private static String section(ReportReader reader) {
        FormatPage page = reader.page();
        return """

                ### %s

                Recognised as %s. Taken: %s. Not taken: %s. Reader `%s`; [definition](%s).
                """.formatted(
                        reader.format(), reader.title(), page.taken(), page.left(), reader.id(), page.definition());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
