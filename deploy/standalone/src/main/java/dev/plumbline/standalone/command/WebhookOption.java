package dev.plumbline.standalone.command;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where regressions are told.
final class WebhookOption {
    @Option(
            names = "--notify-webhook",
            paramLabel = "URL",
            description = "Regressions are posted there as JSON, at least once, each with a stable id.")
    private @Nullable URI webhook;

    Optional<URI> uri() {
        return Optional.ofNullable(webhook);
    }
}
