package dev.plumbline.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/// What an analyzer that was stopped cleanly has left behind, in bytes.
///
/// @param state of RocksDB's table files; stores in memory are not among them
/// @param changelog of the changelogs' segments on the broker, of all stores; what compaction has taken is
///     not in it
record Footprint(long state, long changelog) {
    private static final String CHANGELOG = "-changelog";

    static Footprint of(Path stateDir, Map<String, String> kafka, String prefix)
            throws IOException, InterruptedException {
        return new Footprint(tables(stateDir), changelogs(kafka, prefix));
    }

    private static long tables(Path stateDir) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(stateDir)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sst")).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /// @param prefix of the analyzer's internal topics
    private static long changelogs(Map<String, String> kafka, String prefix) throws InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>copyOf(kafka))) {
            var brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(prefix)
                            && replica.getKey().topic().endsWith(CHANGELOG))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sizes of the changelogs could not be read: " + e.getMessage(), e);
        }
    }
}
