package dev.plumbline.analyzer.build;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.Choices.Choice;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.standard.Combine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All reports of one kind that the uploads of one build bring, in order of receipt.
final class Reports {
    private final List<Evidence> evidence = new ArrayList<>(1);
    /// For each piece of evidence, the upload that brings it.
    private final List<Upload> from = new ArrayList<>(1);

    void add(Evidence more, Upload upload) {
        evidence.add(more);
        from.add(upload);
    }

    boolean isEmpty() {
        return evidence.isEmpty();
    }

    /// @param notes is added to
    Piece piece(List<String> notes) {
        var merged = EvidenceMerge.merge(evidence);
        notes.addAll(merged.notes());
        var all = new Choice(merged.evidence(), fromOne() ? from.getFirst().digest() : record(_ -> true));
        return new Piece(all.evidence(), all.record(), choices(merged, all));
    }

    /// {@return what they come to in one way}
    Evidence by(Combine how) {
        return how == Combine.MERGE || evidence.size() == 1
                ? EvidenceMerge.merge(evidence).evidence()
                : piece(new ArrayList<>()).by(how).evidence();
    }

    private @Nullable Choices choices(EvidenceMerge merged, Choice all) {
        var distinct = merged.distinct();
        var kind = all.evidence().kind();
        if (distinct.size() < 2 || Combine.LATEST.objection(kind) != null) {
            return null;
        }
        var ofEach = EvidenceMerge.ofEach(distinct);
        return new Choices(
                distinct.size(),
                Combine.WORST.objection(kind) == null
                        ? alone(distinct.stream().min(WorstFirst.ORDER).orElseThrow())
                        : all,
                latest(all),
                merged.notes().stream().filter(note -> !ofEach.contains(note)).toList());
    }

    private Choice alone(Evidence report) {
        return new Choice(
                report,
                record(at -> evidence.get(at)
                        .source()
                        .report()
                        .equals(report.source().report())));
    }

    /// By the server's receipt. Of uploads that were received in one moment the one whose reports have the
    /// greatest digest counts; reports of one upload are merged.
    private Choice latest(Choice all) {
        if (fromOne()) {
            return all;
        }
        var last = from.getLast().receivedAt();
        return from.stream()
                .filter(upload -> upload.receivedAt().equals(last))
                .distinct()
                .map(upload -> new Choice(EvidenceMerge.merge(of(upload)).evidence(), upload.digest()))
                .max(Comparator.comparing(choice -> choice.evidence().source().report()))
                .orElseThrow();
    }

    private boolean fromOne() {
        return from.getFirst().equals(from.getLast());
    }

    private List<Evidence> of(Upload upload) {
        return IntStream.range(0, from.size())
                .filter(at -> from.get(at).equals(upload))
                .mapToObj(evidence::get)
                .toList();
    }

    /// Names the record that some of the reports came in; where several did, by all of their digests.
    private Digest record(Predicate<Integer> counts) {
        var records = IntStream.range(0, from.size())
                .filter(counts::test)
                .mapToObj(from::get)
                .distinct()
                .map(Upload::digest)
                .sorted()
                .toList();
        return records.size() == 1
                ? records.getFirst()
                : Digest.ofText(records.stream().map(Digest::value).collect(Collectors.joining("\n")));
    }
}
