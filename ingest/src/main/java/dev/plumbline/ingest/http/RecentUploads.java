package dev.plumbline.ingest.http;

import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.UploadId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The receipts of the newest uploads that the broker acknowledged, so that a repetition gets the same one and makes no
/// second record. What is forgotten here is recognised by its id on the log.
final class RecentUploads {
    private final int limit;
    private final Map<UploadId, Receipt> receipts = new LinkedHashMap<>();

    RecentUploads(int limit) {
        this.limit = limit;
    }

    synchronized void remember(UploadId upload, Receipt receipt) {
        receipts.merge(upload, receipt, (before, now) -> now.receivedAt().isBefore(before.receivedAt()) ? now : before);
        while (receipts.size() > limit) {
            receipts.remove(receipts.keySet().iterator().next());
        }
    }

    /// {@return the receipt that already covers this one; null where the upload is new, or is stated to be older}
    synchronized @Nullable Receipt covering(UploadId upload, Receipt receipt) {
        Receipt before = receipts.get(upload);
        return before == null || receipt.receivedAt().isBefore(before.receivedAt()) ? null : before;
    }
}
