package dev.plumbline.standalone.command;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/// Where the standards lie.
final class FolderArgument {
    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "standards",
            description = "A folder with a standard.yaml, or with such folders in it. Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("standards");

    Path path() {
        return folder;
    }
}
