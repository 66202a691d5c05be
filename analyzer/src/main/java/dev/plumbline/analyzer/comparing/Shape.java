package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What the verdicts of all builds under one state of a standard have in common: which rules they are of.
/// It is kept once for a partition, so that a build's verdicts are a byte each.
///
/// @param digests of the rules, ascending
public record Shape(StandardId standard, Version version, List<String> digests) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGEST_BYTES = 8;

    /// Where shapes are kept.
    public interface Shelf {
        /// {@return the id of a shape, which is kept from now on}
        long keep(Shape shape);

        Shape find(long id);
    }

    public Shape {
        digests = List.copyOf(digests);
    }

    static Shape of(Baseline.Verdicts verdicts) {
        return new Shape(
                verdicts.standard(), verdicts.version(), verdicts.outcomes().digests());
    }

    /// The first eight bytes of the SHA-256 of its bytes.
    public long id() {
        return ByteBuffer.wrap(HEX.parseHex(Digest.of(encode()).hex())).getLong();
    }

    public byte[] encode() {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(standard.value());
            out.writeUTF(version.toString());
            out.writeShort(digests.size());
            for (var digest : digests) {
                out.write(HEX.parseHex(digest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    public static Shape decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var standard = new StandardId(in.readUTF());
            var version = Version.parse(in.readUTF());
            var digests = new ArrayList<String>();
            for (int left = in.readShort(); left > 0; left--) {
                digests.add(HEX.formatHex(in.readNBytes(DIGEST_BYTES)));
            }
            return new Shape(standard, version, digests);
        } catch (IOException e) {
            throw new UncheckedIOException("A row of the store of shapes is cut short.", e);
        }
    }
}
