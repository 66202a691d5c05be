/// Facts about Go: syntax trees come in, counts and places go out.
@NullMarked
package dev.plumbline.collect.go;

import org.jspecify.annotations.NullMarked;
