package dev.plumbline.standalone.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder where an installation keeps everything: the log, the report store, the state of streams,
/// tokens. One process holds it at a time. The lock is taken before anything of Kafka's is touched: Kafka
/// takes its own only after it has opened and cut the metadata log, by which a second start would destroy
/// the first.
public final class DataFolder implements AutoCloseable {
    /// Folders held by this process. Asked before the lock file is opened, because closing a second channel
    /// on a file drops every lock that the process has on it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /// @throws Refused when the folder cannot be written, or another process holds it
    public static DataFolder open(Path folder) {
        try {
            Path root = create(folder.toAbsolutePath().normalize()).toRealPath();
            if (!HELD.add(root)) {
                throw inUse(root, String.valueOf(ProcessHandle.current().pid()));
            }
            return lock(root);
        } catch (IOException e) {
            throw new Refused(
                    "data folder «" + folder + "» cannot be written (" + Reason.of(e)
                            + "); name another with --data or change its owner",
                    e);
        }
    }

    /// {@return a folder inside, made if it is not there}
    public Path folder(String name) {
        try {
            return create(root.resolve(name));
        } catch (IOException e) {
            throw new Refused("folder «" + root.resolve(name) + "» cannot be made (" + Reason.of(e) + ")", e);
        }
    }

    /// {@return a file inside, which need not exist}
    public Path file(String name) {
        return root.resolve(name);
    }

    public Path root() {
        return root;
    }

    /// Whether it lies where systems keep what need not last.
    public boolean temporary() {
        return within(Path.of(System.getProperty("java.io.tmpdir")));
    }

    boolean within(Path folder) {
        try {
            return root.startsWith(folder.toRealPath());
        } catch (IOException e) { // no such folder here, so this one does not lie in it
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(root);
        }
    }

    private static Path create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createDirectories(folder);
    }

    private static DataFolder lock(Path root) throws IOException {
        Path file = root.resolve("plumbline.lock");
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw inUse(root, holder(channel));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(root, channel);
        } finally {
            if (lock == null) {
                HELD.remove(root);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
        return pid.isEmpty() ? "(starting)" : pid;
    }

    private static Refused inUse(Path root, String pid) {
        return new Refused("data folder «" + root + "» is in use by process " + pid
                + "; stop that one or name another folder with --data");
    }
}
