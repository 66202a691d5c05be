/// `plumbline bench`: how many builds a second are scored, against a bare pass-through of the same bytes in the same
/// run.
/// Everything is made from a seed; nothing here is on the product's own path.
@NullMarked
package dev.plumbline.standalone.bench;

import org.jspecify.annotations.NullMarked;
