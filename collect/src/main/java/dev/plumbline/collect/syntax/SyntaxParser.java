package dev.plumbline.collect.syntax;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import org.jspecify.annotations.Nullable;

/// Parses files of one language, one after another; for one thread.
public final class SyntaxParser implements AutoCloseable {
    /// What lies deeper than this is left out: nobody nests so, and who walks a tree calls himself at each level.
    static final int DEPTH = 500;

    private final Language.Grammar grammar;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment parser;
    private final SegmentAllocator node;

    /// @throws UnsupportedOperationException when there is no parser for this machine
    public SyntaxParser(Language language) {
        grammar = language.grammar();
        MemorySegment room = arena.allocate(Core.NODE);
        node = (_, _) -> room;
        try {
            parser = (MemorySegment) Core.PARSER_NEW.invokeExact();
            if (!(boolean) Core.PARSER_SET_LANGUAGE.invokeExact(parser, grammar.pointer())) {
                throw new IllegalStateException("the grammar of " + language.id() + " does not fit the parser");
            }
        } catch (Throwable e) { // boundary: what a method handle declares
            throw Core.failed(e);
        }
    }

    /// A tree, and whether all of the text is in it.
    ///
    /// @param whole false where the parser had to skip something or the text nests too deep
    public record Parsed(Node root, boolean whole) {}

    public Parsed parse(SourceText text) {
        byte[] utf8 = text.utf8();
        try (var here = Arena.ofConfined()) {
            MemorySegment bytes = here.allocate(utf8.length + 1L);
            MemorySegment.copy(utf8, 0, bytes, JAVA_BYTE, 0, utf8.length);
            var tree = (MemorySegment) Core.PARSER_PARSE.invokeExact(parser, MemorySegment.NULL, bytes, utf8.length);
            try {
                var root = (MemorySegment) Core.TREE_ROOT.invokeExact(node, tree);
                boolean broken = (boolean) Core.NODE_HAS_ERROR.invokeExact(root);
                var cursor = (MemorySegment) Core.CURSOR_NEW.invokeExact((SegmentAllocator) here, root);
                try {
                    var walk = new Walk(text, cursor);
                    return new Parsed(walk.tree(), !broken && !walk.tooDeep);
                } finally {
                    Core.CURSOR_DELETE.invokeExact(cursor);
                }
            } finally {
                Core.TREE_DELETE.invokeExact(tree);
            }
        } catch (Throwable e) { // boundary: what a method handle declares
            throw Core.failed(e);
        }
    }

    /// One walk over a native tree that makes nodes of it.
    private final class Walk {
        private static final int ERROR = 0xFFFF;

        private final SourceText text;
        private final MemorySegment cursor;
        private final @Nullable Node[] path = new @Nullable Node[DEPTH + 1];
        private boolean tooDeep;

        Walk(SourceText text, MemorySegment cursor) {
            this.text = text;
            this.cursor = cursor;
        }

        Node tree() throws Throwable {
            Node root = here(null);
            path[0] = root;
            int depth = 0;
            while (true) {
                if (depth < DEPTH && (boolean) Core.FIRST_CHILD.invokeExact(cursor)) {
                    depth++;
                } else {
                    tooDeep |= depth == DEPTH;
                    while (!(boolean) Core.NEXT_SIBLING.invokeExact(cursor)) {
                        if (depth <= 1 || !(boolean) Core.PARENT.invokeExact(cursor)) {
                            return root;
                        }
                        depth--;
                    }
                }
                Node parent = path[depth - 1];
                Node made = here(parent);
                path[depth] = made;
                if (parent != null && !made.type().isEmpty()) {
                    parent.add(made);
                }
            }
        }

        private Node here(@Nullable Node parent) throws Throwable {
            var at = (MemorySegment) Core.CURRENT_NODE.invokeExact(node, cursor);
            int symbol = (short) Core.NODE_SYMBOL.invokeExact(at) & 0xFFFF;
            int end = (int) Core.NODE_END.invokeExact(at);
            int field = (short) Core.CURRENT_FIELD.invokeExact(cursor) & 0xFFFF;
            String type = symbol == ERROR ? "ERROR" : grammar.types().get(symbol);
            return new Node(text, type, grammar.fields().get(field), at.get(JAVA_INT, 0), end, parent);
        }
    }

    @Override
    public void close() {
        try {
            Core.PARSER_DELETE.invokeExact(parser);
        } catch (Throwable e) { // boundary: what a method handle declares
            throw Core.failed(e);
        }
        arena.close();
    }
}
