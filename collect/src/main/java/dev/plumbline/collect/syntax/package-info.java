/// Syntax trees of source files, made by tree-sitter's grammars: bytes come in, trees of plain objects go out. The only
/// place that calls native code.
@NullMarked
package dev.plumbline.collect.syntax;

import org.jspecify.annotations.NullMarked;
