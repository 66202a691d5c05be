package dev.plumbline.collect.syntax;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/// The functions of tree-sitter's C interface that are used here (definition: `tree_sitter/api.h` of 0.26), as
/// method handles. The binding in the grammars' jars looks its classes up at each call and is twenty times slower.
final class Core {
    /// `TSNode`: start byte, row, column, alias; subtree; tree.
    static final StructLayout NODE =
            MemoryLayout.structLayout(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    /// `TSTreeCursor`: tree; id; three numbers.
    static final StructLayout CURSOR =
            MemoryLayout.structLayout(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, MemoryLayout.paddingLayout(4));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = Native.library("tree-sitter");
    /// Functions that return at once and never call back.
    private static final Linker.Option BRIEF = Linker.Option.critical(false);

    static final MethodHandle PARSER_NEW = plain("ts_parser_new", FunctionDescriptor.of(ADDRESS));
    static final MethodHandle PARSER_DELETE = plain("ts_parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle PARSER_SET_LANGUAGE =
            plain("ts_parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    static final MethodHandle PARSER_PARSE =
            plain("ts_parser_parse_string", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT));
    static final MethodHandle TREE_ROOT = brief("ts_tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
    static final MethodHandle TREE_DELETE = plain("ts_tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle CURSOR_NEW = brief("ts_tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    static final MethodHandle CURSOR_DELETE = brief("ts_tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle FIRST_CHILD =
            brief("ts_tree_cursor_goto_first_child", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
    static final MethodHandle NEXT_SIBLING =
            brief("ts_tree_cursor_goto_next_sibling", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
    static final MethodHandle PARENT =
            brief("ts_tree_cursor_goto_parent", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
    static final MethodHandle CURRENT_NODE = brief("ts_tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS));
    static final MethodHandle CURRENT_FIELD =
            brief("ts_tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS));
    static final MethodHandle NODE_SYMBOL = brief("ts_node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE));
    static final MethodHandle NODE_END = brief("ts_node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE));
    static final MethodHandle NODE_HAS_ERROR = brief("ts_node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    static final MethodHandle SYMBOL_COUNT =
            plain("ts_language_symbol_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle SYMBOL_NAME =
            plain("ts_language_symbol_name", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));
    static final MethodHandle SYMBOL_TYPE =
            plain("ts_language_symbol_type", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_SHORT));
    static final MethodHandle FIELD_COUNT = plain("ts_language_field_count", FunctionDescriptor.of(JAVA_INT, ADDRESS));
    static final MethodHandle FIELD_NAME =
            plain("ts_language_field_name_for_id", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_SHORT));

    private Core() {}

    private static MethodHandle plain(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), descriptor);
    }

    private static MethodHandle brief(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LIBRARY.findOrThrow(name), descriptor, BRIEF);
    }

    /// {@return what to throw: a failure of our own as it is}
    static RuntimeException failed(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException own
                ? own
                : new IllegalStateException("a call into the parser's library failed", cause);
    }
}
