/// A persona's prose read as rules: clauses, requirements, assertions, and the bindings that say who gets them.
/// Plain data: compiling and evaluating happens in the analyzer.
@NullMarked
package dev.plumbline.model.standard;

import org.jspecify.annotations.NullMarked;
