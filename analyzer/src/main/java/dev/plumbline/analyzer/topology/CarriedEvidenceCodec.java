package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.topology.CarriedEvidence.Entry;
import dev.plumbline.analyzer.topology.CarriedEvidence.Packed;
import dev.plumbline.analyzer.topology.CarriedEvidence.Part;
import dev.plumbline.analyzer.topology.CarriedEvidence.Several;
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
import org.jspecify.annotations.Nullable;

/// Rows of carried evidence. The first byte is the version of the form: 4 where something was replaced that
/// is still kept, 3 where something is there to choose from, and 2 as ever where neither is.
final class CarriedEvidenceCodec {
    private static final int FORM = 2;
    private static final int FORM_WITH_CHOICES = 3;
    private static final int FORM_WITH_EARLIER = 4;
    private static final int AS_ALL = -1;
    private static final int BUILD_ID_BYTES = 16;
    private static final int DIGEST_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private CarriedEvidenceCodec() {}

    static CarriedEvidence decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int form = in.readByte();
            if (form < FORM || form > FORM_WITH_EARLIER) {
                throw new IllegalStateException("Carried evidence of form " + form + " is not known to this version.");
            }
            var entries = entries(in, form);
            return new CarriedEvidence(entries, form < FORM_WITH_EARLIER ? List.of() : entries(in, form));
        } catch (IOException e) {
            throw new UncheckedIOException("A row of carried evidence is cut short.", e);
        }
    }

    private static List<Entry> entries(DataInputStream in, int form) throws IOException {
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
        return entries;
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

    static byte[] encode(CarriedEvidence carried) {
        var bytes = new ByteArrayOutputStream(2048);
        int form = form(carried);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(form);
            write(out, carried.entries(), form);
            if (form == FORM_WITH_EARLIER) {
                write(out, carried.earlier(), form);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    private static int form(CarriedEvidence carried) {
        if (!carried.earlier().isEmpty()) {
            return FORM_WITH_EARLIER;
        }
        return carried.entries().stream().anyMatch(entry -> entry.several() != null) ? FORM_WITH_CHOICES : FORM;
    }

    private static void write(DataOutputStream out, List<Entry> entries, int form) throws IOException {
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
            if (form != FORM) {
                write(out, entry.several());
            }
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
