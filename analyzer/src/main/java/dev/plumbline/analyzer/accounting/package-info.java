/// Whether every bullet of a persona is accounted for: a standard's files come in, a row for each bullet and a list of
/// remarks go out. Nothing is published, read or written here.
@NullMarked
package dev.plumbline.analyzer.accounting;

import org.jspecify.annotations.NullMarked;
