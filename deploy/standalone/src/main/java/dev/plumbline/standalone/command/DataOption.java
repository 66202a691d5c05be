package dev.plumbline.standalone.command;

import dev.plumbline.standalone.start.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/// Where an installation keeps everything.
final class DataOption {
    private static final Logger LOG = LoggerFactory.getLogger(DataOption.class);

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
        var folder = DataFolder.open(path());
        if (folder.temporary()) {
            LOG.warn(
                    "The data folder «{}» lies among temporary files, which systems remove; name another with --data to keep it.",
                    folder.root());
        }
        return folder;
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
