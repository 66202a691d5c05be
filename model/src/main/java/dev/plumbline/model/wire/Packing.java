package dev.plumbline.model.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/// Blocks of LZ4: their length, their packed length, their packed bytes. An upload halves for some
/// microseconds, and what a row does not hold is neither copied into the changelog nor compacted again and
/// again; what a read model keeps of a build takes a tenth of the memory.
public final class Packing {
    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private Packing() {}

    public static void write(byte[] block, DataOutputStream out) throws IOException {
        var packed = new byte[COMPRESSOR.maxCompressedLength(block.length)];
        int length = COMPRESSOR.compress(block, 0, block.length, packed, 0, packed.length);
        out.writeInt(block.length);
        out.writeInt(length);
        out.write(packed, 0, length);
    }

    public static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] packed = in.readNBytes(in.readInt());
        var block = new byte[length];
        int read = DECOMPRESSOR.decompress(packed, block);
        if (read != length) {
            throw new IOException("A packed block holds " + read + " bytes, not the " + length + " that it names.");
        }
        return block;
    }

    /// {@return a block by itself}
    public static byte[] packed(byte[] block) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            write(block, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory must not fail.", e);
        }
        return bytes.toByteArray();
    }

    /// {@return what a block by itself holds}
    public static byte[] unpacked(byte[] packed) {
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("A packed block in a row is cut short.", e);
        }
    }

    public static void skip(ByteBuffer in) {
        in.getInt();
        int packed = in.getInt();
        in.position(in.position() + packed);
    }
}
