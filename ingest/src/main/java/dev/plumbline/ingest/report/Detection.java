package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the reader of a file.
final class Detection {
    private static final int SHOWN = 60;

    private final List<ReportReader> readers;
    /// In the same order, those that may take a file of one shape.
    private final Map<Shape.Sort, List<ReportReader>> bySort = new EnumMap<>(Shape.Sort.class);

    Detection(List<ReportReader> readers) {
        this.readers = List.copyOf(readers);
        for (Shape.Sort sort : Shape.Sort.values()) {
            bySort.put(
                    sort,
                    readers.stream()
                            .filter(reader -> reader.sorts().contains(sort))
                            .toList());
        }
    }

    /// @param head by which the reader knew the file
    record Found(ReportReader reader, Head head) {}

    /// @throws MalformedReport when no reader takes the file, or the declared kind contradicts the content
    Found find(Content content, Declared declared, Allowance allowance) throws IOException {
        Head head = Heads.of(content);
        if (head.shape() instanceof Shape.Binary binary) {
            throw Heads.unreadable(binary);
        }
        Found found = declared.format() == null
                ? byContent(content, head, declared, allowance)
                : new Found(byName(declared), head);
        Kind kind = declared.kind();
        if (kind != null && !found.reader().canBe(kind)) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report was declared as " + kind + ", but it is "
                            + found.reader().title() + ", which cannot be that.",
                    "Leave the kind out, or declare the kind that the report is evidence of.");
        }
        return found;
    }

    /// By the beginning of the file, and by all of its fields where no reader takes it by that.
    private Found byContent(Content content, Head head, Declared declared, Allowance allowance) throws IOException {
        ReportReader reader = byHead(head, declared);
        Head whole = reader == null ? Heads.whole(content, head, allowance) : null;
        if (whole != null) {
            reader = byHead(whole, declared);
        }
        if (reader == null) {
            MalformedReport problem = head.problem();
            throw problem == null ? unknown(head, near(whole == null ? head : whole, declared)) : problem;
        }
        return new Found(reader, whole == null ? head : whole);
    }

    private ReportReader byName(Declared declared) {
        return readers.stream()
                .filter(reader -> reader.format().equals(declared.format()))
                .findFirst()
                .orElseThrow(() -> new MalformedReport(
                        Where.WHOLE,
                        "The declared format «" + declared.format() + "» is not known.",
                        "Use one of " + known() + ", or leave the format out."));
    }

    /// The first reader that takes the file; one that can be of the declared kind before one that cannot.
    private @Nullable ReportReader byHead(Head head, Declared declared) {
        ReportReader first = null;
        Kind kind = declared.kind();
        for (ReportReader reader : bySort.getOrDefault(head.shape().sort(), readers)) {
            if (reader.recognise(head, declared) instanceof Recognition.Match) {
                if (kind == null || reader.canBe(kind)) {
                    return reader;
                }
                first = first == null ? reader : first;
            }
        }
        return first;
    }

    /// {@return why no reader takes the file, of all readers}
    private List<Near> near(Head head, Declared declared) {
        var near = new ArrayList<Near>();
        for (ReportReader reader : readers) {
            if (reader.recognise(head, declared) instanceof Recognition.Mismatch mismatch) {
                near.add(new Near(reader, mismatch));
            }
        }
        return near;
    }

    private MalformedReport unknown(Head head, List<Near> near) {
        return switch (head.shape()) {
            case Shape.Empty _ ->
                new MalformedReport(
                        Where.WHOLE,
                        "The file is empty.",
                        "An empty file says nothing: check that the tool ran and wrote to this file.");
            case Shape.JsonArray array
            when array.empty() ->
                new MalformedReport(
                        Where.WHOLE,
                        "The report is an empty list, which many tools write when they find nothing; it does not say which tool ran.",
                        "Declare the report's kind or format in the `reports` list of the `build` part.");
            case Shape.Text text
            when text.lines().equals(List.of("null")) ->
                new MalformedReport(
                        Where.WHOLE,
                        "The report is null, which some tools write when they find nothing; it does not say which tool ran.",
                        "Declare the report's kind or format in the `reports` list of the `build` part.");
            case Shape.JsonObject object
            when object.fields().isEmpty() ->
                new MalformedReport(
                        Where.WHOLE,
                        "The report is an empty object: it says neither which tool ran nor that it did its work.",
                        "Check that the tool ran over the files that it should see, and send what it writes then.");
            case Shape.JsonArray _, Shape.JsonObject _, Shape.Text _, Shape.Xml _, Shape.Binary _ ->
                strange(head, near);
        };
    }

    private MalformedReport strange(Head head, List<Near> near) {
        Strays.Stray stray = Strays.of(head);
        return stray == null
                ? new MalformedReport(
                        Where.WHOLE,
                        "The report's format is not known. " + looksLike(head, near),
                        "Known formats are " + known() + ".")
                : new MalformedReport(
                        Where.WHOLE,
                        "The file is no report that can be read: it is " + stray.what() + ".",
                        stray.fix());
    }

    /// Formats of text are all as near as each other: what stands there says more.
    private static String looksLike(Head head, List<Near> near) {
        return head.shape() instanceof Shape.Text text && !text.lines().isEmpty()
                ? "It is plain text and begins with «"
                        + Texts.shown(text.lines().getFirst(), SHOWN)
                        + "»; a report in JSON, XML or SARIF is known by its form."
                : "Nearest: " + Nearness.of(head).nearest(near) + ".";
    }

    private String known() {
        return readers.stream().map(reader -> reader.format().id()).sorted().collect(Collectors.joining(", "));
    }

    /// A reader that does not take the file.
    record Near(ReportReader reader, Recognition.Mismatch mismatch) {}
}
