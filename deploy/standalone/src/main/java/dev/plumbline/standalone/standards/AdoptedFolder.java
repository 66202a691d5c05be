package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.adopting.Adoption;
import dev.plumbline.analyzer.adopting.StandardYaml;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.analyzer.standard.PersonaText;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the folder of a standard that somebody takes over for their own persona.
public final class AdoptedFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}\\.md");

    private AdoptedFolder() {}

    /// @param shipped id of a standard that comes with the product; `org/user` lies in the folder `org-user`
    /// @param persona their text, taken over byte for byte
    /// @param out a folder that is not there yet, or is empty
    /// @param as the id of what is written
    public static Adoption write(String shipped, Path persona, Path out, StandardId as) {
        byte[] markdown = Folders.bytes(persona);
        String file = String.valueOf(persona.getFileName());
        String name = NAME.matcher(file).matches() ? file : "persona.md";
        var known = ShippedStandards.folders();
        try (var folder = ShippedFolder.open(shipped.replace('/', '-'), known)) {
            var theirs = PersonaText.read(markdown, persona.toString());
            if (theirs.bullets().isEmpty()) {
                throw new Refused("«" + persona + "» has no bullet, so there is nothing to pair. Write each clause as a"
                        + " list item below a heading.");
            }
            var adoption = Adoption.of(Folders.source(folder.path()), theirs, new Adoption.Names(as, name));
            prepare(out);
            Files.write(out.resolve(name), markdown);
            Files.writeString(
                    out.resolve(Folders.STANDARD), StandardYaml.of(adoption.standard()), StandardCharsets.UTF_8);
            copyFixtures(folder.path().resolve(Folders.FIXTURES), out.resolve(Folders.FIXTURES), rules(adoption));
            return adoption;
        } catch (StandardRefused e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    "«" + persona + "» has nothing in common with " + shipped
                            + ": no bullet of it is like a clause that a"
                            + " rule answers for. Begin with a folder of your own, as docs/standards.md says.",
                    e);
        } catch (IOException e) {
            throw new Refused("«" + out + "» cannot be written: " + Reason.of(e) + ".", e);
        }
    }

    private static Set<String> rules(Adoption adoption) {
        return adoption.standard().rules().stream()
                .map(rule -> rule.id().value() + ".yaml")
                .collect(Collectors.toSet());
    }

    private static void prepare(Path out) throws IOException {
        if (Files.isDirectory(out)) {
            try (Stream<Path> there = Files.list(out)) {
                if (there.findAny().isPresent()) {
                    throw new Refused("«" + out + "» is not empty; name another folder, or empty it.");
                }
            }
        }
        Files.createDirectories(out);
    }

    /// Reports are copied as they are; of the fixtures those whose rule was taken over.
    private static void copyFixtures(Path from, Path to, Set<String> rules) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path relative = from.relativize(file);
                if (relative.getNameCount() > 1 || rules.contains(relative.toString())) {
                    Path target = to.resolve(relative.toString());
                    Path parent = target.getParent();
                    if (parent != null) {
                        Files.createDirectories(parent);
                    }
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}
