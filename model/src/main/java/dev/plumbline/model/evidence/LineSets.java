package dev.plumbline.model.evidence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Per file the coverable lines and which of them are covered, packed for the log: for each file its 64-bit path hash,
/// the number of lines, then for each line the distance to the one before, doubled, plus one where covered; all as
/// variable-length numbers, deflated, in base64.
///
/// @param packed empty when `truncated`
/// @param truncated the sets were over {@link #LIMIT_BYTES} and left out: such coverage is not united with another
public record LineSets(String packed, boolean truncated) {
    public static final int LIMIT_BYTES = 128 * 1024;
    public static final LineSets TRUNCATED = new LineSets("", true);
    private static final int INFLATED_LIMIT = 64 * 1024 * 1024;

    /// @param files path hash → line number → covered
    public static LineSets of(SortedMap<Long, ? extends SortedMap<Integer, Boolean>> files) {
        var raw = new ByteArrayOutputStream();
        files.forEach((path, lines) -> {
            for (int shift = 56; shift >= 0; shift -= 8) {
                raw.write((int) (path >>> shift));
            }
            writeNumber(raw, lines.size());
            int before = 0;
            for (var line : lines.entrySet()) {
                writeNumber(raw, ((long) (line.getKey() - before) << 1) | (line.getValue() ? 1 : 0));
                before = line.getKey();
            }
        });
        String packed = Base64.getEncoder().withoutPadding().encodeToString(deflate(raw.toByteArray()));
        return packed.length() > LIMIT_BYTES ? TRUNCATED : new LineSets(packed, false);
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

    private static void writeNumber(ByteArrayOutputStream out, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
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

    private static byte[] deflate(byte[] raw) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(raw);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
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
