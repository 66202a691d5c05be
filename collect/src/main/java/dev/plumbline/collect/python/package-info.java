/// Facts about Python: syntax trees come in, counts and places go out.
@NullMarked
package dev.plumbline.collect.python;

import org.jspecify.annotations.NullMarked;
