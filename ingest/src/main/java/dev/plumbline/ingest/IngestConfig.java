package dev.plumbline.ingest;

import dev.plumbline.ingest.http.UploadLimits;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.file.Path;
import java.util.Map;

/// Settings of the ingest service.
///
/// @param kafka settings of Kafka clients, `bootstrap.servers` among them
/// @param data a folder of this service alone: the report store, and uploads while they are read
/// @param freeBytesFloor with less free space on that disk, uploads are refused and the service is not ready
public record IngestConfig(
        Map<String, String> kafka, TopicManifest topics, Path data, UploadLimits limits, long freeBytesFloor) {
    public static final long DEFAULT_FREE_BYTES_FLOOR = 256L * 1024 * 1024;

    public IngestConfig {
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("ingest needs bootstrap.servers to find the log");
        }
        if (freeBytesFloor < 0) {
            throw new IllegalArgumentException("the floor of free bytes must not be negative: " + freeBytesFloor);
        }
    }

    public static IngestConfig of(Map<String, String> kafka, TopicManifest topics, Path data) {
        return new IngestConfig(kafka, topics, data, UploadLimits.DEFAULT, DEFAULT_FREE_BYTES_FLOOR);
    }
}
