package dev.plumbline.collect.syntax;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A grammar and the names that it gives to nodes and fields.
public enum Language {
    PYTHON("python"),
    JAVA("java"),
    TYPESCRIPT("typescript"),
    /// TypeScript with elements of XML in it; plain JavaScript is read so too.
    TSX("tsx"),
    GO("go");

    private final String id;

    Language(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /// Loaded when first asked for: a tree without Go needs no grammar of Go.
    Grammar grammar() {
        return switch (this) {
            case PYTHON -> OfPython.GRAMMAR;
            case JAVA -> OfJava.GRAMMAR;
            case TYPESCRIPT -> OfTypescript.GRAMMAR;
            case TSX -> OfTsx.GRAMMAR;
            case GO -> OfGo.GRAMMAR;
        };
    }

    private static final class OfPython {
        static final Grammar GRAMMAR = Grammar.load("python");
    }

    private static final class OfJava {
        static final Grammar GRAMMAR = Grammar.load("java");
    }

    private static final class OfTypescript {
        static final Grammar GRAMMAR = Grammar.load("typescript");
    }

    private static final class OfTsx {
        static final Grammar GRAMMAR = Grammar.load("tsx");
    }

    private static final class OfGo {
        static final Grammar GRAMMAR = Grammar.load("go");
    }

    /// @param types name of each symbol; empty where nodes of it are left out: punctuation
    /// @param fields name of each field, from 1
    record Grammar(MemorySegment pointer, List<String> types, List<String> fields) {
        /// Anonymous nodes that are kept: keywords that tell.
        private static final Pattern KEPT = Pattern.compile("async|static|final|abstract|public|const|let|var|default");

        private static final int REGULAR = 0;

        static Grammar load(String id) {
            var library = Native.library("tree-sitter-" + id);
            try {
                var make = Linker.nativeLinker()
                        .downcallHandle(library.findOrThrow("tree_sitter_" + id), FunctionDescriptor.of(ADDRESS));
                var language = (MemorySegment) make.invokeExact();
                return new Grammar(language, types(language), fields(language));
            } catch (Throwable e) { // boundary: what a method handle declares
                throw Core.failed(e);
            }
        }

        private static List<String> types(MemorySegment language) throws Throwable {
            int count = (int) Core.SYMBOL_COUNT.invokeExact(language);
            var types = new ArrayList<String>(count);
            for (int i = 0; i < count; i++) {
                String name = text((MemorySegment) Core.SYMBOL_NAME.invokeExact(language, (short) i));
                boolean named = (int) Core.SYMBOL_TYPE.invokeExact(language, (short) i) == REGULAR;
                types.add(named || KEPT.matcher(name).matches() ? name.intern() : "");
            }
            return types;
        }

        private static List<String> fields(MemorySegment language) throws Throwable {
            int count = (int) Core.FIELD_COUNT.invokeExact(language);
            var fields = new ArrayList<String>(count + 1);
            fields.add("");
            for (int i = 1; i <= count; i++) {
                fields.add(text((MemorySegment) Core.FIELD_NAME.invokeExact(language, (short) i))
                        .intern());
            }
            return fields;
        }

        private static String text(MemorySegment pointer) {
            return pointer.equals(MemorySegment.NULL)
                    ? ""
                    : pointer.reinterpret(Long.MAX_VALUE).getString(0);
        }
    }
}
