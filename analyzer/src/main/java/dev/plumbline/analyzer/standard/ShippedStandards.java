package dev.plumbline.analyzer.standard;

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
    private static final List<String> STANDARDS = List.of("backend-engineer-python");
    private static final List<String> BINDINGS = List.of("default");
    private static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PUBLISHER = "plumbline";

    private ShippedStandards() {}

    public static List<StandardPublished> standards() {
        var standards = new ArrayList<StandardPublished>();
        for (String id : STANDARDS) {
            String file = id + "/standard.yaml";
            try {
                var standard = StandardFile.read(bytes(file), file, bytes(id + "/persona.md"));
                standards.add(new StandardPublished(standard, Codec.STANDARD.digest(standard), SINCE, PUBLISHER));
            } catch (StandardRefused e) {
                throw new IllegalStateException("The standard that ships with the product must be sound.", e);
            }
        }
        return standards;
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
