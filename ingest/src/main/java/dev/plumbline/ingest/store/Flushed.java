package dev.plumbline.ingest.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPOutputStream;

/// Writing that has reached the disk when it returns.
public final class Flushed {
    private Flushed() {}

    /// Writes what fills the stream.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void gzip(Path file, Content content) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var packed = new GZIPOutputStream(Channels.newOutputStream(channel), 64 * 1024);
            content.writeTo(packed);
            packed.finish();
            channel.force(true);
        }
    }

    /// Makes renames within a folder last.
    static void folder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
