/// The standards and bindings that come with the product: they are read from the class path and go out ready to be
/// published. Nothing else is read here, and nothing is written.
@NullMarked
package dev.plumbline.analyzer.shipped;

import org.jspecify.annotations.NullMarked;
