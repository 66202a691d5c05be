package dev.plumbline.ingest;

import dev.plumbline.http.Health;
import dev.plumbline.ingest.store.ReportStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Whether the disk takes reports: it is writable and has room above a floor.
final class DiskRoom implements Health, BooleanSupplier {
    private final ReportStore store;
    private final Path data;
    private final long floor;

    DiskRoom(ReportStore store, Path data, long floor) {
        this.store = store;
        this.data = data;
        this.floor = floor;
    }

    @Override
    public boolean getAsBoolean() {
        return problems().isEmpty();
    }

    @Override
    public List<String> problems() {
        try {
            long usable = store.usableBytes();
            if (usable < floor) {
                return List.of(
                        "the disk of " + data + " has " + usable + " free bytes, less than the floor of " + floor);
            }
            return Files.isWritable(data) ? List.of() : List.of(data + " is not writable");
        } catch (IOException e) {
            return List.of("the disk of " + data + " cannot be asked: " + e.getMessage());
        }
    }
}
