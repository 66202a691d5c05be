package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The uploads of one build: each id once, with its smallest receipt, in order of receipt. The order and the repetition
/// in
/// which they came leave no trace.
public record Uploads(List<Upload> list) {
    public static final Uploads NONE = new Uploads(List.of());

    public Uploads {
        list = list.stream().sorted().toList();
    }

    /// {@return these uploads and one more; equal to these when it says nothing new}
    public Uploads with(Upload upload) {
        for (int i = 0; i < list.size(); i++) {
            var known = list.get(i);
            if (known.id().equals(upload.id())) {
                if (known.countsBefore(upload)) {
                    return this;
                }
                var replaced = new ArrayList<>(list);
                replaced.set(i, upload);
                return new Uploads(replaced);
            }
        }
        var more = new ArrayList<>(list);
        more.add(upload);
        return new Uploads(more);
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
