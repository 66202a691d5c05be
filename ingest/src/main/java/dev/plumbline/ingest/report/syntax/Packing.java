package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// One layer of packing: a gzip file, or a zip archive that holds one file. Both are unpacked while they are read,
/// under {@link Limits}; whatever lies in a second layer is not looked at.
public final class Packing {
    private Packing() {}

    /// {@return the content without its packing; the same one where it is not packed}
    ///
    /// @throws MalformedReport when an archive does not hold exactly one file, is damaged, or goes past a limit
    public static Content unpacked(Content content, Allowance allowance) throws IOException {
        byte[] head;
        try (var in = content.open()) {
            head = in.readNBytes(4);
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            return () -> gunzip(content);
        }
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            onlyFile(content, allowance);
            return () -> firstFile(content);
        }
        return content;
    }

    private static InputStream gunzip(Content content) throws IOException {
        var packed = new CountedInput(content.open());
        try {
            return new UnpackedInput(new GZIPInputStream(packed, UnpackedInput.BUFFER), packed, "gzip file");
        } catch (IOException e) {
            packed.close();
            throw UnpackedInput.damaged("gzip file", e);
        }
    }

    private static InputStream firstFile(Content content) throws IOException {
        var packed = new CountedInput(content.open());
        var zip = new ZipInputStream(packed);
        var unpacked = new UnpackedInput(zip, packed, "zip archive");
        toFile(zip, unpacked, 0, null);
        return unpacked;
    }

    private static void onlyFile(Content content, Allowance allowance) throws IOException {
        var packed = new CountedInput(content.open());
        var zip = new ZipInputStream(packed);
        try (var unpacked = new UnpackedInput(zip, packed, "zip archive")) {
            int entries = toFile(zip, unpacked, 0, allowance);
            if (entries == 0) {
                throw new MalformedReport(Where.WHOLE, "The zip archive holds no file.", "Send the report itself.");
            }
            drain(unpacked, allowance);
            if (toFile(zip, unpacked, entries, allowance) > 0) {
                throw new MalformedReport(
                        Where.WHOLE,
                        "The zip archive holds more than one file; which of them is the report cannot be told.",
                        "Send each report as a part of its own; an archive may hold one file.");
            }
        }
    }

    /// Moves to the next file of the archive.
    ///
    /// @return how many entries were met so far; 0 when there is no further file
    private static int toFile(ZipInputStream zip, UnpackedInput unpacked, int before, @Nullable Allowance allowance)
            throws IOException {
        int entries = before;
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > Limits.ARCHIVE_ENTRIES) {
                    throw new MalformedReport(
                            Where.WHOLE,
                            "The zip archive has more than " + Limits.ARCHIVE_ENTRIES + " entries.",
                            "Send each report as a part of its own.");
                }
                if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                    return entries;
                }
                drain(unpacked, allowance);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw UnpackedInput.damaged("zip archive", e);
        }
        return 0;
    }

    /// Entries are unpacked here rather than by the archive's own skipping, which knows no limits.
    private static void drain(UnpackedInput unpacked, @Nullable Allowance allowance) throws IOException {
        var buffer = new byte[UnpackedInput.BUFFER];
        while (unpacked.read(buffer, 0, buffer.length) >= 0) {
            if (allowance != null) {
                allowance.step();
            }
        }
    }

    private static boolean startsWith(byte[] head, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
