package dev.plumbline.collect.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Finds the native libraries for this machine. They lie in the jars of the grammars and are unpacked into a folder
/// that
/// nobody else can write to.
final class Native {
    private static final Path FOLDER = folder();

    private Native() {}

    /// @param name `tree-sitter`, or `tree-sitter-` with the language
    /// @throws UnsupportedOperationException when there is no such library for this machine
    static SymbolLookup library(String name) {
        String file = platform() + "-" + name + extension();
        try (InputStream in = Native.class.getResourceAsStream("/lib/" + file)) {
            if (in == null) {
                throw new UnsupportedOperationException("there is no parser for this machine: " + file
                        + " is not part of plumbline; collect on Linux (glibc), macOS or Windows instead");
            }
            Path unpacked = FOLDER.resolve(file);
            Files.copy(in, unpacked);
            unpacked.toFile().deleteOnExit();
            return SymbolLookup.libraryLookup(unpacked, Arena.global());
        } catch (IOException e) {
            throw new UnsupportedOperationException(
                    "the parser cannot be unpacked into " + FOLDER + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException("the parser " + file + " cannot be loaded on this machine", e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("plumbline-collect");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UnsupportedOperationException("there is no temporary folder to unpack the parsers into", e);
        }
    }

    private static String platform() {
        String machine = property("os.arch");
        String processor = machine.equals("aarch64") || machine.equals("arm64") ? "aarch64" : "x86_64";
        return processor + "-" + (mac() ? "macos" : windows() ? "windows" : "linux-gnu");
    }

    private static String extension() {
        return mac() ? ".dylib" : windows() ? ".dll" : ".so";
    }

    private static boolean mac() {
        return property("os.name").startsWith("mac");
    }

    private static boolean windows() {
        return property("os.name").startsWith("windows");
    }

    private static String property(String name) {
        return System.getProperty(name, "").toLowerCase(Locale.ROOT);
    }
}
