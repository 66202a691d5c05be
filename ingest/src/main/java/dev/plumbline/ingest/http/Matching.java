package dev.plumbline.ingest.http;

import dev.plumbline.ingest.statement.Nearest;
import dev.plumbline.ingest.statement.ReportEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds for each entry of `reports` the file that it speaks of.
final class Matching {
    private Matching() {}

    /// {@return all files in their order; an entry that speaks of no file, or of several, is refused}
    static List<Matched> of(List<ReportEntry> entries, List<UploadedFile> files) {
        Map<UploadedFile, ReportEntry> said = new LinkedHashMap<>();
        for (ReportEntry entry : entries) {
            UploadedFile file = fileOf(entry, files);
            if (said.put(file, entry) != null) {
                throw entry.refuse(
                        "speaks of «" + file.label() + "», as an entry before it does.",
                        "Keep one entry for each file.");
            }
        }
        return files.stream().map(file -> new Matched(file, said.get(file))).toList();
    }

    private static UploadedFile fileOf(ReportEntry entry, List<UploadedFile> files) {
        List<UploadedFile> found =
                files.stream().filter(file -> file.answersTo(entry.part())).toList();
        if (found.size() > 1) {
            // a label is unique, while a form name or file name may be used again and again
            found = found.stream()
                    .filter(file -> file.label().equals(entry.part()))
                    .toList();
        }
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (files.stream().anyMatch(file -> file.answersTo(entry.part()))) {
            throw entry.refuse(
                    "speaks of «" + entry.part() + "», which several parts are called.",
                    "Name each by its own file name.");
        }
        List<String> names = files.stream()
                .flatMap(file -> Stream.of(file.name(), file.label()))
                .distinct()
                .toList();
        String fix = Nearest.to(entry.part(), names)
                .map(near -> "Did you mean «" + near + "»?")
                .orElse(
                        names.isEmpty()
                                ? "Send the file as a part of this form: -F report=@file"
                                : "Use the name or file name of a part; this upload has: " + String.join(", ", names)
                                        + ".");
        throw entry.refuse("speaks of part «" + entry.part() + "», which this upload does not have.", fix);
    }
}
