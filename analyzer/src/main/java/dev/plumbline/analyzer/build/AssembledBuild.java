package dev.plumbline.analyzer.build;

import dev.plumbline.analyzer.build.Choices.Choice;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SortedEntries;
import dev.plumbline.model.standard.Combine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A build as its uploads together describe it.
///
/// @param evidence at most one of each kind
/// @param taken kinds of which the build brings nothing itself, and the earlier attempt of its run whose
///     evidence counts
/// @param notes what a reader should know of the evidence, a sentence each, sorted
/// @param backfilled an administrator stated when one of the uploads was received
public record AssembledBuild(
        Build build,
        BuildOrder order,
        SortedMap<Kind, Piece> evidence,
        Map<Kind, BuildId> taken,
        List<String> notes,
        boolean backfilled) {
    private static final int NOTES_LIMIT = 50;

    /// Merged evidence of one kind.
    ///
    /// @param record digest of the log record that it came in; where several did, the digest of their
    ///     digests
    /// @param choices where several reports were merged, what else they may come to; null where there was
    ///     nothing to choose
    public record Piece(
            Evidence evidence, Digest record, @Nullable Choices choices) {
        /// {@return what the reports come to for a standard}
        public Choice by(Combine how) {
            var merged = new Choice(evidence, record);
            return choices == null ? merged : choices.by(how, merged);
        }
    }

    public AssembledBuild {
        evidence = SortedEntries.copyOf(evidence);
        taken = Map.copyOf(taken);
        notes = notes.size() < 2
                ? List.copyOf(notes)
                : notes.stream().distinct().sorted().limit(NOTES_LIMIT).toList();
    }

    public static AssembledBuild of(Uploads uploads) {
        var notes = new ArrayList<String>();
        var told = byKind(uploads.list());
        var taken = new HashMap<Kind, BuildId>();
        if (!uploads.before().isEmpty()) {
            take(uploads, told, taken, notes);
        }
        var pieces = new SortedEntries.Builder<Kind, Piece>(told.size());
        told.forEach((kind, all) -> pieces.add(kind, all.piece(notes)));
        var builds =
                uploads.list().stream().map(upload -> upload.said().build()).toList();
        var build = builds.size() == 1 ? builds.getFirst() : merged(builds);
        return new AssembledBuild(
                build,
                BuildOrder.of(build, uploads.firstReceipt()),
                pieces.built(),
                taken,
                notes,
                uploads.list().stream()
                        .anyMatch(upload -> upload.said().receipt().backfilled()));
    }

    /// {@return the evidence of one kind alone; null where the uploads bring none}
    public static @Nullable Evidence evidenceOf(Uploads uploads, Kind kind, Combine how) {
        var all = new Reports();
        uploads.list().forEach(upload -> upload.evidence(kind).forEach(one -> all.add(one, upload)));
        if (!all.isEmpty()) {
            return all.by(how);
        }
        var earlier = kind.aboutCode() ? lastWith(uploads.before(), kind) : List.<Upload>of();
        earlier.forEach(upload -> upload.evidence(kind).forEach(one -> all.add(one, upload)));
        return all.isEmpty() ? null : all.by(how);
    }

    /// What the build does not bring itself is that of the last attempt before it that does.
    private static void take(Uploads uploads, Map<Kind, Reports> told, Map<Kind, BuildId> taken, List<String> notes) {
        byKind(uploads.before()).keySet().stream()
                .filter(kind -> kind.aboutCode() && !told.containsKey(kind))
                .forEach(kind -> {
                    var earlier = lastWith(uploads.before(), kind);
                    var from = earlier.getFirst().said().build().key();
                    told.put(kind, byKind(earlier).get(kind));
                    taken.put(kind, from.id());
                    notes.add(kind + " is that of attempt " + from.attempt() + ": this one brought none");
                });
    }

    /// {@return the uploads with evidence of a kind of the last attempt that has any}
    private static List<Upload> lastWith(List<Upload> uploads, Kind kind) {
        var bringing = uploads.stream()
                .filter(upload -> !upload.evidence(kind).isEmpty())
                .collect(Collectors.groupingBy(
                        upload -> upload.said().build().key().attempt(), TreeMap::new, Collectors.toList()));
        return bringing.isEmpty() ? List.of() : bringing.lastEntry().getValue();
    }

    private static SortedMap<Kind, Reports> byKind(List<Upload> uploads) {
        var byKind = new TreeMap<Kind, Reports>();
        for (var upload : uploads) {
            for (var evidence : upload.said().evidence()) {
                byKind.computeIfAbsent(evidence.kind(), _ -> new Reports()).add(evidence, upload);
            }
        }
        return byKind;
    }

    /// What the uploads say of the build, in order of receipt: the first that states a thing counts.
    private static Build merged(List<Build> builds) {
        var first = builds.getFirst();
        return new Build(
                first.key(),
                first.name(),
                lineage(builds),
                times(builds),
                builds.stream().flatMap(build -> build.expects().stream()).toList(),
                builds.stream().anyMatch(Build::complete),
                builds.stream().map(Build::subject).reduce(Subject.UNKNOWN, Subject::or));
    }

    private static Lineage lineage(List<Build> builds) {
        var first = builds.getFirst().lineage();
        if (!(first instanceof Lineage.ChangeRequest request)) {
            return first;
        }
        var same = builds.stream()
                .map(Build::lineage)
                .filter(Lineage.ChangeRequest.class::isInstance)
                .map(Lineage.ChangeRequest.class::cast)
                .filter(other -> other.change().equals(request.change()))
                .toList();
        return new Lineage.ChangeRequest(
                request.change(),
                request.branch(),
                firstOf(same.stream().map(Lineage.ChangeRequest::mergeBase)),
                firstOf(same.stream().map(Lineage.ChangeRequest::changedLines)));
    }

    private static <T> @Nullable T firstOf(Stream<? extends @Nullable T> stated) {
        return stated.filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static BuildTimes times(List<Build> builds) {
        @Nullable
        Instant started = builds.stream()
                .map(build -> build.times().startedAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        @Nullable
        Instant finished = builds.stream()
                .map(build -> build.times().finishedAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        boolean ordered = started == null || finished == null || !finished.isBefore(started);
        return new BuildTimes(started, ordered ? finished : null);
    }
}
