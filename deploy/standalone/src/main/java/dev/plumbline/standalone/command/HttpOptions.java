package dev.plumbline.standalone.command;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.Tokens;
import dev.plumbline.ingest.http.UploadLimits;
import dev.plumbline.standalone.start.Ports;
import dev.plumbline.standalone.start.Refused;
import dev.plumbline.standalone.token.TokenFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where HTTP is served, and whom it believes.
final class HttpOptions {
    /// For what multipart adds to the files of the largest upload.
    private static final long FRAMING_BYTES = 1 << 20;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of the HTTP server; 0 takes a free one. Default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = HttpConfig.LOOPBACK,
            description = {
                "Address of this machine to listen on; other than loopback needs --token-file.",
                "Default: ${DEFAULT-VALUE}"
            })
    private String bind = HttpConfig.LOOPBACK;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = {
                "Who may do what: lines «name role[,role] sha256(token)», made by «plumbline tokens create».",
                "Read once, at the start."
            })
    private @Nullable Path tokenFile;

    /// {@return the holders in the token file, if one was named}
    Optional<Tokens> tokens() {
        return Optional.ofNullable(tokenFile).map(file -> new TokenFile(file).existing());
    }

    /// Refuses what cannot work before anything is touched: an address open to others without tokens, a taken port.
    void check() {
        config(tokens().orElse(Tokens.none()));
        Ports.mustBeFree(bind, port);
    }

    HttpConfig config(Tokens holders) {
        try {
            return new HttpConfig(bind, port, holders, UploadLimits.DEFAULT.totalBytes() + FRAMING_BYTES);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }
}
