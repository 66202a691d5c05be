package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.wire.Codec;
import java.time.Instant;
import java.util.List;

/// A standard as its files say it, whether or not its references still hold.
///
/// @param standard its own rules alone, with the places at which moved bullets stand now
/// @param pins every reference to a bullet: those of rules first, then those of dispositions, in the file's order
public record StandardSource(
        Standard standard, PersonaText persona, List<Pin> pins, List<Inherits> inherits, MarkedYaml document) {
    public StandardSource {
        pins = List.copyOf(pins);
        inherits = List.copyOf(inherits);
    }

    /// {@return a problem at a field of `standard.yaml`}
    public StandardProblem problem(String pointer, String message) {
        return document.problem(pointer, message);
    }

    /// {@return the standard when every reference holds}
    public Standard sound() throws StandardRefused {
        var lost = pins.stream()
                .filter(pin -> !pin.state().holds())
                .map(pin -> problem(pin.fault(), pin.says() + " " + pin.fix()))
                .toList();
        if (!lost.isEmpty()) {
            throw new StandardRefused(lost);
        }
        return standard;
    }

    /// {@return the same files, read as this standard}
    public StandardSource as(Standard other) {
        return new StandardSource(other, persona, pins, inherits, document);
    }

    /// Type-checks every expression.
    ///
    /// @throws StandardRefused with the place of every complaint in the file
    public CompiledStandard compile() throws StandardRefused {
        try {
            return CompiledStandard.compile(
                    new StandardPublished(standard, Codec.STANDARD.digest(standard), Instant.EPOCH, "nobody"));
        } catch (StandardRefused e) {
            throw new StandardRefused(e.problems().stream()
                    .map(it -> problem(it.pointer(), it.message()))
                    .toList());
        }
    }
}
