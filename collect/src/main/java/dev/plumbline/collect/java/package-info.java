/// Facts about Java: syntax trees come in, counts and places go out.
@NullMarked
package dev.plumbline.collect.java;

import org.jspecify.annotations.NullMarked;
