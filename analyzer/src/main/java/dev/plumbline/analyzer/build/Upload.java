package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.EvidenceSlices;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One upload as it lies on the log: its bytes are kept as they came, and read when they are needed.
public final class Upload implements Comparable<Upload> {
    private static final Comparator<Upload> ORDER =
            Comparator.comparing(Upload::receivedAt).thenComparing(Upload::id);

    private final UploadId id;
    private final Instant receivedAt;
    private final byte[] record;
    private @Nullable EvidenceReceived said;
    private @Nullable EvidenceSlices slices;
    private @Nullable Digest digest;

    private Upload(UploadId id, Instant receivedAt, byte[] record, @Nullable EvidenceReceived said) {
        this.id = id;
        this.receivedAt = receivedAt;
        this.record = record;
        this.said = said;
    }

    /// @param record is kept as it is: who hands it over does not change it any more
    /// @throws dev.plumbline.model.wire.UndecodableException when the bytes are no upload
    public static Upload of(byte[] record) {
        var read = EvidenceSlices.read(record);
        var upload = new Upload(read.said().id(), read.said().receipt().receivedAt(), record, read.said());
        upload.slices = read.slices();
        return upload;
    }

    /// An upload that was read before, e.g. from a store that keeps id and receipt beside the bytes.
    public static Upload kept(UploadId id, Instant receivedAt, byte[] record) {
        return new Upload(id, receivedAt, record, null);
    }

    public UploadId id() {
        return id;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public byte[] record() {
        return record;
    }

    public EvidenceReceived said() {
        var known = said;
        if (known == null) {
            known = Codec.EVIDENCE_RECEIVED.decode(record);
            said = known;
        }
        return known;
    }

    /// {@return the evidence of one kind; the rest of the record is not read for it}
    List<Evidence> evidence(Kind kind) {
        var known = said;
        if (known != null) {
            return known.evidence().stream()
                    .filter(evidence -> evidence.kind().equals(kind))
                    .toList();
        }
        var places = slices;
        if (places == null) {
            places = EvidenceSlices.of(record);
            slices = places;
        }
        return places.of(kind);
    }

    /// {@return its one piece of evidence of a kind as it lies on the log; null where it brings none or
    /// several, and where the places are not known}
    public byte @Nullable [] json(Kind kind) {
        var known = slices;
        return known == null ? null : known.only(kind);
    }

    /// {@return the digest of the record as it lies on the log}
    public Digest digest() {
        var known = digest;
        if (known == null) {
            known = Digest.of(record);
            digest = known;
        }
        return known;
    }

    /// Whether of two records of one upload this is the one that counts: received earlier, then smaller
    /// bytes.
    boolean countsBefore(Upload other) {
        int order = receivedAt.compareTo(other.receivedAt);
        return order < 0 || (order == 0 && Arrays.compare(record, other.record) <= 0);
    }

    @Override
    public int compareTo(Upload other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Upload upload && id.equals(upload.id) && Arrays.equals(record, upload.record);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "upload " + id + " of " + receivedAt;
    }
}
