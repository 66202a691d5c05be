package dev.plumbline.model.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Per file the coverable lines and which of them are covered, packed for the log: for each file its 64-bit
/// path hash, the number of lines, then for each line the distance to the one before, doubled, plus one
/// where covered; all as variable-length numbers, deflated, in base64.
///
/// @param packed empty when `truncated`
/// @param truncated the sets were over {@link #LIMIT_BYTES} and left out: such coverage is not united with
///     another
public record LineSets(String packed, boolean truncated) {
    public static final int LIMIT_BYTES = 128 * 1024;
    /// Base64 makes four characters of three bytes.
    private static final int LIMIT_DEFLATED = LIMIT_BYTES / 4 * 3;

    public static final LineSets TRUNCATED = new LineSets("", true);
    private static final int INFLATED_LIMIT = 64 * 1024 * 1024;

    /// @param files path hash → line number → covered
    public static LineSets of(SortedMap<Long, ? extends SortedMap<Integer, Boolean>> files) {
        var packer = new Packer();
        files.forEach((path, lines) -> {
            packer.file(path, lines.size());
            lines.forEach(packer::line);
        });
        return packer.packed();
    }

    /// Takes the lines one after another, for whoever does not have them in maps.
    public static final class Packer {
        private byte[] raw = new byte[1024];
        private int length;
        private int before;

        /// @param path hash of the path, in ascending order
        /// @param lines how many follow
        public void file(long path, int lines) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                write((int) (path >>> shift));
            }
            number(lines);
            before = 0;
        }

        /// @param number in ascending order
        public void line(int number, boolean covered) {
            number(((long) (number - before) << 1) | (covered ? 1 : 0));
            before = number;
        }

        public LineSets packed() {
            byte[] deflated = deflate(raw, length);
            return deflated.length > LIMIT_DEFLATED
                    ? TRUNCATED
                    : new LineSets(Base64.getEncoder().withoutPadding().encodeToString(deflated), false);
        }

        private void number(long number) {
            long rest = number;
            while ((rest & ~0x7fL) != 0) {
                write((int) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            write((int) rest);
        }

        private void write(int octet) {
            if (length == raw.length) {
                raw = Arrays.copyOf(raw, 2 * length);
            }
            raw[length++] = (byte) octet;
        }
    }

    /// {@return path hash → line number → covered; empty when truncated}
    public SortedMap<Long, SortedMap<Integer, Boolean>> files() {
        var files = new TreeMap<Long, SortedMap<Integer, Boolean>>();
        if (packed.isEmpty()) {
            return files;
        }
        var in = new ByteArrayInputStream(inflate(Base64.getDecoder().decode(packed)));
        while (in.available() > 0) {
            long path = 0;
            for (int i = 0; i < 8; i++) {
                path = (path << 8) | (in.read() & 0xff);
            }
            var lines = new TreeMap<Integer, Boolean>();
            int line = 0;
            for (long left = readNumber(in); left > 0; left--) {
                long step = readNumber(in);
                line += (int) (step >>> 1);
                lines.put(line, (step & 1) == 1);
            }
            files.put(path, lines);
        }
        return files;
    }

    private static long readNumber(ByteArrayInputStream in) {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = in.read();
            if (octet < 0) {
                throw new IllegalArgumentException("the line sets end in the middle of a number");
            }
            number |= (long) (octet & 0x7f) << shift;
            if ((octet & 0x80) == 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("the line sets hold a number of more than 64 bits");
    }

    /// {@return the deflated bytes; of what comes to more than the limit only so many that this is seen}
    private static byte[] deflate(byte[] raw, int length) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(raw, 0, length);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished() && out.size() <= LIMIT_DEFLATED) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static byte[] inflate(byte[] packed) {
        try (var inflater = new Inflater(true);
                var out = new ByteArrayOutputStream()) {
            inflater.setInput(packed);
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                if (n == 0 && !inflater.finished()) {
                    throw new IllegalArgumentException("the line sets end too early");
                }
                out.write(buffer, 0, n);
                if (out.size() > INFLATED_LIMIT) {
                    throw new IllegalArgumentException(
                            "the line sets unpack to more than " + INFLATED_LIMIT + " bytes");
                }
            }
            return out.toByteArray();
        } catch (DataFormatException | IOException e) {
            throw new IllegalArgumentException("the line sets are not deflated data", e);
        }
    }
}
