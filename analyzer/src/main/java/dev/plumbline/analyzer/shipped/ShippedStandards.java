package dev.plumbline.analyzer.shipped;

import dev.plumbline.analyzer.inheriting.Flattening;
import dev.plumbline.analyzer.inheriting.Library;
import dev.plumbline.analyzer.standard.BindingFile;
import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.wire.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The standards and bindings that come with the product, from the class path. Published at start where they are not
/// yet on the log; equal on every start, publication time included.
public final class ShippedStandards {
    private static final String ROOT = "/standards/";
    private static final List<String> FOLDERS = List.of(
            "backend-engineer-python",
            "backend-engineer-java",
            "frontend-engineer-typescript",
            "platform-engineer-go",
            "org-user",
            "org-tester");
    private static final List<String> BINDINGS = List.of("default", "default-java", "default-typescript", "default-go");
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PUBLISHER = "plumbline";

    private ShippedStandards() {}

    /// {@return flat, each with the rules of its parents}
    public static List<StandardPublished> standards() {
        var sources = sources();
        var library = Library.of(sources);
        return sources.stream().map(source -> published(source, library)).toList();
    }

    private static StandardPublished published(StandardSource source, Library library) {
        try {
            source.sound();
            var standard = Flattening.of(source, library).source().standard();
            return new StandardPublished(standard, Codec.STANDARD.digest(standard), SINCE, PUBLISHER);
        } catch (StandardRefused e) {
            throw new IllegalStateException("The standards that ship with the product must be sound.", e);
        }
    }

    private static List<StandardSource> sources() {
        var sources = new ArrayList<StandardSource>();
        for (String folder : FOLDERS) {
            String file = folder + "/standard.yaml";
            try {
                sources.add(StandardFile.source(bytes(file), file, bytes(folder + "/persona.md")));
            } catch (StandardRefused e) {
                throw new IllegalStateException("The standards that ship with the product must be sound.", e);
            }
        }
        return sources;
    }

    /// {@return the folders of the standards that ship, below `/standards` on the class path}
    public static List<String> folders() {
        return FOLDERS;
    }

    public static List<BindingPublished> bindings() {
        var bindings = new ArrayList<BindingPublished>();
        for (String id : BINDINGS) {
            String file = "bindings/" + id + ".yaml";
            try {
                var binding = BindingFile.read(bytes(file), file);
                bindings.add(new BindingPublished(binding, Codec.BINDING.digest(binding), SINCE, PUBLISHER));
            } catch (StandardRefused e) {
                throw new IllegalStateException("The binding that ships with the product must be sound.", e);
            }
        }
        return bindings;
    }

    private static byte[] bytes(String name) {
        try (var in = ShippedStandards.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("The class path must hold " + ROOT + name + ".");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
