package dev.plumbline.standalone.command;

import dev.plumbline.standalone.client.Server;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which running installation a command speaks to, and as whom.
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "The running installation. Default: ${DEFAULT-VALUE}")
    private URI server = URI.create("http://127.0.0.1:8080");

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds your token; «up» prints where it keeps the administrator's. Default: no token")
    private @Nullable Path token;

    Server open() {
        return new Server(server, token == null ? "" : read(token));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused("The token in «" + file + "» cannot be read: " + Reason.of(e) + ".", e);
        }
    }
}
