package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Packing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Newest evidence of one lineage of the kinds that are not about a commit: what later builds may carry. It
/// lies packed in its row, and is read only when a build does carry it. The first byte is the version of
/// the form.
record CarriedEvidence(List<Entry> entries) {
    static final CarriedEvidence NONE = new CarriedEvidence(List.of());
    private static final int FORM = 2;
    private static final int BUILD_ID_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    /// @param record digest of the log record that it came in
    /// @param packed the evidence as JSON, packed
    record Entry(Kind kind, BuildId build, Instant startedAt, int attempt, Digest record, Packed packed) {
        BuildOrder order() {
            return new BuildOrder(startedAt, attempt, build);
        }

        Evidence evidence() {
            return packed.evidence();
        }
    }

    /// Bytes that are equal by what they hold, and are read at most once.
    static final class Packed {
        private final byte[] bytes;
        private @Nullable Evidence read;

        Packed(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }

        Evidence evidence() {
            var known = read;
            if (known == null) {
                known = Codec.EVIDENCE.decode(Packing.unpacked(bytes));
                read = known;
            }
            return known;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Packed packed && Arrays.equals(bytes, packed.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    CarriedEvidence {
        entries = List.copyOf(entries);
    }

    static CarriedEvidence decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("Carried evidence of form " + form + " is not known to this version.");
            }
            var entries = new ArrayList<Entry>();
            for (int left = in.readShort(); left > 0; left--) {
                entries.add(new Entry(
                        new Kind(in.readUTF()),
                        new BuildId(HEX.formatHex(in.readNBytes(BUILD_ID_BYTES))),
                        Instant.ofEpochSecond(in.readLong(), in.readInt()),
                        in.readInt(),
                        Digest.ofHash(in.readNBytes(DIGEST_BYTES)),
                        new Packed(in.readNBytes(in.readInt()))));
            }
            return new CarriedEvidence(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("A row of carried evidence is cut short.", e);
        }
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(2048);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeShort(entries.size());
            for (var entry : entries) {
                out.writeUTF(entry.kind().value());
                out.write(HEX.parseHex(entry.build().value()));
                var startedAt = entry.startedAt();
                out.writeLong(startedAt.getEpochSecond());
                out.writeInt(startedAt.getNano());
                out.writeInt(entry.attempt());
                out.write(HEX.parseHex(entry.record().hex()));
                out.writeInt(entry.packed().bytes().length);
                out.write(entry.packed().bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    /// {@return what a build may carry: older than itself, and of a kind that it does not bring}
    List<Entry> availableTo(AssembledBuild build) {
        return entries.stream()
                .filter(entry -> !build.evidence().containsKey(entry.kind()))
                .filter(entry -> build.order().isAfter(entry.order()))
                .toList();
    }

    /// {@return what a build of another line than the default branch may carry: what is available of its
    /// own line, else what the default branch has. That may be of a build that started later: one line's
    /// builds are neither before nor after another's}
    List<Entry> availableTo(AssembledBuild build, CarriedEvidence ofDefault) {
        var available = new ArrayList<>(availableTo(build));
        var here = new TreeSet<>(build.evidence().keySet());
        available.forEach(entry -> here.add(entry.kind()));
        ofDefault.entries.stream().filter(entry -> !here.contains(entry.kind())).forEach(available::add);
        return available;
    }

    /// {@return what a build may have carried, by kind}
    Map<Kind, Evidence> before(BuildOrder build) {
        var before = new HashMap<Kind, Evidence>();
        for (var entry : entries) {
            if (build.isAfter(entry.order())) {
                before.put(entry.kind(), entry.evidence());
            }
        }
        return before;
    }

    /// {@return this with what a build brings, where the build is not older than what is kept; the same
    /// when nothing is}
    ///
    /// @param uploads of the build: what came in one of them is taken over as it lies on the log
    CarriedEvidence with(AssembledBuild build, Uploads uploads) {
        var order = build.order();
        var kept = new TreeMap<Kind, Entry>();
        entries.forEach(entry -> kept.put(entry.kind(), entry));
        boolean changed = false;
        for (var brought : build.evidence().entrySet()) {
            var kind = brought.getKey();
            var known = kept.get(kind);
            if (!kind.aboutCode() && (known == null || !known.order().isAfter(order))) {
                var entry = new Entry(
                        kind,
                        order.id(),
                        order.startedAt(),
                        order.attempt(),
                        brought.getValue().record(),
                        packed(kind, brought.getValue().evidence(), uploads.list()));
                changed |= !entry.equals(known);
                kept.put(kind, entry);
            }
        }
        return changed ? new CarriedEvidence(List.copyOf(kept.values())) : this;
    }

    private static Packed packed(Kind kind, Evidence evidence, List<Upload> uploads) {
        byte[] json = uploads.size() == 1 ? uploads.getFirst().json(kind) : null;
        return new Packed(Packing.packed(json == null ? Codec.EVIDENCE.encode(evidence) : json));
    }

    /// When the newest of it came from.
    Instant newest() {
        return entries.stream().map(Entry::startedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
