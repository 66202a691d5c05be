package dev.plumbline.model.wire;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    /// {@return how many bytes a block takes at most}
    public static int atMost(byte[] block) {
        return 2 * Integer.BYTES + COMPRESSOR.maxCompressedLength(block.length);
    }

    /// Packs a block where it is to lie.
    ///
    /// @param out with an array below it, and {@link #atMost} left
    public static void put(byte[] block, ByteBuffer out) {
        int at = out.position() + 2 * Integer.BYTES;
        int length = COMPRESSOR.compress(block, 0, block.length, out.array(), out.arrayOffset() + at, out.limit() - at);
        out.putInt(block.length).putInt(length).position(at + length);
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
        var out = ByteBuffer.allocate(atMost(block));
        put(block, out);
        return Arrays.copyOf(out.array(), out.position());
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
