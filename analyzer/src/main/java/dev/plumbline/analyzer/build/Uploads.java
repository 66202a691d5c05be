package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The uploads of one build: each id once, with its smallest receipt, in order of receipt. The order and
/// the repetition in which they came leave no trace.
///
/// @param before uploads of earlier attempts of the same run, whose evidence about the code counts where
///     the build itself brings none of the kind: who runs only the failed jobs again sends only theirs
public record Uploads(List<Upload> list, List<Upload> before) {
    public static final Uploads NONE = new Uploads(List.of());
    /// What is taken over from earlier attempts; what lies beyond is left out, as if it had not come.
    static final int BEFORE_BYTES = 1024 * 1024;

    public Uploads {
        list = sorted(list);
        before = sorted(before);
    }

    public Uploads(List<Upload> list) {
        this(list, List.of());
    }

    private static List<Upload> sorted(List<Upload> uploads) {
        return uploads.size() < 2
                ? List.copyOf(uploads)
                : uploads.stream().sorted().toList();
    }

    /// {@return these uploads and one more; equal to these when it says nothing new}
    public Uploads with(Upload upload) {
        var more = with(list, upload);
        return more.equals(list) ? this : new Uploads(more, before);
    }

    /// {@return these uploads and one of an earlier attempt; equal to these when the build has no use for it}
    public Uploads after(Upload earlier) {
        long bytes = earlier.record().length;
        for (var known : before) {
            bytes += known.record().length;
        }
        if (bytes > BEFORE_BYTES || own().containsAll(aboutCode(earlier))) {
            return this;
        }
        var more = with(before, earlier);
        return more.equals(before) ? this : new Uploads(list, more);
    }

    private static List<Upload> with(List<Upload> uploads, Upload upload) {
        for (int i = 0; i < uploads.size(); i++) {
            var known = uploads.get(i);
            if (known.id().equals(upload.id())) {
                if (known.countsBefore(upload)) {
                    return uploads;
                }
                var replaced = new ArrayList<>(uploads);
                replaced.set(i, upload);
                return replaced;
            }
        }
        var more = new ArrayList<>(uploads);
        more.add(upload);
        return more;
    }

    /// {@return the kinds of evidence that the build itself brings}
    private Set<Kind> own() {
        var own = new TreeSet<Kind>();
        list.forEach(upload -> upload.said().evidence().forEach(evidence -> own.add(evidence.kind())));
        return own;
    }

    private static Set<Kind> aboutCode(Upload upload) {
        return upload.said().evidence().stream()
                .map(Evidence::kind)
                .filter(Kind::aboutCode)
                .collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public List<UploadId> ids() {
        return list.stream().map(Upload::id).sorted().toList();
    }

    public Instant firstReceipt() {
        return list.getFirst().receivedAt();
    }

    public Instant latestReceipt() {
        return list.getLast().receivedAt();
    }
}
