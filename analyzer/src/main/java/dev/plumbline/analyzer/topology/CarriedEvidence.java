package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Choices;
import dev.plumbline.analyzer.build.Choices.Choice;
import dev.plumbline.analyzer.build.Upload;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.analyzer.comparing.Inputs;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Newest evidence of one lineage of the kinds that are not about a commit: what later builds may carry. It
/// lies packed in its row, and is read only when a build does carry it. The first byte is the version of
/// the form: 3 where something is there to choose from, and 2 as ever where it is not.
record CarriedEvidence(List<Entry> entries) {
    static final CarriedEvidence NONE = new CarriedEvidence(List.of());
    private static final int FORM = 2;
    private static final int FORM_WITH_CHOICES = 3;
    private static final int AS_ALL = -1;
    private static final int MOST_REPORTS = 65_535;
    private static final int BUILD_ID_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    /// @param record digest of the log record that it came in
    /// @param packed the evidence as JSON, packed
    /// @param several what its reports come to where a standard does not merge them; null where it came in
    ///     one report
    record Entry(
            Kind kind,
            BuildId build,
            Instant startedAt,
            int attempt,
            Digest record,
            Packed packed,
            @Nullable Several several) {
        BuildOrder order() {
            return new BuildOrder(startedAt, attempt, build);
        }

        /// Whether another build brought it, which is after that one. The place of a build itself moves as
        /// its uploads come: one that was received earlier makes it begin earlier.
        boolean isOfLaterThan(BuildOrder other) {
            return !build.equals(other.id()) && order().isAfter(other);
        }

        Evidence evidence() {
            return packed.evidence();
        }

        Piece piece() {
            var all = new Choice(evidence(), record);
            return new Piece(
                    all.evidence(),
                    record,
                    several == null
                            ? null
                            : new Choices(
                                    several.reports(),
                                    several.worst().choice(all),
                                    several.latest().choice(all),
                                    List.of()));
        }
    }

    /// @param reports how many there were
    record Several(int reports, Part worst, Part latest) {}

    /// Evidence that was chosen among several reports.
    ///
    /// @param packed null where all of them together were
    record Part(Digest record, @Nullable Packed packed) {
        private static Part of(Choice choice, Piece all) {
            return new Part(
                    choice.record(),
                    choice.evidence().equals(all.evidence())
                            ? null
                            : new Packed(Packing.packed(Codec.EVIDENCE.encode(choice.evidence()))));
        }

        Choice choice(Choice all) {
            return packed == null ? all : new Choice(packed.evidence(), record);
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
            if (form != FORM && form != FORM_WITH_CHOICES) {
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
                        new Packed(in.readNBytes(in.readInt())),
                        form == FORM ? null : several(in)));
            }
            return new CarriedEvidence(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("A row of carried evidence is cut short.", e);
        }
    }

    private static @Nullable Several several(DataInputStream in) throws IOException {
        int reports = in.readUnsignedShort();
        return reports == 0 ? null : new Several(reports, part(in), part(in));
    }

    private static Part part(DataInputStream in) throws IOException {
        var record = Digest.ofHash(in.readNBytes(DIGEST_BYTES));
        int length = in.readInt();
        return new Part(record, length == AS_ALL ? null : new Packed(in.readNBytes(length)));
    }

    byte[] encode() {
        var bytes = new ByteArrayOutputStream(2048);
        boolean choices = entries.stream().anyMatch(entry -> entry.several() != null);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(choices ? FORM_WITH_CHOICES : FORM);
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
                if (choices) {
                    write(out, entry.several());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Several several) throws IOException {
        out.writeShort(several == null ? 0 : several.reports());
        for (var part : several == null ? List.<Part>of() : List.of(several.worst(), several.latest())) {
            out.write(HEX.parseHex(part.record().hex()));
            var packed = part.packed();
            out.writeInt(packed == null ? AS_ALL : packed.bytes().length);
            if (packed != null) {
                out.write(packed.bytes());
            }
        }
    }

    /// What a build may carry, at most one piece of a kind.
    ///
    /// @param instead what the default branch has of kinds that the build or its own line brings: it counts
    ///     where theirs is too old
    record Available(List<Entry> entries, List<Entry> instead) {
        static final Available NOTHING = new Available(List.of(), List.of());

        Available {
            entries = List.copyOf(entries);
            instead = List.copyOf(instead);
        }

        /// {@return the same, with one of the others in place of what there is of its kind}
        Available replacing(Entry other) {
            var replaced = new ArrayList<Entry>();
            entries.stream().filter(entry -> !entry.kind().equals(other.kind())).forEach(replaced::add);
            replaced.add(other);
            return new Available(replaced, instead);
        }
    }

    /// {@return what a build may carry: older than itself, and of a kind that it does not bring}
    Available availableTo(AssembledBuild build) {
        return new Available(older(build), List.of());
    }

    /// {@return kinds of which a build brings none, and of which only a later build's is kept: whether the
    /// build carried any is no longer known}
    Set<Kind> replacedAfter(AssembledBuild build) {
        return entries.stream()
                .filter(entry -> entry.isOfLaterThan(build.order()))
                .map(Entry::kind)
                .filter(kind -> !build.evidence().containsKey(kind))
                .collect(Collectors.toSet());
    }

    private List<Entry> older(AssembledBuild build) {
        return entries.stream()
                .filter(entry -> !build.evidence().containsKey(entry.kind()))
                .filter(entry -> build.order().isAfter(entry.order()))
                .toList();
    }

    /// {@return what a build of another line than the default branch may carry: what is available of its
    /// own line, else what the default branch has. That may be of a build that started later: one line's
    /// builds are neither before nor after another's}
    Available availableTo(AssembledBuild build, CarriedEvidence ofDefault) {
        var available = new ArrayList<>(older(build));
        var here = new TreeSet<>(build.evidence().keySet());
        available.forEach(entry -> here.add(entry.kind()));
        var instead = new ArrayList<Entry>();
        ofDefault.entries.forEach(entry -> (here.contains(entry.kind()) ? instead : available).add(entry));
        return new Available(available, instead);
    }

    /// {@return what a build may have carried}
    Inputs.Source before(BuildOrder build) {
        var before = new HashMap<Kind, Entry>();
        for (var entry : entries) {
            if (build.isAfter(entry.order())) {
                before.put(entry.kind(), entry);
            }
        }
        return (kind, how) -> {
            var entry = before.get(kind);
            return entry == null ? null : entry.piece().by(how).evidence();
        };
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
            if (!kind.aboutCode() && (known == null || !known.isOfLaterThan(order))) {
                var entry = new Entry(
                        kind,
                        order.id(),
                        order.startedAt(),
                        order.attempt(),
                        brought.getValue().record(),
                        packed(kind, brought.getValue().evidence(), uploads.list()),
                        several(brought.getValue()));
                changed |= !entry.equals(known);
                kept.put(kind, entry);
            }
        }
        return changed ? new CarriedEvidence(List.copyOf(kept.values())) : this;
    }

    private static @Nullable Several several(Piece piece) {
        var choices = piece.choices();
        return choices == null
                ? null
                : new Several(
                        Math.min(choices.reports(), MOST_REPORTS),
                        Part.of(choices.worst(), piece),
                        Part.of(choices.latest(), piece));
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
