package dev.plumbline.standalone.command;

import dev.plumbline.standalone.start.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where an installation keeps everything.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder for everything that is kept: the log, reports, tokens.",
                "Default: $PLUMBLINE_DATA, else $XDG_DATA_HOME/plumbline, else ~/.local/share/plumbline"
            })
    private @Nullable Path data;

    Path path() {
        return data == null ? usual() : data;
    }

    DataFolder open() {
        return DataFolder.open(path());
    }

    private static Path usual() {
        String own = System.getenv("PLUMBLINE_DATA");
        if (own != null && !own.isBlank()) {
            return Path.of(own);
        }
        String shared = System.getenv("XDG_DATA_HOME");
        return shared != null && !shared.isBlank()
                ? Path.of(shared, "plumbline")
                : Path.of(System.getProperty("user.home"), ".local", "share", "plumbline");
    }
}
