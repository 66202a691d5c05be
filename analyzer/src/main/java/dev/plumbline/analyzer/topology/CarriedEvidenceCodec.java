package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.topology.CarriedContent.Packed;
import dev.plumbline.analyzer.topology.CarriedContent.Part;
import dev.plumbline.analyzer.topology.CarriedContent.Several;
import dev.plumbline.analyzer.topology.CarriedEvidence.Entry;
import dev.plumbline.analyzer.topology.CarriedEvidence.Kept;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Rows of carried evidence. The first byte is the version of the form: 5 where something was replaced that
/// is still kept in slots, 3 where something is there to choose from, and 2 as ever where neither is. 4 is
/// read: what was replaced lay in the row itself.
final class CarriedEvidenceCodec {
    private static final int FORM = 2;
    private static final int FORM_WITH_CHOICES = 3;
    private static final int FORM_WITH_EARLIER = 4;
    private static final int FORM_WITH_SLOTS = 5;
    private static final int AS_ALL = -1;
    private static final int BUILD_ID_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private CarriedEvidenceCodec() {}

    /// @param slots where the row of a slot is found
    static CarriedEvidence decode(byte[] bytes, IntFunction<byte[]> slots) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form < FORM || form > FORM_WITH_SLOTS) {
                throw new IllegalStateException("Carried evidence of form " + form + " is not known to this version.");
            }
            return new CarriedEvidence(
                    entries(in, form),
                    switch (form) {
                        case FORM_WITH_EARLIER -> entries(in, form);
                        case FORM_WITH_SLOTS -> inSlots(in, slots);
                        default -> List.of();
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("A row of carried evidence is cut short.", e);
        }
    }

    /// When the newest of a row came from.
    static Instant newest(byte[] bytes) {
        return decode(bytes, slot -> {
                    throw new IllegalStateException("Slot " + slot + " is not asked for the newest.");
                })
                .newest();
    }

    private static List<Entry> entries(DataInputStream in, int form) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int left = in.readShort(); left > 0; left--) {
            entries.add(new Entry(
                    new Kind(in.readUTF()),
                    build(in),
                    moment(in),
                    in.readInt(),
                    Kept.inPlace(new CarriedContent(
                            Digest.ofHash(in.readNBytes(DIGEST_BYTES)),
                            new Packed(in.readNBytes(in.readInt())),
                            form == FORM ? null : several(in)))));
        }
        return entries;
    }

    private static List<Entry> inSlots(DataInputStream in, IntFunction<byte[]> slots) throws IOException {
        var entries = new ArrayList<Entry>();
        for (int left = in.readShort(); left > 0; left--) {
            var kind = new Kind(in.readUTF());
            var build = build(in);
            var startedAt = moment(in);
            int attempt = in.readInt();
            int bytes = in.readInt();
            int slot = in.readUnsignedShort();
            var kept = Kept.inSlot(slot, bytes, () -> content(slots.apply(slot), kind, build));
            entries.add(new Entry(kind, build, startedAt, attempt, kept));
        }
        return entries;
    }

    private static CarriedContent content(byte[] slot, Kind kind, BuildId build) {
        return decode(slot, _ -> slot).entries().stream()
                .filter(entry -> entry.isOf(kind, build))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The " + kind + " of build " + build
                        + " must lie in its slot, for the row of its line says so."))
                .kept()
                .content();
    }

    private static BuildId build(DataInputStream in) throws IOException {
        return new BuildId(HEX.formatHex(in.readNBytes(BUILD_ID_BYTES)));
    }

    private static Instant moment(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
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

    /// @param carried what of it was replaced lies in slots
    static byte[] encode(CarriedEvidence carried) {
        var bytes = new ByteArrayOutputStream(2048);
        int form = form(carried);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(form);
            out.writeShort(carried.entries().size());
            for (var entry : carried.entries()) {
                writeBegin(out, entry);
                write(out, entry.kept().content(), form);
            }
            if (form == FORM_WITH_SLOTS) {
                out.writeShort(carried.earlier().size());
                for (var entry : carried.earlier()) {
                    writeBegin(out, entry);
                    out.writeInt(entry.kept().bytes());
                    out.writeShort(entry.kept().slot());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    private static int form(CarriedEvidence carried) {
        if (!carried.earlier().isEmpty()) {
            return FORM_WITH_SLOTS;
        }
        return carried.entries().stream().anyMatch(Entry::hasSeveral) ? FORM_WITH_CHOICES : FORM;
    }

    private static void writeBegin(DataOutputStream out, Entry entry) throws IOException {
        out.writeUTF(entry.kind().value());
        out.write(HEX.parseHex(entry.build().value()));
        var startedAt = entry.startedAt();
        out.writeLong(startedAt.getEpochSecond());
        out.writeInt(startedAt.getNano());
        out.writeInt(entry.attempt());
    }

    private static void write(DataOutputStream out, CarriedContent content, int form) throws IOException {
        out.write(HEX.parseHex(content.record().hex()));
        out.writeInt(content.packed().bytes().length);
        out.write(content.packed().bytes());
        if (form != FORM) {
            write(out, content.several());
        }
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
}
